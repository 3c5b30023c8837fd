package dev.vsim.commands.memory;

import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code kill app}: ends a process. */
public final class Kill implements Command {
  private static final Slot PROCESS = Slot.of("process", new Type.OfKind("process"));
  private static final Signature SIGNATURE =
      Signature.of("kill")
          .required(PROCESS)
          .doc("Ends a process; its frames and swap slots are free.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Process process = (Process) given.object(PROCESS);
    if (process.ended()) {
      setting.machine().refuse(process, "kill", "ended");
    } else {
      process.kernel().kill(process);
    }
    return Outcome.DONE;
  }
}
