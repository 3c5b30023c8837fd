package dev.vsim.commands.looking;

import dev.vsim.event.EventField;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.OperationProblem;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code show migration linux}: the rounds of a VM's last migration, and how long it stood. */
public final class ShowMigration implements Command {
  /** Columns that the longest round has. */
  private static final int WIDEST = 32;

  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("migration")
          .optional(VM)
          .doc(
              "Draws the rounds of a VM's last migration, of the last that there was where no VM is named.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Optional<Vm> vm =
        given.has(VM) ? Optional.of((Vm) given.object(VM)) : setting.machine().migrations().last();
    Optional<MigrationReport> report = vm.flatMap(Vm::migration);
    if (report.isEmpty()) {
      return Outcome.wrong(
          OperationProblem.NOT_MOVED, vm.map(v -> v.path() + " has not").orElse("no VM has"));
    }
    return new Outcome.Shown(draw(vm.orElseThrow(), report.get()));
  }

  private static List<String> draw(Vm vm, MigrationReport report) {
    if (report.method() == MigrationMethod.COLD) {
      return List.of(title(vm, report), "its files lie where both reach them: nothing is sent");
    }
    List<String> lines = new ArrayList<>(table(vm, report).lines());
    if (report.failure().isPresent()) {
      lines.add("came to nothing: " + report.failure().get());
    } else if (!report.isResumed()) {
      lines.add("under way");
    } else {
      lines.add(
          Printed.whole(report.pages(), Dimension.COUNT)
              + " pages sent in "
              + Durations.shortly(report.total())
              + ", stopped for "
              + Durations.shortly(report.downtime())
              + report.reason().map(r -> " (" + EventField.word(r) + ")").orElse(""));
    }
    if (report.remoteFaults() > 0) {
      lines.add("remote faults: " + report.remoteFaults());
    }
    return lines;
  }

  private static String title(Vm vm, MigrationReport report) {
    String route = report.from().path() + " → " + report.to().path();
    return "migration of " + vm.path() + ", " + report.method().word() + ": " + route;
  }

  private static Table table(Vm vm, MigrationReport report) {
    boolean throttled = report.rounds().stream().anyMatch(r -> r.throttle() > 0);
    List<String> heads = new ArrayList<>(List.of("Round", "Pages", "Time", "Dirtied", ""));
    if (throttled) {
      heads.add(4, "Throttle");
    }
    String rate = Printed.whole(report.bandwidth().payloadRate(), Dimension.RATE);
    Table table = new Table(title(vm, report), rate, heads.toArray(String[]::new));
    long longest = longest(report);
    for (MigrationReport.Round round : report.rounds()) {
      List<String> cells =
          row(
              Integer.toString(round.number()),
              round.pages(),
              round.time(),
              Long.toString(round.dirtied()),
              longest);
      if (throttled) {
        cells.add(4, round.throttle() + "%");
      }
      table.row(cells.toArray(String[]::new));
    }
    for (List<String> cells : ends(report, longest)) {
      if (throttled) {
        cells.add(4, "–");
      }
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** What was sent while it stood, and what followed it. */
  private static List<List<String>> ends(MigrationReport report, long longest) {
    if (report.reason().isEmpty()) {
      return List.of();
    }
    boolean follows = report.method() == MigrationMethod.POSTCOPY;
    long now = follows ? 0 : report.left();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("stop", now, report.downtime(), "–", longest));
    if (follows) {
      rows.add(row("follow", report.left(), report.total() - report.downtime(), "–", longest));
    }
    return rows;
  }

  private static List<String> row(
      String name, long pages, long time, String dirtied, long longest) {
    int columns = (int) Math.ceil((double) time / Math.max(1, longest) * WIDEST);
    return new ArrayList<>(
        List.of(name, Long.toString(pages), Durations.shortly(time), dirtied, "━".repeat(columns)));
  }

  private static long longest(MigrationReport report) {
    return report.rounds().stream()
        .mapToLong(MigrationReport.Round::time)
        .reduce(report.rounds().isEmpty() ? report.total() : report.downtime(), Math::max);
  }
}
