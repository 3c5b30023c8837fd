package dev.vsim.exec;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import java.util.List;

/** Who is told what the assertions of a run come to. */
public interface Witness {
  /** Whether anybody wants to know: if not, assertions are passed over. */
  boolean listens();

  /** {@code expect P} and its forms. */
  void expectation(Outcome outcome, SourceText source, Span span);

  /**
   * {@code assert E}.
   *
   * @param message the scenario's own words, or empty
   * @param reads what it read, in order
   */
  void assertion(boolean held, SourceText source, Span span, String message, List<Read> reads);

  /** Something that an assertion read: a variable, an attribute, what a function gave. */
  record Read(Span span, String text, String value) {}

  /**
   * An event that a {@code forbid} forbids.
   *
   * @param during the statement that was running
   */
  void violation(Mismatch.Forbidden violation, Place during);

  /** A {@code forbid} or {@code allow} is in force: something is asserted from here on. */
  void ruling();

  /** A simulation came to its end. */
  void simulated(SourceText source, Span span);

  /** Something that is worth saying and refuses nothing. */
  void warning(Diagnostic warning);

  /** A {@code check} begins; what follows belongs to it. */
  void checkBegins(String name, SourceText source, Span span);

  /** The check that began last ends. */
  void checkEnds();
}
