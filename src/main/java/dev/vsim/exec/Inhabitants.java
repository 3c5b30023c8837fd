package dev.vsim.exec;

import dev.vsim.machine.Machine;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;

/**
 * The objects of one machine, as values that know where they stand.
 *
 * @param name the scenario whose machine it is
 */
record Inhabitants(String name, Machine machine) implements Value.Universe {
  @Override
  public Optional<Value.Thing> find(String path) {
    return machine.find(path).map(this::thing);
  }

  /** One of its objects. */
  Value.Thing thing(Subject subject) {
    return new Value.Thing(subject.kind(), subject, Optional.of(this));
  }

  /** Two are the same only where they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
