package dev.vsim.syntax;

import java.util.List;

/** The words with which a statement of the language itself begins, for suggestions. */
public final class StatementWords {
  /** All of them. */
  public static final List<String> ALL =
      List.of(
          "let",
          "if",
          "for",
          "while",
          "repeat",
          "def",
          "return",
          "break",
          "continue",
          "use",
          "param",
          "on",
          "at",
          "in",
          "after",
          "start",
          "expect",
          "assert",
          "check",
          "forbid",
          "allow",
          "mark",
          "rewind",
          "print",
          "policy");

  private StatementWords() {}
}
