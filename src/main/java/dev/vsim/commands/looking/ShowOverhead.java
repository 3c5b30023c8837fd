package dev.vsim.commands.looking;

import dev.vsim.machine.virt.GuestAction;
import dev.vsim.machine.virt.Overhead;
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
import dev.vsim.vocabulary.ProcessorWords;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** {@code show overhead}: what it costs that machines are virtual. */
public final class ShowOverhead implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("overhead")
          .optional(VM)
          .doc(
              "Draws what it costs in processor time and memory that VMs are virtual, or of one VM what that is made of (rule R37).");

  private static final int PER_CENT = 100;
  private static final double PICOSECONDS = 1e3;

  /** Percentages have two decimals. */
  private static final double PLACES = 100;

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    if (!given.has(VM)) {
      return new Outcome.Shown(all(setting.machine().vms()));
    }
    Vm vm = (Vm) given.object(VM);
    List<String> lines = new ArrayList<>(processor(vm));
    lines.addAll(memory(vm));
    return new Outcome.Shown(lines);
  }

  private static List<String> all(Iterable<Vm> vms) {
    Table table =
        new Table("overhead", "", "VM", "Guest time", "Exits", "TLB misses", "Processor", "Memory");
    for (Vm vm : vms) {
      Overhead overhead = vm.overhead();
      table.row(
          vm.path(),
          time((double) overhead.guestTime()),
          number(exits(overhead)),
          number(overhead.count(GuestAction.MISSES)),
          part(overhead.cpu()),
          size(overhead.memory()));
    }
    return table.lines();
  }

  private static double exits(Overhead overhead) {
    double sum = overhead.timerExits();
    for (GuestAction action : GuestAction.values()) {
      sum += overhead.count(action) * overhead.exits(action);
    }
    return sum;
  }

  private static List<String> processor(Vm vm) {
    Overhead overhead = vm.overhead();
    String stops = vm.settings().hardware().vtx() ? "Exits" : "Traps";
    Table table =
        new Table(
            "processor overhead of " + vm.path(),
            part(overhead.cpu()) + of(overhead),
            "What its software does",
            "Times",
            stops,
            "Each",
            "Together");
    for (GuestAction action : GuestAction.values()) {
      double count = overhead.count(action);
      double price = overhead.price(action) / PICOSECONDS;
      if (price > 0 && (count > 0 || overhead.profile().rate(action) > 0)) {
        table.row(
            what(action, overhead),
            number(count),
            number(count * overhead.exits(action)),
            time(price),
            time(count * price));
      }
    }
    return table.lines();
  }

  /** Before anything has run the part is what its profile would come to. */
  private static String of(Overhead overhead) {
    return overhead.guestTime() == 0
        ? " by its profile, it has not run yet"
        : " of its " + time((double) overhead.guestTime());
  }

  private static String what(GuestAction action, Overhead overhead) {
    return action == GuestAction.MISSES
        ? ProcessorWords.of(action)
            + ", each a walk of "
            + overhead.walk()
            + " in place of "
            + Numerals.count(overhead.walkOnHost(), "entry", "entries")
        : ProcessorWords.of(action);
  }

  private static List<String> memory(Vm vm) {
    Overhead overhead = vm.overhead();
    Table table =
        new Table(
            "memory overhead of " + vm.path(),
            size(overhead.memory()),
            "What takes it",
            "Size",
            "Part of its memory");
    taken(table, "the guest's operating system", overhead.osMemory(), vm);
    taken(table, "tables that translate its memory", overhead.tables(), vm);
    taken(table, "the hypervisor's own", overhead.vmmMemory(), vm);
    return table.lines();
  }

  private static void taken(Table table, String what, long bytes, Vm vm) {
    table.row(what, size(bytes), part((double) bytes / vm.memory()));
  }

  private static String number(double count) {
    return Printed.real(Math.rint(count));
  }

  private static String time(double nanoseconds) {
    return Printed.whole(Math.round(nanoseconds), Dimension.DURATION);
  }

  private static String size(long bytes) {
    return Printed.whole(bytes, Dimension.SIZE);
  }

  private static String part(double share) {
    return Printed.real(Math.rint(share * PER_CENT * PLACES) / PLACES) + "%";
  }
}
