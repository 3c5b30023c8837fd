package dev.vsim.commands.memory;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code balloon linux 128M}: makes the balloon in a guest so large. */
public final class Balloon implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot SIZE = Slot.of("size", Types.SIZE);
  private static final Signature SIGNATURE =
      Signature.of("balloon")
          .required(VM)
          .required(SIZE)
          .doc(
              "Makes the balloon in a VM so large: its driver takes free frames of the guest, the highest first, then what"
                  + " the guest's policy evicts, up to 65% of its memory, and the host need not back them (rule R23); 0"
                  + " gives all back.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    if (vm.state() != PowerState.ON) {
      setting.machine().refuse(vm, "balloon", vm.state().word());
    } else if (vm.tenant().isPinned()) {
      setting.machine().refuse(vm, "balloon", "passthrough");
    } else {
      long pages = given.number(SIZE) / PagingForm.EPT.pageSize();
      vm.tenant().balloon().become((int) Math.min(pages, Integer.MAX_VALUE));
    }
    return Outcome.DONE;
  }
}
