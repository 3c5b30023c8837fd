package dev.vsim.commands.operate;

import dev.vsim.machine.Operations;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code power linux off}: switches a VM on or off. */
public final class Power implements Command {
  private static final String RESET = "reset";
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot STATE = Slot.of("state", Type.Words.of("a state", "on", "off", RESET));
  private static final Signature SIGNATURE =
      Signature.of("power")
          .required(VM)
          .required(STATE)
          .doc(
              "Switches a VM on, with a new kernel and its first process, or off, when its memory is gone and its"
                  + " processes have ended; reset is off and on.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    Operations operations = setting.machine().operations();
    if (given.word(STATE).equals(RESET)) {
      operations.reset(vm);
    } else if (given.isOn(STATE)) {
      operations.powerOn(vm);
    } else {
      operations.powerOff(vm);
    }
    return Outcome.DONE;
  }
}
