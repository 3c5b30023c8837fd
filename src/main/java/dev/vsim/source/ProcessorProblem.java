package dev.vsim.source;

/** V08: mistakes about processors and their virtualization. */
public enum ProcessorProblem implements Problem {
  /** An affinity that names a core which is not there. */
  NO_SUCH_CORE(
      "V0801",
      "{0} has no core {1}",
      "its cores are 0 to {2}",
      """
      `affinity` names the cores on which a VM's vCPUs may run, counted from 0; a host with `cpu 4` has the
      cores 0, 1, 2 and 3.

      Wrong:  host < cpu 2 >
              vm web < affinity [1, 2] >
      Right:  host < cpu 2 >
              vm web < affinity [0, 1] >
      """),
  /** An empty affinity. */
  NOWHERE_TO_RUN(
      "V0802",
      "a VM that may run on no core never runs",
      "name some of the cores {0}, or leave `affinity` out",
      """
      `affinity` names the cores on which a VM's vCPUs may run; where it is left out they may run on all.

      Wrong:  vm web < affinity [] >
      Right:  vm web < affinity [0] >
      """),
  /** A task without work. */
  NO_BURST(
      "V0804",
      "the task {0} has nothing to do",
      "say how long its bursts are: `< cpu 30ms >`",
      """
      A task is a row of bursts on a processor, perhaps with I/O behind each.

      Wrong:  task build in linux < io 10ms >
      Right:  task build in linux < cpu 30ms; io 10ms; repeat 3 >
      """),
  /** A timeline of no time. */
  NO_TIME(
      "V0805",
      "there is no time between {0} and {1} to draw",
      "let time pass before: `run 10ms`",
      """
      `show timeline` draws what has happened: from the start, or the instant that `from` gives, to now.

      Wrong:  load web 80%
              show timeline
      Right:  load web 80%
              run 50ms
              show timeline
      """),
  /** A timeline of too many columns. */
  TOO_MANY_COLUMNS(
      "V0806",
      "a timeline has at most {0} columns",
      "make the columns longer, or draw a part: `show timeline < from 1s; to 2s >`",
      """
      `show timeline < step 1ms >` draws a column for each millisecond.

      Wrong:  run 10s
              show timeline < step 1us >
      Right:  run 10s
              show timeline < from 9s; step 10ms >
      """),
  /** A limit below the reservation. */
  LIMIT_BELOW_RESERVATION(
      "V0803",
      "a limit of {0} in every 100 ms is less than the {1} that are reserved",
      "raise the limit, or lower the reservation",
      """
      A reservation is what a vCPU gets at least of a core, a limit what it gets at most.

      Wrong:  vm web < reservation 50%; limit 20% >
      Right:  vm web < reservation 20%; limit 50% >
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  ProcessorProblem(String code, String template, String help, String explanation) {
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
