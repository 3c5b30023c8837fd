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
  /** An instruction with the wrong operands. */
  WRONG_OPERANDS(
      "V0807",
      "`{0}` does not take these operands",
      "it is written `exec {1}`",
      """
      `exec` takes an instruction as an assembler would write it, in Intel's order.

      Wrong:  exec out 65
      Right:  exec out 0x3F8, 65
              exec mov cr3, 0x2000
              exec cpuid
      """),
  /** A port, register or vector that is too large. */
  NO_SUCH_NUMBER(
      "V0808",
      "{0} is too large: the last is {1}",
      "",
      """
      I/O ports go to 0xffff, model-specific registers to 0xffffffff, vectors of interrupts to 0xff.

      Wrong:  exec in 0x10000
      Right:  exec in 0x60
      """),
  /** A size that is not 1, 2 or 4, or where there is none. */
  WRONG_SIZE(
      "V0809",
      "`{0}` does not have this size",
      "`in` and `out` move 1, 2 or 4 bytes; others have no size",
      """
      Only accesses to I/O ports have a size.

      Wrong:  exec in 0x60 < size 3 >
      Right:  exec in 0x60 < size 2 >
      """),
  /** A vCPU that is not there. */
  NO_SUCH_VCPU(
      "V0810",
      "{0} has no vCPU {1}",
      "its vCPUs are 0 to {2}",
      """
      A VM has as many vCPUs as `vcpu` says, counted from 0.

      Wrong:  vm web < vcpu 2 >
              interrupt web 0x20 < vcpu 2 >
      Right:  interrupt web 0x20 < vcpu 1 >
      """),
  /** A preemption timer on a processor of AMD's. */
  NO_PREEMPTION_TIMER(
      "V0811",
      "SVM has no preemption timer",
      "leave it out, or declare the host `< vendor intel >`",
      """
      VT-x has a timer that counts while a guest runs, and makes it exit. SVM has none: hypervisors use the
      host's timer interrupt there.

      Wrong:  host < vendor amd >
              vm web < exits < preemption-timer 1ms > >
      Right:  host < vendor intel >
              vm web < exits < preemption-timer 1ms > >
      """),
  /** A scheduler's choice that is not ready. */
  NOT_READY(
      "V0812",
      "{0} is none of those that are ready for this core",
      "give back an element of the list that `pick` is given",
      """
      A scheduler of a scenario's own is asked for each core that is free: it is given the core and the list
      of those that are ready and may run there.

      Wrong:  scheduler mine {
                let first = none
                on pick(core, ready) {
                  if first == none { first = ready.first() }
                  return first
                }
              }
      Right:  scheduler mine {
                on pick(core, ready) { return ready.last() }
              }
      """),
  /** An EPT's pages of a size that there is not. */
  NO_SUCH_EPT_PAGE(
      "V0813",
      "no EPT has pages of {0}",
      "this one can have {1}",
      """
      An EPT of 4 or 5 levels maps pages of 4K, and in one entry of a higher level 2M or 1G. Those of 1 and 2
      levels, which no processor has, map pages of 4K only.

      Wrong:  vm web < ept < page 4M > >
      Right:  vm web < ept < page 2M > >
      """),
  /** An EPT that does not reach all of a guest's memory. */
  EPT_TOO_SHALLOW(
      "V0814",
      "an EPT of depth {0} reaches {1} of a guest's memory, and here are {2}",
      "use 4 levels, or less memory: `mem`",
      """
      Each level of an EPT takes some bits of a guest-physical address: with 1 or 2 levels there are 32 bits.
      Half of what they reach is the guest's memory, the tables of its kernel lie above.

      Wrong:  vm web < mem 4G; ept < levels 2 > >
      Right:  vm web < mem 1G; ept < levels 2 > >
      """),
  /** A VM in a VM that cannot run one. */
  NOT_NESTED(
      "V0816",
      "no VM can be declared here: {0}",
      "",
      """
      A VM may run others, as a hypervisor does: its own EPT leads from the inner VM's memory to its own, the
      host's from there on, and the host makes one of the two.

      Wrong:  vm outer < ept off >
              vm inner in outer
      Right:  vm outer
              vm inner in outer < mem 64M >
      """),
  /** The shadow of a table that has none. */
  NO_SHADOW(
      "V0815",
      "the page table of {0} has no shadow",
      "tables are shadowed in a VM without EPT: `vm web < ept off >`",
      """
      With EPT the processor walks the guest's own tables, and the host's processes have no guest around them.
      Only where a VM has `ept off`, or `vtx off`, does its hypervisor shadow its tables.

      Wrong:  vm web
              show shadow web
      Right:  vm web < ept off >
              show shadow web
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
