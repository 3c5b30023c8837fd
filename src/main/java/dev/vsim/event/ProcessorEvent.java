package dev.vsim.event;

import dev.vsim.value.Subject;

/** Who runs on which core, and what instructions do (rules.md R17, R19, R20). */
public sealed interface ProcessorEvent extends Event {
  /** A slice begins: a core runs this vCPU, or goes on with it. */
  @About("host")
  record Slice(Subject subject, int core, @FieldName("for") Subject who)
      implements ProcessorEvent {}

  /** A vCPU loses its core although it could go on. */
  @About("host")
  record Preempt(Subject subject, int core, @FieldName("for") Subject who)
      implements ProcessorEvent {}

  /** A vCPU is ready and gets no core now. */
  @About("host")
  record ReadyWait(Subject subject, @FieldName("for") Subject who, @Sometimes Hold reason)
      implements ProcessorEvent {}

  /** A core has nothing to run. */
  @About("host")
  @Hidden
  record Idle(Subject subject, int core) implements ProcessorEvent {}

  /** A task has arrived. */
  @About({"vm", "host"})
  @Hidden(group = "tasks")
  record TaskBegin(Subject subject, Subject task) implements ProcessorEvent {}

  /** A task is over: how long after its arrival it first ran, and how long it took. */
  @About({"vm", "host"})
  @Hidden(group = "tasks")
  record TaskEnd(
      Subject subject,
      Subject task,
      @As(Format.DURATION) long response,
      @As(Format.DURATION) long turnaround)
      implements ProcessorEvent {}
}
