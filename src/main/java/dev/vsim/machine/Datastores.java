package dev.vsim.machine;

import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DatastoreSettings;
import dev.vsim.value.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The datastores of a world. {@code datastore} is there without being declared, from the first
 * moment that anything needs it; the first declaration stands in its place.
 */
public final class Datastores {
  private static final String DEFAULT = "datastore";

  private final Map<String, Datastore> all = new LinkedHashMap<>();
  private Optional<Datastore> undeclared = Optional.empty();

  Datastores() {}

  /** In order of declaration. */
  public Collection<Datastore> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /**
   * The default datastore, if something has needed it before any was declared: it can no longer be
   * configured.
   */
  public Optional<Datastore> undeclared() {
    return undeclared;
  }

  /** Whether this is the name of the default one, which nothing has needed yet. */
  boolean isDefault(String name) {
    return all.isEmpty() && name.equals(DEFAULT);
  }

  Datastore declare(String name, DatastoreSettings settings) {
    Datastore datastore = new Datastore(name, settings);
    all.put(name, datastore);
    return datastore;
  }

  /** Makes the default one. */
  Datastore begin() {
    Datastore datastore = declare(DEFAULT, DatastoreSettings.DEFAULT);
    undeclared = Optional.of(datastore);
    return datastore;
  }

  /** The first one that a host reaches. */
  public Optional<Datastore> reachedBy(Subject host) {
    return all.values().stream().filter(d -> reaches(host, d)).findFirst();
  }

  /** Whether a host reaches one. */
  public boolean reaches(Subject host, Datastore datastore) {
    return datastore.host().isEmpty() || datastore.host().get() == host;
  }
}
