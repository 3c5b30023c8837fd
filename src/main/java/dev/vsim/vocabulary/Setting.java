package dev.vsim.vocabulary;

import dev.vsim.machine.Machine;
import dev.vsim.source.SourceText;
import dev.vsim.value.Value;
import java.util.Optional;

/** What a command acts on: the machine, and what the run around it lends. */
public interface Setting {
  Machine machine();

  /** What the trace shows. */
  Visibility visibility();

  /** The files that a scenario may read. */
  References references();

  /** The virtual disks that a scenario may begin with. */
  Images images();

  /** What {@code --set} or the caller gives to a parameter of a file, if anything. */
  Optional<Value> parameter(SourceText file, String name);
}
