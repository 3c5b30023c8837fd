package dev.vsim.event;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** What is done to virtual machines as a whole (machine.md, "Operations"). */
public sealed interface OperationEvent extends Event {
  /** A VM is switched on or off. */
  @About("vm")
  record Power(Subject subject, Switch state) implements OperationEvent {}

  /** What a switch can be. */
  enum Switch {
    ON,
    OFF
  }

  /** A VM waits, and none of its processors runs. */
  @About("vm")
  @Hidden
  record Pause(Subject subject, String reason) implements OperationEvent {}

  /** What a VM waited for is there. */
  @About("vm")
  @Hidden
  record Unpause(Subject subject) implements OperationEvent {}

  /** A VM stops; its memory is written into a file, and its frames are free. */
  @About("vm")
  record Suspend(Subject subject, @As(Format.SIZE) long memory) implements OperationEvent {}

  /** A VM goes on where it was suspended. */
  @About("vm")
  record Resume(Subject subject) implements OperationEvent {}

  /** A VM or a host stops where it is. */
  @About({"vm", "host"})
  record Crash(Subject subject) implements OperationEvent {}

  /** A VM is deleted, with all its files. */
  @About("vm")
  record Remove(Subject subject) implements OperationEvent {}

  /**
   * A round of a live migration is over: how many pages were sent in what time, and how many the
   * guest has written to meanwhile; {@code throttle}: what share of its time it was held back.
   */
  @About("vm")
  record MigrateRound(
      Subject subject,
      int round,
      long pages,
      long dirtied,
      @As(Format.DURATION) long time,
      @Sometimes Value throttle)
      implements OperationEvent {}

  /** A VM is stopped to go elsewhere; so many pages are still to be sent. */
  @About("vm")
  record MigrateStop(Subject subject, long pages, StopReason reason) implements OperationEvent {}

  /** Why a migration stops its VM. */
  enum StopReason {
    /** Few enough pages are left. */
    THRESHOLD,
    /** What is left can be sent in the downtime that is allowed. */
    DOWNTIME_LIMIT,
    /** There were rounds enough. */
    MAX_ROUNDS,
    /** The rest follows when it runs again. */
    POSTCOPY
  }

  /** A VM runs again, on another host: how long it stood, and how long all took. */
  @About("vm")
  record MigrateResume(
      Subject subject,
      @As(Format.DURATION) long downtime,
      @As(Format.DURATION) long total,
      Subject host)
      implements OperationEvent {}

  /** A VM that is off is on another host from now on. */
  @About("vm")
  record MigrateCold(Subject subject, Subject host) implements OperationEvent {}

  /** A VM refers to a page that is still on the host that it has left: it comes first. */
  @About("vm")
  record RemoteFault(Subject subject, @As(Format.HEX) long gpa, @As(Format.DURATION) long time)
      implements OperationEvent {}

  /** A VM stays where it is: its migration has come to nothing. */
  @About("vm")
  record MigrateFail(Subject subject, String reason, Subject host) implements OperationEvent {}
}
