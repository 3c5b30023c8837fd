package dev.vsim.commands.looking;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.ShadowTables;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.text.Numerals;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/** {@code show shadow linux.init}: the table that is walked in place of a guest's own. */
public final class ShowShadow extends ForProcess {
  private static final Slot PROCESS = Slot.of("process", new Type.OfKind("process", "vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("shadow")
          .optional(PROCESS)
          .doc(
              "Draws the shadow of a guest process's page table, which the processor walks with `ept off`, beside what the guest's own table says.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected boolean needsLife() {
    return false;
  }

  @Override
  protected Outcome act(Process actor, Arguments given, Setting setting) {
    Process process = given.has(PROCESS) ? Looking.process(given.object(PROCESS)) : actor;
    Optional<ShadowTables> shadows =
        process.kernel().subject() instanceof Vm vm ? vm.shadows() : Optional.empty();
    if (shadows.isEmpty()) {
      return Outcome.wrong(ProcessorProblem.NO_SHADOW, process.path());
    }
    Optional<PageTable> shadow = shadows.get().find(process);
    if (shadow.isEmpty()) {
      return new Outcome.Shown(
          List.of("shadow of " + process.path() + ": none, since nothing has walked it yet"));
    }
    return new Outcome.Shown(drawn(process, shadow.get()));
  }

  private static List<String> drawn(Process process, PageTable shadow) {
    int frames = shadow.framesOfTables();
    Table table =
        new Table(
            "shadow of " + process.path(),
            "root in frame "
                + Printed.hex(shadow.root())
                + ", "
                + Numerals.count(frames, "frame", "frames")
                + " of the host's",
            "Page",
            "Guest Frame",
            "Host Frame",
            "Rights",
            "Guest's",
            "A",
            "D");
    EntryFormat entries = shadow.form().entries();
    for (long page = shadow.next(0); page >= 0; page = shadow.next(page + 1)) {
      if (entries.present(shadow.entry(page))) {
        table.row(row(process, shadow.form(), page, shadow.entry(page)));
      }
    }
    return table.lines();
  }

  private static String[] row(Process process, PagingForm form, long page, long entry) {
    EntryFormat entries = form.entries();
    long own = process.pageAt(page << form.offsetBits());
    long guests = process.table().entry(own);
    int frame = entries.frame(guests) + (int) (page - form.first(own));
    return new String[] {
      Looking.page(process, page),
      Printed.hex(frame),
      Printed.hex(entries.frame(entry)),
      entries.rights(entry).word(),
      entries.rights(guests).word(),
      entries.accessed(entry) ? "1" : "0",
      entries.dirty(entry) ? "1" : "0"
    };
  }
}
