package dev.vsim.commands.looking;

import dev.vsim.machine.Host;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code show timeline}: the cores of a host as rows, time as columns. */
public final class ShowTimeline implements Command {
  private static final long MOST_COLUMNS = 1000;
  private static final Slot HOST = Slot.of("host", new Type.OfKind("host"));
  private static final Slot START = instant("start");
  private static final Signature FROM =
      Signature.of("from").required(START).fallback("0ns").doc("Where the drawing begins.");
  private static final Slot END = instant("end");
  private static final Signature TO =
      Signature.of("to").required(END).doc("Where it ends: now, unless given.");
  private static final Slot STEP =
      Slot.of("step", new Type.Whole(Dimension.DURATION, 1, EventQueue.END));
  private static final Signature COLUMN =
      Signature.of("step")
          .required(STEP)
          .doc("How long a column is; unless given, such that each has one vCPU, if that is few.");
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("timeline")
          .optional(HOST)
          .options(FROM, TO, COLUMN)
          .doc("Draws who ran on which core of a host, and how long whose vCPUs were ready.");

  private static Slot instant(String name) {
    return Slot.of(name, new Type.Whole(Dimension.DURATION, 0, EventQueue.END));
  }

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Host host = given.has(HOST) ? (Host) given.object(HOST) : setting.machine().host();
    long now = setting.machine().clock().now();
    long to = Math.min(now, given.option(TO).map(o -> o.number(END)).orElse(now));
    long known = host.dispatcher().history().completeSince();
    long from = given.option(FROM).map(o -> o.number(START)).orElse(known);
    if (from >= to) {
      return Outcome.wrong(
          ProcessorProblem.NO_TIME,
          Printed.whole(from, Dimension.DURATION),
          Printed.whole(to, Dimension.DURATION));
    }
    Optional<Long> step = given.option(COLUMN).map(o -> o.number(STEP));
    Timeline timeline = new Timeline(host.dispatcher(), Math.max(from, known), to);
    return step.isPresent() && (to - from) / step.get() > MOST_COLUMNS
        ? Outcome.wrongAt(STEP, ProcessorProblem.TOO_MANY_COLUMNS, MOST_COLUMNS)
        : new Outcome.Shown(timeline.lines(step.orElseGet(timeline::step)));
  }
}
