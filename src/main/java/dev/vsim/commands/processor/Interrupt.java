package dev.vsim.commands.processor;

import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.virt.GuestState;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code interrupt linux 0x20}: a device interrupts a guest. */
public final class Interrupt implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot VECTOR =
      Slot.of("vector", new Type.Whole(Dimension.ADDRESS, Vector.FIRST_OF_DEVICES, Vector.LAST));
  private static final Slot NUMBER = Slot.of("number", new Type.Whole(Dimension.COUNT, 0, 1023));
  private static final Signature VCPU =
      Signature.of("vcpu").required(NUMBER).fallback("0").doc("Which of its vCPUs.");
  private static final Signature SIGNATURE =
      Signature.of("interrupt")
          .required(VM)
          .required(VECTOR)
          .options(VCPU)
          .doc(
              "A device interrupts a VM with a vector from 0x20 to 0xff; if the guest keeps interrupts out, it waits (rule R19).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    int number = given.option(VCPU).map(o -> (int) o.number(NUMBER)).orElse(0);
    if (number >= vm.vcpus().size()) {
      return Outcome.wrongAt(
          NUMBER, ProcessorProblem.NO_SUCH_VCPU, vm.path(), number, vm.vcpus().size() - 1);
    }
    Vcpu vcpu = vm.vcpus().get(number);
    if (!vm.isOn()) {
      setting.machine().refuse(vm, "interrupt", "off");
    } else if (vcpu.state().activity() == GuestState.Activity.SHUTDOWN) {
      setting.machine().refuse(vm, "interrupt", "shutdown");
    } else {
      vm.interrupt(vcpu, (int) given.number(VECTOR));
    }
    return Outcome.DONE;
  }
}
