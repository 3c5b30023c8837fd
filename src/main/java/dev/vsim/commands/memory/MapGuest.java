package dev.vsim.commands.memory;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/**
 * {@code map linux 0x5000 -> 0x15000}: backs a page of a VM's guest-physical memory with a certain
 * host frame.
 */
public final class MapGuest implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot FROM = Slot.of("from", Types.ADDRESS);
  private static final Slot TO = Slot.of("to", Types.ADDRESS);
  private static final Slot RIGHTS =
      Slot.of(
          "rights", Type.Words.of("an EPT entry's rights", "r", "rw", "rx", "rwx", "x", "w", "wx"));
  private static final Signature SIGNATURE =
      Signature.of("map")
          .required(VM)
          .required(FROM)
          .arrow()
          .required(TO)
          .optional(RIGHTS)
          .doc(
              "Maps a guest-physical page of a VM to a host-physical frame in the VM's EPT, with all rights unless it says otherwise; no processor takes `w` and `wx`, an EPT misconfiguration.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    if (!vm.state().hasMemory()) {
      setting.machine().refuse(vm, "map", vm.state().word());
      return Outcome.DONE;
    } else if (vm.isPinned()) {
      setting.machine().refuse(vm, "map", "passthrough");
      return Outcome.DONE;
    }
    long from = given.number(FROM);
    long to = given.number(TO);
    Rights rights = given.has(RIGHTS) ? MapOutcomes.rights(given.word(RIGHTS)) : Rights.RWX;
    return new MapOutcomes(vm.host(), PagingForm.EPT.pageSize(), FROM, from, TO, to)
        .of(vm.map(from, to, rights));
  }
}
