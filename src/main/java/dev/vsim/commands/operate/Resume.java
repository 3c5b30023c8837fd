package dev.vsim.commands.operate;

import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code resume linux}: lets a VM go on where it was suspended. */
public final class Resume implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("resume")
          .required(VM)
          .doc(
              "Reads a suspended VM's memory, backs it in order of addresses, and lets it go on (rule R35).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    return new Outcome.Runs(setting.machine().operations().resume((Vm) given.object(VM)));
  }
}
