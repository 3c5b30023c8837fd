package dev.vsim.source;

/** Statements and expressions that are not of the form they have here (V01). */
public enum FormProblem implements Unread {
  /** {@code let x}. */
  VALUE_MISSING(
      "V0121",
      "`{0}` gets no value",
      "write a value behind it, as in `{0} = 0`; nothing is `none`",
      """
      A name has a value from the start. Where there is none yet, `none` says so.

      Wrong:
          let faults

      Right:
          let faults = 0
      """),

  /** {@code if x} without a block. */
  BLOCK_MISSING(
      "V0123",
      "`{0}` needs a block here",
      "write what belongs to it in braces, `{ … }`",
      """
      `if`, `for`, `while`, `repeat`, `def`, `after`, `at`, `check` and their like say something about a block, which stands \
      between `{` and `}`, even if it is a single statement. There is no `then` or `do`.

      Wrong:
          if faults > 9 then print "many"

      Right:
          if faults > 9 { print "many" }
      """),

  /** {@code else} at a statement's start. */
  LONELY_ELSE(
      "V0125",
      "this `else` belongs to no `if`",
      "put it right behind the `}` of an `if`",
      """
      `else` continues the `if` whose block ends just before. Nothing but blanks, comments and one line end can stand between.

      Wrong:
          access 0x1000
          else { access 0x2000 }

      Right:
          if true { access 0x1000 }
          else { access 0x2000 }
      """),

  /** {@code } ; else}. */
  SEMICOLON_BEFORE_ELSE(
      "V0126",
      "this `;` ends the `if`, so its `else` is lost",
      "remove the `;`",
      """
      A `;` ends a statement, and `else` is a part of the `if` before it.

      Wrong:
          if n == 1 { access 0x1000 }; else { access 0x2000 }

      Right:
          if n == 1 { access 0x1000 } else { access 0x2000 }
      """),

  /** {@code 3-1}. */
  MINUS_BLANKS(
      "V0131",
      "a minus has a blank on both sides",
      "write `{0}`",
      """
      A `-` inside a name belongs to it (`host-only`), and glued to what follows it is a sign (`-1`); so a minus between two \
      values has a blank on both sides.

      Wrong:
          let rest = 8-3

      Right:
          let rest = 8 - 3
      """),

  /** {@code a -b}. */
  SIGN_FOR_MINUS(
      "V0132",
      "glued to what follows, `-` is a sign, not a minus",
      "write `{0} - …` with a blank on both sides",
      """
      `f -1` passes minus one, `a - b` subtracts. Two values side by side mean nothing in an expression.

      Wrong:
          let rest = all -used

      Right:
          let rest = all - used
      """),

  /** {@code - 5}. */
  SIGN_APART(
      "V0133",
      "a sign is glued to its value",
      "remove the blank behind `-`",
      """
      With a blank behind it `-` subtracts, and there is nothing to subtract from. The sign of a number, or of a name, stands \
      right before it.

      Wrong:
          let offset = - 5

      Right:
          let offset = -5
      """),

  /** {@code f (3)}. */
  BRACKET_APART(
      "V0135",
      "`{0}` must be glued to what it belongs to",
      "write `{1}{0}…`",
      """
      `f(3)` calls and `list[0]` indexes. With a blank before the bracket these are two values side by side, as the arguments \
      of a command are, and that means nothing in an expression.

      Wrong:
          let n = size (4)

      Right:
          let n = size(4)
      """),

  /** {@code a < b < c}. */
  COMPARISON_CHAIN(
      "V0136",
      "comparisons do not chain",
      "write `{0}`",
      """
      `a < b < c` would compare the truth of `a < b` with `c`, or mean both comparisons, depending on whom one asks. vsim \
      lets it be said.

      Wrong:
          if 1 < n < 9 { access 0x1000 }

      Right:
          if 1 < n and n < 9 { access 0x1000 }
      """),

  /** {@code a & b == c}. */
  BITS_BESIDE(
      "V0137",
      "`{0}` beside another operator needs parentheses",
      "write `({1})`",
      """
      Languages differ in how tightly `& | ^ << >>` bind, and the difference is seldom seen. So beside any other operator \
      they stand in parentheses, or the other does.

      Wrong:
          if entry & 1 == 1 { print "present" }

      Right:
          if (entry & 1) == 1 { print "present" }
      """),

  /** {@code access a == b}. */
  ARGUMENT_OPERATOR(
      "V0138",
      "among arguments and properties `{0}` stands in parentheses only",
      "write the expression in parentheses, `(a {0} b)`",
      """
      Arguments stand side by side, and `<` begins options; so only `+ - * / // mod ..` stand bare among them.

      Wrong:
          show a == b

      Right:
          show (a == b)
      """),

  /** {@code expect page-fault va == 0x1000}. */
  PATTERN_OPERATOR(
      "V0139",
      "a pattern has no `{0}`",
      "write field and value side by side, `va 0x1000`, ranges as `0..9`, and compute in parentheses",
      """
      A pattern names an event, its subject, and fields with the values they shall have, all side by side. What is to be \
      computed stands in parentheses. Attributes are compared with `assert`.

      Wrong:
          expect page-fault app va == 0x1000

      Right:
          expect page-fault app va 0x1000
      """),

  /** {@code [1 2]}. */
  MISSING_COMMA(
      "V0144",
      "a comma is missing before `{0}`",
      "write `, {0}`",
      """
      Elements of a list and arguments in parentheses are separated by commas; only the arguments of a command stand side by \
      side.

      Wrong:
          let pages = [1 2 3]

      Right:
          let pages = [1, 2, 3]
      """),

  /** {@code for (i = 0; …)}. */
  LOOP_SHAPE(
      "V0145",
      "a loop is written `for NAME in VALUES { … }`",
      "count with `for i in 0..9 { … }`, go through a map with `for k, v in m { … }`",
      """
      `for` goes through a range, a list or a map. To go on while something holds there is `while`, and `repeat 3 { … }` only \
      counts.

      Wrong:
          for i = 0 { access page (i) }

      Right:
          for i in 0..9 { access page (i) }
      """),

  /** {@code let x = 1 +} and a line end. */
  DANGLING_OPERATOR(
      "V0147",
      "the line ends with `{0}`, so the next one belongs to it",
      "write what is missing behind `{0}`, or remove it",
      """
      A line that ends with an operator, `=`, `,` or `->` goes on in the next one.

      Wrong:
          let n = 4 +
          let m = 5

      Right:
          let n = 4
          let m = 5
      """),

  /** {@code ["a": 1, 2]}. */
  MIXED_MAP(
      "V0149",
      "either all elements have keys, or none",
      "write a map as `[\"a\": 1, \"b\": 2]`, a list as `[1, 2]`",
      """
      In brackets stands a list, or, where each element has a key and a `:`, a map.

      Wrong:
          let m = ["a": 1, 2]

      Right:
          let m = ["a": 1, "b": 2]
      """),

  /** {@code f(x) = 3}. */
  ASSIGN_TARGET(
      "V0150",
      "a call cannot be assigned to",
      "assign to a variable, to `list[0]` or to `object.attribute`",
      """
      On the left of `=` stands what keeps a value: a variable, an element of a list or a map, an attribute that may be \
      written.

      Wrong:
          size() = 4

      Right:
          let size = 4
      """),

  /** {@code print simulate "x"}. */
  STANDS_ALONE(
      "V0151",
      "`{0}` stands alone, or right behind `let … =`",
      "write `let r = {0} …` before, and use `r` here",
      """
      `simulate` runs a whole scenario, and `expect` looks for an event; each is a statement of its own, or the value of a \
      `let`.

      Wrong:
          print simulate "lru.vsim"

      Right:
          let r = simulate "lru.vsim"
          print r.app.faults
      """),

  /** A command among a policy's handlers. */
  NOT_A_MEMBER(
      "V0152",
      "a policy or scheduler holds only `let`, `def` and `on …() { }`",
      "put what it does into a handler, such as `on victim() { … }`",
      """
      A strategy is its state and what it answers when it is asked. What it does stands in its handlers.

      Wrong:
          policy mine {
            print "hello"
          }

      Right:
          policy mine {
            on load(f) { print "hello" }
          }
      """),

  /** {@code expect no} and nothing behind it. */
  INCOMPLETE(
      "V0154",
      "this statement is not complete",
      "{0}",
      """
      The line ends, or the block does, before the statement is whole. The help line names what is still expected. A \
      statement that is too long for one line goes on in the next after an operator, a comma or `->`, and inside `( )` and \
      `[ ]`.

      Wrong:
          expect next

      Right:
          expect next page-fault
      """),

  /** {@code expect app.faults == 9}. */
  EXPECT_ATTRIBUTE(
      "V0156",
      "`expect` looks for an event, not at an attribute",
      "write `assert` to compare attributes",
      """
      `expect` is followed by the name of an event, and by the fields that it shall have. What an attribute is at this moment \
      is asked with `assert`.

      Wrong:
          expect app.faults == 9

      Right:
          assert app.faults == 9
      """),

  /** {@code 0...5}, {@code 0..<5}. */
  RANGE_SIGN(
      "V0160",
      "a range is written `..`, not `{0}`",
      "write `0..4`: both ends belong to it",
      """
      `0..4` are the five numbers from 0 to 4. To leave out the end, take one less: `0..n - 1`.

      Wrong:
          for i in 0..<5 { access page (i) }

      Right:
          for i in 0..4 { access page (i) }
      """),

  /** {@code let a, b = 1, 2}. */
  ONE_AT_A_TIME(
      "V0163",
      "only one {0} stands here",
      "{1}",
      """
      Each `let` introduces one name, and `return` gives one value back. A list holds several.

      Wrong:
          let a, b = 1, 2

      Right:
          let a = 1
          let b = 2
      """),

  /** {@code param n = 3 in 1..4}. */
  PARAM_RANGE(
      "V0167",
      "the range of a `param` stands before its value",
      "write `param {0} in {1} = {2}`",
      """
      A `param` is its name, perhaps the values that it may take, its value and perhaps a text that says what it means. Behind \
      the `=`, `in` would only ask whether the value is in the range.

      Wrong:
          param frames = 4 in 1..64

      Right:
          param frames in 1..64 = 4
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  FormProblem(String code, String template, String help, String explanation) {
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
