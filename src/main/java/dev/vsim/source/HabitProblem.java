package dev.vsim.source;

/** What other languages write, and this one writes otherwise (V01). */
public enum HabitProblem implements Unread {
  /** {@code if x = 3}. */
  ASSIGN_IN_CONDITION(
      "V0119",
      "`=` assigns, it does not compare",
      "write `==`",
      """
      `x = 3` gives `x` a value; `x == 3` asks whether it has it. In a condition only a question can stand.

      Wrong:
          if faults = 9 { print "as expected" }

      Right:
          if faults == 9 { print "as expected" }
      """),

  /** {@code let x == 3}. */
  EQUAL_TO_ASSIGN(
      "V0120",
      "`==` compares, it does not assign",
      "write `=`",
      """
      `let x = 3` gives `x` its value; `x == 3` asks whether it has it.

      Wrong:
          let faults == 9

      Right:
          let faults = 9
      """),

  /** {@code if x:}. */
  COLON_FOR_BLOCK(
      "V0122",
      "a block stands in braces, not behind `:`",
      "write `{` instead, and `}` behind the block",
      """
      Indentation is only for the eye; what belongs together stands between `{` and `}`.

      Wrong:
          while faults < 9:
            access 0x1000

      Right:
          while faults < 9 {
            access 0x1000
          }
      """),

  /** {@code elif}. */
  ELSE_IF(
      "V0124",
      "`{0}` is written `else if`",
      "write `else if` behind the `}` of the block before",
      """
      A further condition is another `if` behind `else`.

      Wrong:
          if n == 1 { access 0x1000 } elif n == 2 { access 0x2000 }

      Right:
          if n == 1 { access 0x1000 } else if n == 2 { access 0x2000 }
      """),

  /** {@code &&}, {@code !}, {@code %}. */
  FOREIGN_OPERATOR(
      "V0127",
      "`{0}` is no operator here",
      "write {1}",
      """
      The operators are words where other languages have signs: `and`, `or`, `not`, `mod`. The others are \
      `+ - * / //`, `== != < <= > >=`, `& | ^ << >>`, `..`, `in`, and `x if c else y`.

      Wrong:
          if ready && !done { access 0x1000 }

      Right:
          if ready and not done { access 0x1000 }
      """),

  /** {@code x++}. */
  INCREMENT(
      "V0128",
      "there is no `{0}`",
      "write `{1}= 1` behind the name",
      """
      A number is raised by `x += 1` and lowered by `x -= 1`, each a statement of its own.

      Wrong:
          faults++

      Right:
          faults += 1
      """),

  /** {@code //}. */
  FOREIGN_COMMENT(
      "V0129",
      "`{0}` is no comment",
      "begin each line of a comment with `#`",
      """
      A comment begins with `#` and goes to the end of its line. `//` divides, rounding down. There are no comments of \
      several lines.

      Wrong:
          // three frames
          access 0x1000

      Right:
          # three frames
          access 0x1000
      """),

  /** {@code 'boot'}. */
  SINGLE_QUOTES(
      "V0130",
      "a text stands in double quotes",
      "write `\"{0}\"`",
      """
      Texts begin and end with `"`; single quotes have no meaning.

      Wrong:
          print 'three frames'

      Right:
          print "three frames"
      """),

  /** {@code def f (x)}. */
  DEF_PARENTHESES(
      "V0134",
      "the parentheses of a `def` stand right behind its name, even if nothing is in them",
      "write `{0}(…)`",
      """
      A bracket that is glued to a name belongs to it; with a blank between it would be an argument. So `def f(x)` is written \
      like the call `f(3)`, and a function without parameters is `def f()`.

      Wrong:
          def touch (page) { access page (page) }

      Right:
          def touch(page) { access page (page) }
      """),

  /** {@code mem = 4G}. */
  PROPERTY_ASSIGN(
      "V0140",
      "a property has no `{0}`",
      "write the name and the value side by side, `mem 4G`",
      """
      Between `<` and `>` each property is a name and its values, side by side; the next begins after `;` or a line end.

      Wrong:
          vm linux < vcpu = 2; mem = 4G >

      Right:
          vm linux < vcpu 2; mem 4G >
      """),

  /** {@code mem 512 M}. */
  UNIT_APART(
      "V0141",
      "a unit is glued to its number",
      "write `{0}{1}`",
      """
      A number and its unit are one word: `512M`, `10ms`, `80%`. With a blank between they are two values.

      Wrong:
          vm linux < mem 512 M >

      Right:
          vm linux < mem 512M >
      """),

  /** {@code for i in range(10)}. */
  RANGE_CALL(
      "V0142",
      "a range is written with `..`",
      "write `{0}..{1}`: both ends belong to it",
      """
      `0..9` is the range from 0 to 9, both ends included. Python's `range(10)` leaves out its end.

      Wrong:
          for i in range(10) { access page (i) }

      Right:
          for i in 0..9 { access page (i) }
      """),

  /** {@code True}. */
  CAPITAL_WORD(
      "V0143",
      "`{0}` is written `{1}`",
      "write `{1}`",
      """
      The words `true`, `false` and `none` are small.

      Wrong:
          let ready = True

      Right:
          let ready = true
      """),

  /** {@code c ? a : b}. */
  TERNARY(
      "V0146",
      "a choice is written `a if c else b`",
      "write `a if c else b` for `c ? a : b`",
      """
      The value comes first, then the condition, then the other value. `?` is an unanswered question in a pattern.

      Wrong:
          let n = big ? 9 : 3

      Right:
          let n = 9 if big else 3
      """),

  /** {@code \} at the end of a line. */
  LINE_CONTINUATION(
      "V0148",
      "`\\` does not continue a line",
      "end the line with an operator or a comma, or put the whole into parentheses",
      """
      A line goes on in the next after `+ - * / // & | ^ << == != <= >= .. = , ->` and `and or not`, inside `( )` and `[ ]`, \
      and before a line that begins with `{`, `<`, `->` or `else`.

      Wrong:
          let n = 4 \\
            + 5

      Right:
          let n = 4 +
            5
      """),

  /** {@code f(a = 1)}. */
  NAMED_ARGUMENT(
      "V0153",
      "arguments have no names here",
      "write the value alone, in the order of the parameters",
      """
      A call passes its values in the order in which the `def` names its parameters. Only a parameter can have a default.

      Wrong:
          touch(page = 3)

      Right:
          touch(3)
      """),

  /** {@code function f(x) { }}. */
  FOREIGN_WORD(
      "V0155",
      "`{0}` is written `{1}`",
      "write `{1}`",
      """
      Functions are defined with `def`, whatever they return; loops are `for`, `while` and `repeat`.

      Wrong:
          function touch(p) { access page (p) }

      Right:
          def touch(p) { access page (p) }
      """),

  /** {@code f"page {p}"}. */
  TEXT_PREFIX(
      "V0157",
      "a text has no `{0}` before it",
      "write `{1}`",
      """
      Every text can hold expressions in `${ }` and escapes such as `\\n`; no letter before it says so.

      Wrong:
          print f"page {p}"

      Right:
          print "page ${p}"
      """),

  /** {@code """text"""}. */
  TRIPLE_QUOTES(
      "V0158",
      "a text stands between two quotes, not three",
      "write `\"…\"`; a line end in it is `\\n`, a comment begins with `#`",
      """
      A text begins and ends with one `"` and stands on one line. What only explains is a comment.

      Wrong:
          print ""\"three frames""\"

      Right:
          print "three frames"
      """),

  /** {@code print("a", b)}. */
  PRINT_PARENTHESES(
      "V0159",
      "what `print` prints stands without parentheses",
      "write `print {0}`",
      """
      `print` is a statement: its values stand behind it, with commas, and are printed with a blank between them.

      Wrong:
          print("faults", 3)

      Right:
          print "faults", 3
      """),

  /** {@code let n: int = 5}, {@code def f(x) -> int { }}. */
  TYPE_NAME(
      "V0161",
      "names have no types",
      "leave `{0}` and the type away",
      """
      A variable, a parameter or a function takes and gives whatever it is given; what does not fit is told where it is used.

      Wrong:
          let frames: int = 4

      Right:
          let frames = 4
      """),

  /** {@code vm linux { vcpu 2 }}. */
  PROPERTY_BRACKETS(
      "V0162",
      "properties and options stand in `< >`, not in `{0}`",
      "write `{1} … < … >`, with `;` between the properties",
      """
      Angle brackets say what a thing is, braces hold what happens. Only `if`, `for`, `while`, `repeat`, `def`, `on` and their \
      like take a block.

      Wrong:
          vm linux { vcpu 2; mem 512M }

      Right:
          vm linux < vcpu 2; mem 512M >
      """),

  /** {@code assert c, "why"}. */
  MESSAGE_COMMA(
      "V0164",
      "the message stands behind the condition without a comma",
      "leave the comma away",
      """
      `assert` takes a condition, and behind it perhaps a text that says what is meant.

      Wrong:
          assert faults == 9, "FIFO has nine"

      Right:
          assert faults == 9 "FIFO has nine"
      """),

  /** {@code try { }}, {@code switch x { }}. */
  FOREIGN_FORM(
      "V0165",
      "there is no `{0}`",
      "{1}",
      """
      The statements of control are `if`, `for`, `while`, `repeat`, `def`, `on` and `at`. Nothing is thrown or caught: what the \
      machine refuses is an event, and what cannot be meant ends the run with a diagnostic.

      Wrong:
          until faults > 9 { access 0x1000 }

      Right:
          while not (faults > 9) { access 0x1000 }
      """),

  /** {@code use std/workloads}. */
  PATH_QUOTES(
      "V0166",
      "the path of a file stands in quotes",
      "write `use \"{0}\"`",
      """
      `use` takes the path of a file as a text, without `.vsim`.

      Wrong:
          use std/workloads

      Right:
          use "std/workloads"
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  HabitProblem(String code, String template, String help, String explanation) {
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
