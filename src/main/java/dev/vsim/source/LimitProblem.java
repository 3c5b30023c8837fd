package dev.vsim.source;

/** Limits that a run met (V07). */
public enum LimitProblem implements Problem {
  /** More steps than allowed. */
  STEPS(
      "V0701",
      "the limit of {0} steps is reached",
      "if the scenario needs more: --limit steps=N",
      """
      Every statement that runs, every round of a loop and every event is a step, shown or hidden, counted the
      same on every machine. The limit ends a loop that would never end. A scenario that needs more says so on
      the command line.
      """),
  /** Calls too deep inside each other. */
  DEPTH(
      "V0702",
      "the limit of {0} calls inside each other is reached",
      "a function that calls itself needs a case in which it does not",
      """
      Each call that has not returned yet counts. A recursion without an end meets this limit.
      """),
  /** More events than are kept. */
  EVENTS(
      "V0703",
      "the limit of {0} kept events is reached",
      "hide what is not asked for, or raise it: --limit events=N",
      """
      Events that are shown or named in assertions are kept until the end of the run.
      """),
  /** More output than allowed. */
  OUTPUT(
      "V0704",
      "the limit of {0} of output is reached",
      "hide events: `trace < hide … >`, --trace none, or raise it: --limit output=N",
      """
      The trace and all printed lines together have a limit.
      """),
  /** More work than allowed. */
  WORK(
      "V0705",
      "the limit of {0} pieces of work is reached",
      "replay less, `< limit N >`, or raise it: --limit work=N",
      """
      A reference of a replay, an element of a list and a character of a text are a piece of work each, counted
      apart from the steps: one statement can do much of it.
      """),
  /** The model would take more memory than allowed. */
  MEMORY(
      "V0706",
      "the model would take more than {0} of memory",
      "declare less, touch less, or raise it: --limit memory=N",
      """
      The machine that a scenario builds takes real memory for what is touched. It is charged before it is
      taken, so that a scenario meets this limit and not the end of the computer.
      """),
  /** The run takes too long. */
  TIME(
      "V0707",
      "the run takes longer than {0}",
      "raise it: --limit seconds=N",
      """
      A safety net: the deterministic limits should come first.
      """),
  /** Ctrl-C at the prompt. */
  INTERRUPTED(
      "V0708",
      "stopped before it was over",
      "what it has done until then stays done",
      """
      Ctrl-C stops the statement that is running, and leaves the prompt as it is.
      """),
  /** More virtual time than can be told. */
  VIRTUAL_TIME(
      "V0709",
      "the virtual time is over, after {0}: 146 years",
      "wait for less, or make less of it costly",
      """
      Virtual time is told in nanoseconds, up to 2^62 of them. A scenario meets its end where single pieces of
      work cost seconds, or where it waits for years.
      """),
  /** Simulations too deep inside each other. */
  SIMULATIONS(
      "V0710",
      "more than {0} simulations run inside each other: {1}",
      "a scenario that simulates itself needs a case in which it does not",
      """
      `simulate` runs another scenario to its end, and that one may simulate further ones. A scenario that
      simulates itself, or two that simulate each other, would never end.
        wrong: simulate "countdown.vsim" < from (from - 1) >                        (in countdown.vsim)
        right: if from > 0 { simulate "countdown.vsim" < from (from - 1) > }
      """),
  /** A text or a list longer than any scenario needs. */
  LENGTH(
      "V0711",
      "this would have {0} elements, and {1} are the most",
      "keep it shorter, or raise it: --limit memory=N",
      """
      A text or a list may take a part of the memory that the run may have: a 64th of its bytes as elements.
      One that doubles in a loop meets this limit and not the end of the computer.
      """),
  /** Lists, maps and texts that would take more memory than allowed. */
  VALUES(
      "V0712",
      "the lists, maps and texts would take more than {0} together",
      "keep less of them at a time, or raise it: --limit memory=N",
      """
      What variables hold may take a 16th of the memory that the run may have: 32 bytes an element of a list, 120
      an entry of a map, 2 a character, and something for each list, map and text itself, the same on every
      machine. What no variable reaches any more does not count.
        wrong: let all = []; while true { all = [all, all] }
      """),
  /** The model would take more memory than the computer has. */
  COMPUTER(
      "V0713",
      "the model would take more than the {0} that Java has for it here",
      "declare less, touch less, or allow Java more: VSIM_JAVA_OPTS=-Xmx8g",
      """
      A run may take more (--limit memory=N) than this computer, or this Java, has. Four fifths of Java's memory
      are the model's. A scenario that meets this limit here may well hold elsewhere.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  LimitProblem(String code, String template, String help, String explanation) {
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
