package dev.vsim.kinds;

import dev.vsim.machine.cpu.Task;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.OptionalLong;

/** A task that was given to a VM or host ({@code task build in linux < cpu 30ms >}). */
public final class TaskKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("task").doc("A piece of work that was given to a VM or host.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("vm", "host");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of("over", "Whether it is over.", s -> Value.Truth.of(((Task) s).isOver()))
            .gives(Types.TRUTH),
        Attribute.of(
                "used",
                "Processor time that it has had.",
                s -> time(OptionalLong.of(((Task) s).used())))
            .gives(Types.DURATION),
        Attribute.of(
            "response",
            "From its arrival to its first time on a core; none before.",
            s -> time(((Task) s).response())),
        Attribute.of(
            "turnaround",
            "From its arrival to its end; none before.",
            s -> time(((Task) s).turnaround())),
        Attribute.of(
            "waiting",
            "From its arrival to its end, without processor time and I/O; none before its end.",
            s -> time(((Task) s).waiting())));
  }

  private static Value time(OptionalLong nanoseconds) {
    return nanoseconds.isPresent()
        ? new Value.Whole(nanoseconds.getAsLong(), Dimension.DURATION)
        : Value.None.NONE;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("tasks are begun by a command");
  }
}
