package dev.vsim.syntax;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a scenario out ({@code vsim fmt}): blanks and indentation become uniform; comments, the
 * spelling of literals, and what stands on one line or on many stay as they were written.
 */
public final class Formatter {
  private Formatter() {}

  /** The text laid out; empty, with diagnostics, where it cannot be read. */
  public static Optional<String> format(SourceText source, Diagnostics diagnostics) {
    Diagnostics mine = new Diagnostics();
    Set<Integer> angles = new HashSet<>();
    new ScenarioParser().angles(source, mine, angles::add);
    mine.sorted().forEach(diagnostics::add);
    return mine.hasErrors() ? Optional.empty() : Optional.of(laidOut(source, angles));
  }

  private static String laidOut(SourceText source, Set<Integer> angles) {
    PageLayout page = new PageLayout(source);
    new Pieces(source, angles).all().forEach(page::add);
    return page.text();
  }
}
