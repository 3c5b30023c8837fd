package dev.vsim.check;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Stmt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between a check's name and its block: {@code points 10 needs "it runs" hidden after
 * due}.
 *
 * @param points what it is worth, if that is said
 * @param needs the names of checks that must hold, as they are written
 * @param hidden who does not see what comes of it
 */
public record CheckForm(Optional<BigDecimal> points, List<Expr> needs, Hidden hidden) {
  /** Until when a check is hidden from who is graded. */
  public enum Hidden {
    NO,
    ALWAYS,
    UNTIL_DUE,
    UNTIL_PUBLISHED
  }

  /** Whether the check is more than a group of assertions with a name. */
  boolean isGraded() {
    return points.isPresent() || !needs.isEmpty() || hidden != Hidden.NO;
  }

  /** Reads it, and reports what does not belong there. */
  static CheckForm of(Stmt.Check check, SourceText source, Diagnostics diagnostics) {
    return new Reader(check, source, diagnostics).read();
  }

  private static final class Reader {
    private final Stmt.Check check;
    private final SourceText source;
    private final Diagnostics diagnostics;
    private final List<Item> items;
    private int at;
    private Optional<BigDecimal> points = Optional.empty();
    private final List<Expr> needs = new ArrayList<>();
    private Hidden hidden = Hidden.NO;

    Reader(Stmt.Check check, SourceText source, Diagnostics diagnostics) {
      this.check = check;
      this.source = source;
      this.diagnostics = diagnostics;
      this.items = check.items();
    }

    CheckForm read() {
      while (at < items.size() && item()) {
        // Each turn takes an item or more.
      }
      if (!check.options().isEmpty()) {
        stray(check.options().get(0).span());
      }
      return new CheckForm(points, List.copyOf(needs), hidden);
    }

    private boolean item() {
      if (takes("points")) {
        return points();
      } else if (takes("needs")) {
        return needs();
      } else if (takes("hidden")) {
        return hidden();
      }
      return stray(items.get(at).span());
    }

    private boolean points() {
      Optional<Expr> number = single();
      points = number.flatMap(Points::of);
      if (points.isEmpty()) {
        Span place = number.map(Expr::span).orElse(items.get(at - 1).span());
        diagnostics.add(GradeProblem.POINTS, source, place, source.text(place));
        return false;
      }
      at++;
      return true;
    }

    private boolean needs() {
      if (at < items.size() && items.get(at) instanceof Item.Values values) {
        needs.addAll(values.values());
        at++;
        return true;
      }
      return stray(items.get(at - 1).span());
    }

    private boolean hidden() {
      hidden = Hidden.ALWAYS;
      if (!takes("after")) {
        return true;
      } else if (takes("due")) {
        hidden = Hidden.UNTIL_DUE;
      } else if (takes("published")) {
        hidden = Hidden.UNTIL_PUBLISHED;
      } else {
        return stray(items.get(at - 1).span());
      }
      return true;
    }

    private Optional<Expr> single() {
      return at < items.size()
              && items.get(at) instanceof Item.Values values
              && values.values().size() == 1
          ? Optional.of(values.values().get(0))
          : Optional.empty();
    }

    /** Goes behind a word, if it stands here. */
    private boolean takes(String word) {
      if (at >= items.size()) {
        return false;
      }
      boolean here =
          items.get(at) instanceof Item.Keyword keyword
              ? keyword.word().text().equals(word)
              : single().filter(e -> e instanceof Expr.Name n && n.name().equals(word)).isPresent();
      at += here ? 1 : 0;
      return here;
    }

    private boolean stray(Span place) {
      diagnostics.add(GradeProblem.CHECK_ITEM, source, place, source.text(place));
      return false;
    }
  }
}
