package dev.vsim.trace;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.Arrays;
import java.util.List;

/** Patterns and places written as the language writes them. */
final class Patterns {
  private Patterns() {}

  /** {@code evict host.init page A dirty true}. */
  static EventPattern pattern(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SourceText source = new SourceText("pattern", text);
    return new LineParser(source, diagnostics)
        .parse(0, text.length(), 1)
        .orElseThrow(() -> new AssertionError(diagnostics.sorted().get(0).message()))
        .pattern();
  }

  static List<EventPattern> patterns(String... texts) {
    return Arrays.stream(texts).map(Patterns::pattern).toList();
  }

  static EventKind kind(String name) {
    return EventKind.named(name).orElseThrow();
  }

  static EventField field(String kind, String name) {
    return kind(kind).field(name).orElseThrow();
  }

  /** The statement of this text in this line of a scenario. */
  static Place place(int line, String statement) {
    String before = "\n".repeat(line - 1);
    SourceText source = new SourceText("lab3.vsim", before + statement + "\n");
    return new Place(source, new Span(before.length(), before.length() + statement.length()));
  }
}
