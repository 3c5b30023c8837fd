package dev.vsim.source;

/** Text that cannot be read at all: brackets, quotes, characters, and what is too much (V01). */
public enum SyntaxProblem implements Unread {
  /** Something stands where nothing of the kind can; {@code {1}} says what could. */
  UNEXPECTED(
      "V0101",
      "{0} cannot stand here",
      "{1}",
      """
      The text up to the underlined place is understood, but what is underlined does not continue it. The help line names \
      what could stand there. Mostly something is missing just before: an operator, a comma, a line end.

      Wrong:
          let frames = 4 5

      Right:
          let frames = 4
      """),

  /** A bracket that is open to the end. */
  UNCLOSED_BRACKET(
      "V0102",
      "`{0}` is never closed",
      "close it with `{1}`",
      """
      Every `(`, `[` and `{` needs its `)`, `]` or `}`. Where one is missing, the text says nowhere; so vsim looks at how the \
      lines are indented, points at the bracket, and goes on at the first line that is not indented deeper.

      Wrong:
          repeat 3 {
            access 0x1000
          access 0x2000

      Right:
          repeat 3 {
            access 0x1000
          }
          access 0x2000
      """),

  /** An angle bracket that is open to the end. */
  UNCLOSED_PROPERTIES(
      "V0103",
      "the properties that `<` begins are never ended",
      "end them with `>`; a comparison among arguments stands in parentheses, `(a < b)`",
      """
      Behind a declaration or a command `<` begins a list of properties or options, and `>` ends it; `>>` ends two. Only \
      `+ - * / // mod ..` stand bare among arguments, so that `<` is never a comparison there.

      Wrong:
          vm linux < vcpu 2; mem 512M

      Right:
          vm linux < vcpu 2; mem 512M >
      """),

  /** A closing bracket without an opening one. */
  CLOSES_NOTHING(
      "V0104",
      "`{0}` closes nothing",
      "remove it, or open with `{1}` before",
      """
      There is a closing bracket more than there are opening ones. If the one that is underlined is right, another before it \
      closes too early.

      Wrong:
          access 0x1000)

      Right:
          access 0x1000
      """),

  /** A closing bracket of another kind than the one that is open. */
  WRONG_CLOSER(
      "V0105",
      "`{0}` cannot close a `{1}`",
      "write `{2}`",
      """
      Brackets close in the reverse order in which they open, each with its own kind.

      Wrong:
          let pages = [1, 2, 3)

      Right:
          let pages = [1, 2, 3]
      """),

  /** A text without its closing quote. */
  UNCLOSED_TEXT(
      "V0106",
      "this text is not closed on its line",
      "put a `\"` behind it; a line end inside a text is written `\\n`",
      """
      A text begins and ends with `"` on one line. A quote inside it is written `\\"`, a line end `\\n`.

      Wrong:
          print "three frames

      Right:
          print "three frames"
      """),

  /** A hole in a text without its closing brace. */
  UNCLOSED_HOLE(
      "V0107",
      "`${` is never closed in this text",
      "close it with `}`, or write `\\${` for the characters themselves",
      """
      In a text `${expression}` stands for the expression's value. The `}` must come before the text ends. A dollar sign \
      before a brace that is meant as such is written `\\$`.

      Wrong:
          print "page ${p"

      Right:
          print "page ${p}"
      """),

  /** {@code "${}"}. */
  EMPTY_HOLE(
      "V0108",
      "there is no expression in this `${}`",
      "write `${name}`, or `\\${}` for the characters themselves",
      """
      In a text `${expression}` stands for the expression's value, so there must be an expression.

      Wrong:
          print "page ${}"

      Right:
          print "page ${p}"
      """),

  /** {@code \q}. */
  UNKNOWN_ESCAPE(
      "V0109",
      "`{0}` means nothing in a text",
      "the escapes are `\\\"`, `\\\\`, `\\n`, `\\t`, `\\$` and `\\u{…}`; a backslash itself is `\\\\`",
      """
      A backslash in a text begins an escape: `\\"` a quote, `\\\\` a backslash, `\\n` a line end, `\\t` a tab, `\\$` a dollar \
      sign, `\\u{1F600}` the character of that number. Nothing else follows a backslash.

      Wrong:
          print "C:\\images"

      Right:
          print "C:\\\\images"
      """),

  /** A number that is no character's. */
  NO_CODE_POINT(
      "V0110",
      "`{0}` is no character",
      "write one to six hexadecimal digits in the braces, at most 10FFFF, as in `\\u{e9}`",
      """
      `\\u{…}` names a character by its Unicode number in hexadecimal digits, from 0 to 10FFFF; D800 to DFFF are no characters.

      Wrong:
          print "\\u{110000}"

      Right:
          print "\\u{1F600}"
      """),

  /** A character that the language does not use. */
  STRANGE_CHARACTER(
      "V0111",
      "`{0}` has no meaning outside texts and comments",
      "",
      """
      Names are made of letters, digits, `_` and `-`; the other signs of the language are \
      `+ - * / & | ^ = ! < > . .. , ; : ( ) [ ] { } -> "  # ? _`. Anything may stand in a text or a comment.

      Wrong:
          let price = $5

      Right:
          let price = 5
      """),

  /** A character that looks like another. */
  LOOK_ALIKE(
      "V0112",
      "`{0}` only looks like `{1}`",
      "write `{1}`",
      """
      Word processors and web pages replace plain signs by prettier ones: quotes by curved quotes, `-` by a dash, a blank by \
      one that does not break. The language knows the plain ones only; `→` alone may stand for `->`.

      Wrong:
          print “hello”

      Right:
          print "hello"
      """),

  /** A control character. */
  CONTROL_CHARACTER(
      "V0113",
      "the control character {0} cannot stand in a scenario",
      "remove it; in a text it can be written `{0}`",
      """
      Apart from tabs and line ends a scenario holds no control characters, not even in comments: they cannot be seen, and \
      some change what a terminal shows. Many of them mean that the file is no text at all, or is encoded as UTF-16.
      """),

  /** Too many brackets inside each other. */
  TOO_DEEP(
      "V0114",
      "this is nested too deeply",
      "at most 250 brackets can be open at once; give inner parts a name with `let` or `def`",
      """
      Brackets, blocks and angle brackets can stand in each other 250 deep, so that no text can exhaust the reader's memory. \
      No text that is written for people comes near.
      """),

  /** Too many operators in one expression. */
  TOO_MANY_OPERATORS(
      "V0115",
      "this expression has too many operators",
      "at most 250 can stand in one expression; give parts of it a name with `let`",
      """
      An expression can have 250 operators side by side or in each other. A long sum is better made in a loop, or of a list: \
      `[1, 2, 3].sum()`.
      """),

  /** A statement longer than allowed. */
  TOO_LONG(
      "V0168",
      "this statement is too long",
      "at most 300_000 words and signs stand in one statement; `replay` reads references by the million",
      """
      A statement is read as a whole, without the statements inside it, and 300_000 words, numbers and signs of it at the \
      most, so that no text can exhaust the reader's memory. Long lists of references belong into a trace file: \
      `access page 7, 0, 1, …` with a million pages becomes `replay "pages.txt"`.
      """),

  /** A text longer than allowed. */
  TOO_LARGE(
      "V0116",
      "this text has {0} characters, and at most {1} are read",
      "split it, and join the parts with `use`",
      """
      The size of a scenario is limited, so that no file can exhaust the reader's memory. References by the million belong \
      into a trace file, which `replay` reads.
      """),

  /** Too many broken statements. */
  TOO_BROKEN(
      "V0117",
      "from here on nothing is read, since too much before it is wrong",
      "mend what is reported first",
      """
      After ninety statements that cannot be read the rest of the text is skipped: it is hardly a scenario.
      """),

  /** A reserved word as a name. */
  RESERVED_NAME(
      "V0118",
      "`{0}` is a word of the language and cannot be a name here",
      "choose another name, such as `my-{0}`",
      """
      Words that begin statements or join expressions (`let if for on in start check policy not mod …`) cannot be declared, \
      and cannot be read as variables. Behind a dot, and as property, option, event field or word they are ordinary.

      Wrong:
          let start = 0x1000

      Right:
          let first = 0x1000
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  SyntaxProblem(String code, String template, String help, String explanation) {
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
