package dev.vsim.commands.processor;

import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.cpu.TaskSettings;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code task build in linux < cpu 30ms; io 10ms; repeat 3 >}: gives a VM or host work. */
public final class Task implements Command {
  private static final Slot NAME = Slot.of("name", new Type.NewName());
  private static final Slot IN = Slot.of("in", new Type.OfKind("vm", "host"));
  private static final Slot BURST =
      Slot.of("time", new Type.Whole(Dimension.DURATION, 1, EventQueue.END));
  private static final Signature CPU =
      Signature.of("cpu").required(BURST).doc("How long each burst on a processor is.");
  private static final Slot PAUSE =
      Slot.of("time", new Type.Whole(Dimension.DURATION, 0, EventQueue.END));
  private static final Signature IO =
      Signature.of("io")
          .required(PAUSE)
          .fallback("0ns")
          .doc("How long each I/O behind a burst is.");
  private static final Slot TIMES =
      Slot.of("times", new Type.Whole(Dimension.COUNT, 1, Integer.MAX_VALUE));
  private static final Signature REPEAT =
      Signature.of("repeat").required(TIMES).fallback("1").doc("How often both come.");
  private static final Signature SIGNATURE =
      Signature.of("task")
          .required(NAME)
          .fixed("in")
          .required(IN)
          .options(CPU, IO, REPEAT)
          .makesIn(NAME, "task", IN)
          .doc(
              "Gives a VM or a host a piece of work: so many bursts on a processor, each with I/O behind it. A VM's tasks"
                  + " go to its vCPUs in turn. The command is over at once; `wait` waits until all tasks are over.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    if (given.option(CPU).isEmpty()) {
      return Outcome.wrong(ProcessorProblem.NO_BURST, given.word(NAME));
    }
    Machine machine = setting.machine();
    Subject in = given.object(IN);
    String path = in instanceof Vm ? in.path() + "." + given.word(NAME) : given.word(NAME);
    if (machine.find(path).isPresent()) {
      return Outcome.wrongAt(NAME, ActionProblem.DECLARED_TWICE, path);
    }
    TaskSettings settings =
        new TaskSettings(
            given.option(CPU).get().number(BURST),
            given.option(IO).map(o -> o.number(PAUSE)).orElse(0L),
            given.option(REPEAT).map(o -> o.number(TIMES)).orElse(1L));
    if (in instanceof Host host && !host.isUp()) {
      machine.refuse(host, "task", PowerState.CRASHED.word());
    } else if (in instanceof Host host) {
      machine.startTask(given.word(NAME), host, settings);
    } else {
      start(given.word(NAME), (Vm) in, settings, machine);
    }
    return Outcome.DONE;
  }

  private static void start(String name, Vm in, TaskSettings settings, Machine machine) {
    if (in.state() == PowerState.ON) {
      machine.startTask(name, in, settings);
    } else {
      machine.refuse(in, "task", in.state().word());
    }
  }
}
