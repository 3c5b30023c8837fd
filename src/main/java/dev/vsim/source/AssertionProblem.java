package dev.vsim.source;

/** Assertions that can never hold or say nothing, and recorded traces that cannot be read (V05). */
public enum AssertionProblem implements Problem {
  /** A field that the event does not have. */
  UNKNOWN_FIELD(
      "V0501",
      "`{0}` has no field `{1}`",
      "its fields are: {2}",
      """
      Each kind of event has its own fields, and a pattern or a line of a trace can name only those.
      An odd number of items behind the event means that the first one is the subject, so a field that
      has lost its value, or a value its field, can also be the cause.

        wrong: expect evict linux.init va 0x1000
        right: expect evict linux.init page 0x1
      """),
  /** A word that is no event. */
  UNKNOWN_EVENT(
      "V0502",
      "`{0}` is not an event",
      "",
      """
      What stands behind `expect` (or `no`, `next`, a count …) is the name of an event. The reference lists
      them all with their fields.

        wrong: expect pagefault linux.init
        right: expect page-fault linux.init
      """),
  /** A word that the field does not take. */
  UNKNOWN_WORD(
      "V0503",
      "`{0}` is not a word that `{1}` of `{2}` can be",
      "it is one of: {3}",
      """
      Some fields hold one of a few fixed words. Any other word could never match, so it is an error
      and not an assertion that silently fails.

        wrong: expect page-fault cause first_touch
        right: expect page-fault cause first-touch
      """),
  /** A value that the field cannot hold. */
  VALUE_MISFIT(
      "V0504",
      "`{0}` is not {1}, which `{2}` is",
      "",
      """
      A field that holds a number cannot be compared with a word, nor a duration with a size; such a
      comparison could never hold.

        wrong: expect migrate-resume linux downtime 4K
        right: expect migrate-resume linux downtime 4ms
      """),
  /** A field that is named twice. */
  FIELD_TWICE(
      "V0505",
      "`{0}` is named twice",
      "keep one of the two",
      """
      An event has one value for each field. To allow several, write a range: `va 0x1000..0x1fff`.
      """),
  /** An assertion without an event. */
  NO_EVENT(
      "V0506",
      "an event is missing here",
      "name one, as in `expect page-fault`",
      """
      An assertion looks for an event: its name, then perhaps the object that it is about, then fields and
      values.
      """),
  /** A pattern whose first item is no object. */
  NO_SUBJECT(
      "V0507",
      "the object that `{0}` is about is wanted here",
      "{1}",
      """
      Behind the event stand its subject, if one is asked for, and then pairs of a field and its value.
      An odd number of items means that the first one is the subject.

        wrong: expect evict 1
        right: expect evict page 1
      """),
  /** An object that such an event is never about. */
  WRONG_SUBJECT(
      "V0508",
      "`{0}` is a {1}, and `{2}` is about a {3}",
      "",
      """
      Each event is about one kind of object: a page fault about a process, a VM exit about a vCPU. A
      pattern may also name what holds the object: `vm-exit linux` matches the exits of linux.vcpu0.
      """),
  /** A field without a value. */
  NO_VALUE(
      "V0509",
      "`{0}` has no value behind it",
      "{1}",
      """
      Fields come in pairs, a name and its value. Where any value will do, `_` says so; to ask nothing of
      a field, leave it away.

        wrong: expect page-fault va cause first-touch
        right: expect page-fault va 0x1000 cause first-touch
      """),
  /** Nothing at all happened in the window of a negative assertion. */
  EMPTY_WINDOW(
      Problem.Severity.WARNING,
      "V0510",
      "nothing at all happened {0}, so this says nothing about `{1}`",
      "",
      """
      `expect no P` and `expect 3 P` look at the events from the cursor to now. An `expect P` before moves the
      cursor behind the event that it found, perhaps behind the very last one: then no event is left to look at.
      `mark` before the commands in question, or write `after COMMAND { expect no P }`.

        says nothing: access 0x1000
                      expect translate
                      expect no evict
        right:        after access 0x1000 { expect no evict }
      """),
  /** An assertion that does something. */
  ASSERTION_ACTS(
      "V0511",
      "an assertion only looks, and `{0}` {1}",
      "do it before: `let result = …`, and look at the result",
      """
      Leaving an assertion out, or its failing, never changes what happens. So nothing in it may perform a
      command, change a variable or a list, or draw a random number, nor may a function that it calls.

        wrong: assert queue.pop() == 3
        right: let first = queue.pop()
               assert first == 3
      """),
  /** A trace of another version. */
  TRACE_VERSION(
      "V0520",
      "this is not a trace that this vsim reads: it begins with `{0}`",
      "a trace begins with `# vsim trace 1`",
      """
      A recorded trace begins with the comment `# vsim trace 1`. A larger number means that the file was
      written by a newer vsim, whose events this one does not know.
      """),
  /** A line of a trace that is neither a comment, nor rewind, nor expect. */
  NOT_A_TRACE_LINE(
      "V0521",
      "a trace holds comments, `rewind` and `expect` lines, nothing else",
      "",
      """
      A file that begins with `# vsim trace 1` is a trace: what was seen, one event a line. Commands and
      declarations belong into a scenario, under which a trace can be pasted.
      """),
  /** What was started is not over where the scenario ends. */
  NOT_AWAITED(
      Severity.WARNING,
      "V0515",
      "the scenario ends at {0}, and this is not over",
      "`wait` at the end waits for all that was started, and for each `at`",
      """
      A scenario is over with its last statement. What was started and goes on beside it, and what stands
      in an `at` block of a later instant, happens only while time passes: in `run`, in `wait`, and while
      other commands take theirs.

      Wrong:  at 5ms { access 0x1000 }
      Right:  at 5ms { access 0x1000 }
              wait
      """),
  /** Two checks of one name. */
  CHECK_TWICE(
      Severity.WARNING,
      "V0522",
      "another check is called {0}",
      "give each its own name",
      """
      The results of checks are told apart by their names, in reports and in grading. Where two have the same
      one, the second is reported as `name (2)`.

        wrong: check "faults" { … } check "faults" { … }
        right: check "faults at first" { … } check "faults again" { … }
      """);

  private final Severity severity;
  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  AssertionProblem(String code, String template, String help, String explanation) {
    this(Severity.ERROR, code, template, help, explanation);
  }

  AssertionProblem(
      Severity severity, String code, String template, String help, String explanation) {
    this.severity = severity;
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public Severity severity() {
    return severity;
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
