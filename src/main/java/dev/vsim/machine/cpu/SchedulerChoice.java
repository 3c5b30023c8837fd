package dev.vsim.machine.cpu;

/** A scheduler with its options: {@code scheduler round-robin < slice 10ms >}. */
public record SchedulerChoice(SchedulerKind kind, SchedulerOptions options) {
  public static SchedulerChoice of(SchedulerKind kind) {
    return new SchedulerChoice(kind, SchedulerOptions.DEFAULT);
  }
}
