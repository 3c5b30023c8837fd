package dev.vsim.commands.looking;

import dev.vsim.commands.ForProcess;
import dev.vsim.commands.memory.Places;
import dev.vsim.machine.memory.PageState;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.text.Numerals;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code show address 0x12345678}: the textbook's split into page and offset, frame and offset. */
public final class ShowAddress extends ForProcess {
  private static final Slot ADDRESS = Slot.of("address", Types.LOCATION);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("address")
          .required(ADDRESS)
          .doc(
              "Draws how an address is taken apart, and the physical addresses that it leads to now; touches nothing.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected boolean needsLife() {
    return false;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong at = Places.BY_ADDRESS.address(process, given, ADDRESS, 0);
    PagingForm form = process.table().form();
    if (at.isEmpty()) {
      return Places.unknown(process, given, ADDRESS, 0);
    } else if (!form.canonical(at.getAsLong())) {
      return Outcome.wrongAt(
          ADDRESS,
          ActionProblem.UNUSABLE_VALUE,
          Printed.hex(at.getAsLong()) + " is no address of " + process.path() + "'s space",
          "an address has " + form.addressBits() + " bits here");
    }
    return new Outcome.Shown(lines(process, at.getAsLong()));
  }

  private static List<String> lines(Process process, long va) {
    List<String> lines = new ArrayList<>(virtual(process, va).lines());
    PageState state = process.page(process.pageAt(va));
    if (state.frame().isEmpty()) {
      lines.add("physical address: none, since the page has no frame");
      return lines;
    }
    PagingForm form = process.table().form();
    long within = form.page(va) - form.first(process.pageAt(va));
    int frame = (int) (state.frame().getAsInt() + within);
    if (process.kernel().subject() instanceof Vm vm) {
      lines.addAll(physical("guest-physical address", vm.path(), form, frame, va));
      lines.addAll(behindEpt(vm, form, frame, va));
    } else {
      lines.addAll(
          physical("physical address", process.kernel().subject().path(), form, frame, va));
    }
    return lines;
  }

  private static List<String> behindEpt(Vm vm, PagingForm form, int frame, long va) {
    String what = vm.outer().isPresent() ? "guest-physical address" : "host-physical address";
    if (!vm.ept().backs(frame)) {
      return List.of(what + ": none, since nothing is behind the frame yet");
    }
    int behind = vm.ept().hostFrame(frame);
    List<String> lines =
        new ArrayList<>(physical(what, vm.host().subject().path(), form, behind, va));
    vm.outer().ifPresent(outer -> lines.addAll(behindEpt(outer, form, behind, va)));
    return lines;
  }

  private static Table virtual(Process process, long va) {
    PagingForm form = process.table().form();
    long page = process.pageAt(va);
    int last = PageNumber.level(page);
    int offsetBits = Long.numberOfTrailingZeros(form.size(last));
    List<String> heads = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    heads.add("Page Number" + bits(form.addressBits() - offsetBits));
    cells.add(Looking.page(process, page));
    for (int level = form.levels(); level >= last && form.levels() > 1; level--) {
      heads.add("Level " + level + bits(form.indexBits(level)));
      cells.add(Integer.toString(form.index(level, page)));
    }
    heads.add("Page Offset" + bits(offsetBits));
    cells.add(Printed.hex(va & (form.size(last) - 1)));
    Table table =
        new Table(
            "address " + Printed.hex(va) + " of " + process.path(),
            ShowPageTable.side(process),
            heads.toArray(String[]::new));
    table.row(cells.toArray(String[]::new));
    return table;
  }

  private static List<String> physical(
      String what, String whose, PagingForm form, int frame, long va) {
    long address = (long) frame << form.offsetBits() | form.offset(va);
    Table table =
        new Table(
            what + " " + Printed.hex(address) + " of " + whose,
            "",
            "Frame Number" + bits(form.entries().frameNumberBits()),
            "Page Offset" + bits(form.offsetBits()));
    table.row(Printed.hex(frame), Printed.hex(form.offset(va)));
    return table.lines();
  }

  private static String bits(int count) {
    return " (" + Numerals.count(count, "bit", "bits") + ")";
  }
}
