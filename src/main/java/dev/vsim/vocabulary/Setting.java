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

  /** The files that a statement of this text may read, by paths relative to it. */
  References references(SourceText user);

  /** The virtual disks that a scenario may begin with. */
  Images images();

  /** What {@code --set} or the caller gives to a parameter of a file, if anything. */
  Optional<Value> parameter(SourceText file, String name);
}
