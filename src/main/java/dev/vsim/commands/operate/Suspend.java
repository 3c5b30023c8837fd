package dev.vsim.commands.operate;

import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code suspend linux}: writes a VM's memory into a file. */
public final class Suspend implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("suspend")
          .required(VM)
          .doc(
              "Stops a VM and writes its memory into a file, so that its frames are free; nothing of it takes processor time (rule R35).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    return new Outcome.Runs(setting.machine().operations().suspend((Vm) given.object(VM)));
  }
}
