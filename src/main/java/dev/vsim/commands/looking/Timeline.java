package dev.vsim.commands.looking;

import dev.vsim.machine.cpu.Core;
import dev.vsim.machine.cpu.Dispatcher;
import dev.vsim.machine.cpu.Gang;
import dev.vsim.machine.cpu.History;
import dev.vsim.machine.cpu.HostThread;
import dev.vsim.machine.cpu.SchedulerOption;
import dev.vsim.machine.cpu.Times;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;

/** A drawing of who ran on which core: cores as rows, stretches of time as columns. */
final class Timeline {
  /** More columns than this are not drawn unless asked for. */
  private static final int USUAL_COLUMNS = 30;

  private static final int COLUMNS_A_LINE = 10;
  private static final int LEAST_WIDTH = 9;
  private static final String SHARED = "*";
  private static final long[] UNITS = {1_000_000_000, 1_000_000, 1_000};

  private final Dispatcher dispatcher;
  private final long from;
  private final long to;
  private final List<History.Stretch> stretches;

  /**
   * @param from nanoseconds, at least what the history still knows
   * @param to nanoseconds, behind {@code from}
   */
  Timeline(Dispatcher dispatcher, long from, long to) {
    this.dispatcher = dispatcher;
    this.from = from;
    this.to = to;
    this.stretches =
        dispatcher.history().stretches(to).stream()
            .filter(s -> s.to() > from && s.from() < to)
            .toList();
  }

  /** A column's length such that each has one vCPU, or at least such that there are few. */
  long step() {
    long common = to - from;
    for (History.Stretch stretch : stretches) {
      common = divisor(common, Math.max(0, stretch.from() - from));
      common = divisor(common, Math.min(to, stretch.to()) - from);
    }
    long columns = (to - from) / common;
    return columns <= USUAL_COLUMNS ? common : coarser();
  }

  /** A slice, if that makes few columns, or else a round time. */
  private long coarser() {
    long slice = dispatcher.choice().options().duration(SchedulerOption.SLICE);
    return (to - from) / slice <= USUAL_COLUMNS ? slice : round((to - from) / USUAL_COLUMNS);
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  /** The next of 1, 2, 5, 10, 20, 50 … */
  private static long round(long least) {
    long power = 1;
    while (power * 10 <= least) {
      power *= 10;
    }
    if (least <= power) {
      return power;
    } else if (least <= 2 * power) {
      return 2 * power;
    }
    return least <= 5 * power ? 5 * power : 10 * power;
  }

  List<String> lines(long step) {
    List<List<String>> rows = new ArrayList<>();
    for (Core core : dispatcher.cores()) {
      rows.add(row(core.number(), step));
    }
    List<String> lines = new ArrayList<>();
    String host = dispatcher.host().path();
    lines.add("timeline of " + host + ", " + time(step) + " a column");
    int columns = rows.get(0).size();
    for (int first = 0; first < columns; first += COLUMNS_A_LINE) {
      draw(rows, first, Math.min(columns, first + COLUMNS_A_LINE), step, lines);
    }
    if (rows.stream().flatMap(List::stream).anyMatch(cell -> cell.endsWith(SHARED))) {
      lines.add(SHARED + " others too; the one that had most of it is named");
    }
    lines.add(footer());
    return lines;
  }

  private void draw(List<List<String>> rows, int first, int behind, long step, List<String> lines) {
    int width = Math.max(LEAST_WIDTH, widest(rows) + 2);
    int label = ("core " + (rows.size() - 1)).length() + 3;
    StringBuilder axis = new StringBuilder(" ".repeat(label));
    for (int column = first; column <= behind; column++) {
      axis.append(pad(mark(from + column * step, step), width + 1));
    }
    lines.add(axis.toString().stripTrailing());
    for (int core = 0; core < rows.size(); core++) {
      StringBuilder line = new StringBuilder(pad("core " + core, label)).append('│');
      for (String cell : rows.get(core).subList(first, behind)) {
        line.append(' ').append(pad(cell, width - 1)).append('│');
      }
      lines.add(line.toString());
    }
  }

  private static int widest(List<List<String>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(Timeline::length).max().orElse(0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** An instant in the unit of the columns. */
  private String mark(long instant, long step) {
    long shown = Math.min(instant, to);
    for (long unit : UNITS) {
      if (step % unit == 0) {
        return shown % unit == 0 ? Long.toString(shown / unit) : time(shown);
      }
    }
    return Long.toString(shown);
  }

  private List<String> row(int core, long step) {
    List<String> cells = new ArrayList<>();
    List<History.Stretch> own = stretches.stream().filter(s -> s.core() == core).toList();
    for (long start = from; start < to; start += step) {
      cells.add(cell(own, start, Math.min(to, start + step)));
    }
    return cells;
  }

  private static String cell(List<History.Stretch> own, long start, long end) {
    Map<HostThread, Long> times = new LinkedHashMap<>();
    for (History.Stretch stretch : own) {
      long common = Math.min(end, stretch.to()) - Math.max(start, stretch.from());
      if (common > 0) {
        times.merge(stretch.thread(), common, Long::sum);
      }
    }
    HostThread most = null;
    for (Map.Entry<HostThread, Long> entry : times.entrySet()) {
      if (most == null || entry.getValue() > times.get(most)) {
        most = entry.getKey();
      }
    }
    return most == null
        ? ""
        : name(most) + part(times.get(most), end - start) + (times.size() > 1 ? SHARED : "");
  }

  /** How much of a column somebody had, if not all of it. */
  private static String part(long time, long column) {
    return time == column ? "" : " " + Math.max(1, time * 100 / column) + "%";
  }

  /** {@code vm1.0} for a vCPU, its name for a task of the host. */
  private static String name(HostThread thread) {
    Gang gang = thread.gang();
    return gang.subject() == thread.subject()
        ? gang.subject().path()
        : gang.subject().path() + "." + thread.number();
  }

  private String footer() {
    String ready = sums("ready: ", Times::ready);
    String held = sums("co-stop: ", Times::coStop);
    String waits = ready + (ready.isEmpty() || held.isEmpty() ? "" : "; ") + held;
    double percent = Math.round(dispatcher.times().utilization() * 10_000) / 100.0;
    return waits
        + (waits.isEmpty() ? "" : " ".repeat(5))
        + "utilization "
        + Printed.real(percent)
        + "%";
  }

  private String sums(String word, ToLongFunction<Times> part) {
    StringJoiner joined = new StringJoiner(", ", word, "");
    joined.setEmptyValue("");
    for (Gang gang : dispatcher.roster().gangs()) {
      long time = part.applyAsLong(gang.times());
      if (time > 0) {
        joined.add(gang.subject().path() + " " + time(time));
      }
    }
    return joined.toString();
  }

  private static String time(long nanoseconds) {
    return Printed.whole(nanoseconds, Dimension.DURATION);
  }
}
