package dev.vsim.commands.operate;

import dev.vsim.machine.Host;
import dev.vsim.machine.Operations;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.OperationProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code crash linux}, {@code crash esxi1 < ha on >}: a VM or a host stops where it is. */
public final class Crash implements Command {
  private static final Slot WHAT =
      Slot.of("machine", new Type.Either(new Type.OfKind("vm"), new Type.OfKind("host")));
  private static final Slot STATE = Slot.of("state", Types.SWITCH);
  private static final Signature HA =
      Signature.of("ha")
          .required(STATE)
          .doc(
              "Whether the VMs of a host are started elsewhere; without it as they or the host declare.");
  private static final Signature SIGNATURE =
      Signature.of("crash")
          .required(WHAT)
          .options(HA)
          .doc("Stops a VM where it is, or a host with every VM that runs on it (rule R35).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Operations operations = setting.machine().operations();
    Optional<Boolean> ha = given.option(HA).map(o -> o.isOn(STATE));
    Subject what = given.object(WHAT);
    if (what instanceof Host host) {
      return new Outcome.Runs(operations.crash(host, ha));
    } else if (ha.isPresent()) {
      return Outcome.wrong(OperationProblem.HA_OF_A_VM, what.path());
    }
    operations.crash((Vm) what);
    return Outcome.DONE;
  }
}
