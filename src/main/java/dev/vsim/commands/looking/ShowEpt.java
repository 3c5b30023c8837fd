package dev.vsim.commands.looking;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.Ept;
import dev.vsim.machine.virt.Vm;
import dev.vsim.text.Numerals;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** {@code show ept linux}: what lies behind a VM's guest-physical memory. */
public final class ShowEpt implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("ept")
          .required(VM)
          .doc(
              "Draws a VM's extended page table: which host-physical memory is behind its guest-physical memory, with what rights; alike pages in a row are one row.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    boolean used = vm.settings().hardware().usesEpt();
    Ept ept = vm.ept();
    String side =
        used
            ? Numerals.count(ept.levels(), "level", "levels")
                + ", root in frame "
                + Printed.hex(ept.table().root())
            : "no processor walks it: the hypervisor's own";
    Table table =
        new Table(
            "EPT of " + vm.path(), side, "GPA", "HPA", "Size", "Pages", "Rights", "A", "D", "For");
    List<Ept.Page> pages = ept.pages();
    int from = 0;
    for (int to = 1; to <= pages.size(); to++) {
      if (to == pages.size() || !continues(vm, pages.get(to - 1), pages.get(to))) {
        table.row(row(vm, pages.get(from), to - from));
        from = to;
      }
    }
    return new Outcome.Shown(table.lines());
  }

  /** Whether a page is like the one before it, and behind it in both memories. */
  private static boolean continues(Vm vm, Ept.Page before, Ept.Page page) {
    return page.first() == before.first() + before.frames()
        && page.hostFirst() == before.hostFirst() + before.frames()
        && page.frames() == before.frames()
        && page.rights() == before.rights()
        && page.accessed() == before.accessed()
        && page.dirty() == before.dirty()
        && isTable(vm, page) == isTable(vm, before);
  }

  private static String[] row(Vm vm, Ept.Page page, int count) {
    PagingForm form = vm.ept().table().form();
    return new String[] {
      address(form, page.first()),
      address(form, page.hostFirst()),
      Printed.whole((long) page.frames() << form.offsetBits(), Dimension.SIZE),
      Integer.toString(count),
      page.rights().word(),
      page.accessed() ? "1" : "0",
      page.dirty() ? "1" : "0",
      isTable(vm, page) ? "tables" : "memory"
    };
  }

  private static String address(PagingForm form, int frame) {
    return Printed.hex((long) frame << form.offsetBits());
  }

  private static boolean isTable(Vm vm, Ept.Page page) {
    return page.first() >= vm.kernel().frames().total();
  }
}
