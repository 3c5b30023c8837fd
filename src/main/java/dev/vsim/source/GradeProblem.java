package dev.vsim.source;

/** Assignments, and what they ask of a submission (V12). */
public enum GradeProblem implements Problem {
  /** A word that only an assignment knows. */
  ASSIGNMENT_ONLY(
      "V1201",
      "`{0}` stands only in an assignment",
      "a file becomes one by `assignment \"TITLE\" < submit \"FILE\" >`",
      """
      What looks at a submission needs one: `vsim grade ASSIGNMENT SUBMISSION` runs an assignment's checks, each in a world
      of its own, against what was handed in. In other scenarios there is no submission.

      Wrong:  let r = simulate submission
      Right:  assignment "Homework 3" < submit "belady.vsim" >
              check "it runs" points 10 { simulate submission }
      """),
  /** An assignment is run as if it were a scenario. */
  NOT_RUN(
      "V1202",
      "this is an assignment, which is graded and not run",
      "vsim grade {0} SUBMISSION",
      """
      An assignment says what a submission is checked for, and does nothing without one. `vsim check` looks for mistakes in
      it, `vsim grade` grades submissions, `vsim grade --try` those in its folder `samples`.
      """),
  /** An assignment's first statement is not as it should be. */
  ASSIGNMENT_FORM(
      "V1203",
      "{0}",
      "it is written `assignment \"TITLE\" < submit \"FILE.vsim\" >`",
      """
      One statement says what the assignment is called and which file is handed in. Its properties are `submit`, `limits`
      (steps, trace, depth, output, work, memory, seconds: of each check), `samples` (the points of each sample for `vsim
      grade --try`), and `lock`, `require` and `forbid-command`, which then hold for every check.

          assignment "Homework 3: replacement" <
            submit "belady.vsim"
            limits < steps 1_000_000; trace 100_000 >
            samples < good 100; half 50 >
          >
      """),
  /** A property of an assignment that is none, or is given what it does not take. */
  ASSIGNMENT_PROPERTY(
      "V1204",
      "`{0}` {1}",
      "{2}",
      """
      The properties of an assignment are `submit "FILE.vsim"`, `limits < steps N; … >`, `samples < NAME POINTS; … >`,
      `lock`, `require` and `forbid-command`.

      Wrong:  assignment "Homework" < submit belady.vsim >
      Right:  assignment "Homework" < submit "belady.vsim" >
      """),
  /** Points that are no number of points. */
  POINTS(
      "V1205",
      "points are a plain number, which `{0}` is not",
      "write `points 10`, or `points 2.5`",
      """
      Points are written as a number of at least 0, so that what can be reached is known before anything runs.

      Wrong:  check "it runs" points n { … }
      Right:  check "it runs" points 10 { … }
      """),
  /** A check's name that only the run would tell. */
  CHECK_NAME(
      "V1206",
      "the name of this check is not known before the run",
      "write it as a plain text; in a `for` over a constant range its variable may stand in it",
      """
      Every check of an assignment appears in every report, also where the run never came so far, so its name must be known.

      Wrong:  check "with ${frames()} frames" points 10 { … }
      Right:  for n in 3..4 { check "with ${n} frames" points 10 { … } }
      """),
  /** Two checks of one name. */
  SAME_NAME(
      "V1207",
      "two checks are called {0}",
      "give this one a name of its own",
      """
      Reports tell checks by their names, and so does `needs`. In a `for` the variable can stand in the name.

      Wrong:  for n in 3..4 { check "frames" points 10 { … } }
      Right:  for n in 3..4 { check "${n} frames" points 10 { … } }
      """),
  /** A check with points inside something that may not run. */
  CHECK_PLACE(
      "V1208",
      "a check of an assignment stands at the top level, or in a `for` over a constant range",
      "take it out of what is around it",
      """
      What an assignment can give is fixed before anything runs: a check inside an `if`, a function or another check might
      never be reached. A `for` over a constant range is written out beforehand.

      Wrong:  if r.p.faults > 3 { check "faults" points 10 { … } }
      Right:  check "faults" points 10 { assert r.p.faults > 3 }
      """),
  /** A check that needs one that is not above it. */
  NEEDS(
      "V1209",
      "no check above is called {0}",
      "{1}",
      """
      `needs` leaves a check out where another did not hold, so that one mistake is told once. The other stands above.

          check "it runs" points 10 { simulate submission }
          check "four faults" points 20 needs "it runs" { … }
      """),
  /** Something between a check's name and its block that does not belong there. */
  CHECK_ITEM(
      "V1210",
      "`{0}` does not belong to a check",
      "behind the name stand `points 10`, `needs \"NAME\"`, `hidden`, `hidden after due` or `hidden after published`",
      """
      A check is written with its name, then what it is worth, what it needs, and who sees it.

          check "the string of the exam" points 30 needs "it runs" hidden after due { … }
      """),
  /** Points of an assertion that the check around it does not have. */
  PART_POINTS(
      "V1211",
      "{0}",
      "{1}",
      """
      `assert E points 5` gives five of its check's points where E holds. It stands in a check, not in a function, and the
      parts together are not more than the check's points; the rest is for everything else in the check.

          check "the first faults" points 10 {
            let r = simulate submission
            assert r.p.faults == 9 points 5
            assert r.p.evictions == 6 points 5
          }
      """),
  /** An assignment that checks nothing. */
  NO_CHECKS(
      "V1212",
      "the assignment has no check",
      "add one: check \"it runs\" points 10 { simulate submission }",
      """
      What a submission is worth is the sum of the points of the checks that hold.
      """),
  /** A lock, a requirement or a prohibition that is not understood. */
  RULE_FORM(
      "V1213",
      "`{0}` {1}",
      "{2}",
      """
      Three rules read the source of a submission, without running it:

          lock costs, mem            refuses one that sets these properties
          require policy mine        it must declare this: a policy, scheduler, def, param, or a kind of object
          forbid-command fork        it must not have this command

      They stand at the top level of an assignment, at the top of a check, or as properties: `simulate submission < lock
      mem >`.
      """),
  /** A submission sets what is locked. */
  LOCKED(
      "V1220",
      "`{0}` is locked in this assignment, and is set here",
      "leave it out",
      """
      The assignment fixes this property, so that all submissions are measured alike.
      """),
  /** A submission lacks what is required. */
  REQUIRED(
      "V1221",
      "the submission has no {0} `{1}`",
      "the assignment asks for one of this name",
      """
      The assignment looks for something under this name, and the submission's files do not declare it.
      """),
  /** A submission has a command that is forbidden. */
  FORBIDDEN(
      "V1222",
      "`{0}` is forbidden in this assignment",
      "do it without this command",
      """
      The assignment forbids this command, wherever it stands: also in a function, in a file in use, and in a scenario that
      the submission simulates.
      """),
  /** A param that the assignment sets and the submission does not have. */
  NO_PARAM(
      "V1223",
      "the submission has no param `{0}`, which the assignment sets",
      "declare it at the top: `param {0} = …`",
      """
      An assignment runs a submission several times with other values, by `simulate submission < frames 3 >`. For that the
      submission declares a param of that name at its top.
      """),
  /** A submission that is not there, or is no file of the usual kind. */
  NO_SUBMISSION(
      "V1224",
      "{0}",
      "{1}",
      """
      A submission is a file, a folder or a zip archive. In a folder or an archive the file that the assignment names stands
      at the top. Links, devices and pipes are not read.
      """),
  /** A file outside of the submission. */
  OUTSIDE(
      "V1225",
      "`{0}` is not part of the submission",
      "a submission uses only files beside its own, and `std/…`",
      """
      What a submission uses or replays is handed in with it: a path that leads out of its folder, an absolute one and a
      link to elsewhere are refused. A submission that is a single file uses only the standard library.
      """),
  /** A submission whose source is larger than is graded. */
  SUBMISSION_TOO_LARGE(
      "V1226",
      "the source is larger than {0} bytes, which is the most that is graded",
      "leave out what is not needed",
      """
      The files of a submission may have 100,000 bytes of source together. Longer ones are usually generated: a loop or a
      function says the same in a few lines.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  GradeProblem(String code, String template, String help, String explanation) {
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
