package dev.vsim.source;

/** What cannot be read as the language: characters, brackets, statements (V01). */
public enum SyntaxProblem implements Problem {
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
      most, so that no text can exhaust the reader's memory. Long lists of references belong into a trace file.
        wrong: access page 7, 0, 1, … (a million of them)
        right: replay "pages.txt"
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
      """),

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
