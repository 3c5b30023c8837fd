package dev.vsim.commands.processor;

import dev.vsim.machine.Host;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/**
 * {@code load linux 80% < profile server >}: keeps each vCPU of a VM busy for a part of the time.
 */
public final class Load implements Command {
  private static final Slot MACHINE = Slot.of("machine", new Type.OfKind("vm", "host"));
  private static final Slot PART = Slot.of("part", new Type.Real(Dimension.COUNT, 0, 1));
  private static final ProfileOptions PROFILE = new ProfileOptions();
  private static final Signature SIGNATURE =
      Signature.of("load")
          .required(MACHINE)
          .required(PART)
          .options(PROFILE.signatures())
          .doc(
              "From now on each vCPU of a VM, or each core of a host that has no VM to do it, has this part of every 10 ms to do, 100% without a pause and 0% nothing;"
                  + " it is over at once, and its work is done while time passes (rule R17). Its profile says what its software does that concerns the hypervisor (rule R37).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    if (given.object(MACHINE) instanceof Vm vm) {
      return load(vm, given, setting);
    } else if (!given.options().isEmpty()) {
      return Outcome.wrongAt(
          MACHINE,
          ActionProblem.UNUSABLE_VALUE,
          "a host has no hypervisor below it, so its load has no profile",
          "leave the options out, or load a VM");
    }
    setting.machine().load((Host) given.object(MACHINE), burst(given));
    return Outcome.DONE;
  }

  private static long burst(Arguments given) {
    Value part = given.value(PART);
    double share = part instanceof Value.Real real ? real.amount() : ((Value.Whole) part).amount();
    return Math.round(share * dev.vsim.machine.cpu.Load.PERIOD);
  }

  private static Outcome load(Vm vm, Arguments given, Setting setting) {
    Optional<Outcome> wrong = PROFILE.problem(given, vm);
    if (wrong.isPresent()) {
      return wrong.get();
    } else if (vm.state() == PowerState.ON) {
      vm.load(burst(given), PROFILE.read(given, vm));
    } else {
      setting.machine().refuse(vm, "load", vm.state().word());
    }
    return Outcome.DONE;
  }
}
