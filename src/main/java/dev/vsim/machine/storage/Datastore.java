package dev.vsim.machine.storage;

import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Costs;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the files of VMs lie: so many bytes of a medium. Counted are grains, the sizes of thick
 * disks and kept memory, not headers (rules.md R40).
 */
public final class Datastore implements Subject {
  private final String name;
  private final DatastoreSettings settings;
  private final TreeSet<String> names = new TreeSet<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long used;

  /** Someone who goes on when so many bytes are free. */
  private record Waiting(long bytes, Runnable wake) {}

  public Datastore(String name, DatastoreSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  @Override
  public String kind() {
    return "datastore";
  }

  @Override
  public String path() {
    return name;
  }

  /** Bytes in all. */
  public long size() {
    return settings.size();
  }

  public Medium medium() {
    return settings.medium();
  }

  /** The only host that reaches it; nothing where all do. */
  public Optional<Subject> host() {
    return settings.host();
  }

  /** Bytes that files take. */
  public long used() {
    return used;
  }

  /** Bytes that nobody has. */
  public long free() {
    return size() - used;
  }

  /** Takes so many bytes, if they are free. */
  public boolean take(long bytes) {
    if (bytes > free()) {
      return false;
    }
    used += bytes;
    return true;
  }

  /** So many bytes are free again; who waited for them goes on, first come, first served. */
  public void give(long bytes) {
    used -= bytes;
    List<Waiting> served = waiting.stream().filter(w -> w.bytes <= free()).toList();
    waiting.removeAll(served);
    served.forEach(w -> w.wake.run());
  }

  /** Wakes someone once so many bytes are free. */
  public void await(long bytes, Runnable wake) {
    waiting.add(new Waiting(bytes, wake));
  }

  /** Gives a file its name: this one, or where that is taken, the same with a number behind it. */
  String enter(String stem, String ending) {
    String candidate = stem + ending;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = stem + "_" + i + ending;
    }
    return candidate;
  }

  /** Lets the time of so many accesses pass, each to a page or a grain of a file. */
  public void access(long times, Clock clock, Costs costs) {
    long price = costs.of(medium().cost());
    long atOnce = Long.MAX_VALUE / 2 / Math.max(1, price);
    for (long left = times; left > 0; left -= atOnce) {
      clock.advance(Math.min(left, atOnce) * price);
      clock.now();
    }
  }
}
