package dev.vsim.sweep;

import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a sweep as CSV (RFC 4180, with line ends as elsewhere): a line for each run, numbers in
 * the smallest unit, which the head names.
 */
public final class SweepCsv {
  private static final MathContext DIGITS = new MathContext(12);

  private SweepCsv() {}

  /** The whole file. */
  public static String write(Sweep sweep) {
    StringBuilder out = new StringBuilder();
    List<String> head = new ArrayList<>();
    sweep.parameters().forEach(parameter -> head.add(parameter.name()));
    for (int i = 0; i < sweep.measures().size(); i++) {
      head.add(sweep.measures().get(i) + unit(sweep, i));
    }
    head.add("error");
    line(head, out);
    for (Sweep.Point point : sweep.points()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < point.at().size(); i++) {
        cells.add(sweep.parameters().get(i).values().get(point.at().get(i)));
      }
      for (int i = 0; i < sweep.measures().size(); i++) {
        cells.add(point.measure(i).map(SweepCsv::plain).orElse(""));
      }
      cells.add(point.trouble().map(t -> t.word() + ": " + t.message()).orElse(""));
      line(cells, out);
    }
    return out.toString();
  }

  private static String unit(Sweep sweep, int measure) {
    Optional<Dimension> dimension =
        sweep.points().stream()
            .flatMap(point -> point.measure(measure).stream())
            .flatMap(value -> Amount.dimension(value).stream())
            .findFirst();
    return dimension.map(Amount::smallest).map(u -> u.isEmpty() ? u : " (" + u + ")").orElse("");
  }

  private static String plain(Value value) {
    if (value instanceof Value.Whole whole && whole.dimension() != Dimension.ADDRESS) {
      return Long.toString(whole.amount());
    } else if (value instanceof Value.Real real) {
      return Double.isFinite(real.amount())
          ? new BigDecimal(real.amount(), DIGITS).stripTrailingZeros().toPlainString()
          : "";
    }
    return value == Value.None.NONE ? "" : value.print();
  }

  private static void line(List<String> cells, StringBuilder out) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    out.append('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
