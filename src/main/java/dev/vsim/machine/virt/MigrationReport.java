package dev.vsim.machine.virt;

import dev.vsim.event.OperationEvent.StopReason;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What has come of a migration, as far as it has got; times are in nanoseconds. */
public final class MigrationReport {
  private final MigrationMethod method;
  private final Subject from;
  private final Subject to;
  private final Bandwidth bandwidth;
  private final List<Round> rounds = new ArrayList<>();
  private long pages;
  private long left;
  private Optional<StopReason> reason = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private boolean resumed;
  private long downtime;
  private long total;
  private long remoteFaults;

  /**
   * One round.
   *
   * @param throttle what share of its time the guest was held back, in per cent
   */
  public record Round(int number, long pages, long dirtied, long time, int throttle) {}

  public MigrationReport(MigrationMethod method, Subject from, Subject to, Bandwidth bandwidth) {
    this.method = method;
    this.from = from;
    this.to = to;
    this.bandwidth = bandwidth;
  }

  /** A round is over. */
  public void add(Round round) {
    rounds.add(round);
  }

  /** So many pages more have been sent. */
  public void sends(long more) {
    pages += more;
  }

  /** The VM has stopped, with so many pages left. */
  public void stops(long rest, StopReason why) {
    left = rest;
    reason = Optional.of(why);
  }

  /** The VM runs where it was to go. */
  public void resumes(long stood, long all) {
    resumed = true;
    downtime = stood;
    total = all;
  }

  /** The guest has referred to a page that was still where it came from. */
  public void faultsRemotely() {
    remoteFaults++;
  }

  /** It has come to nothing. */
  public void fails(String why) {
    failure = Optional.of(why);
  }

  public MigrationMethod method() {
    return method;
  }

  public Subject from() {
    return from;
  }

  public Subject to() {
    return to;
  }

  public Bandwidth bandwidth() {
    return bandwidth;
  }

  public List<Round> rounds() {
    return Collections.unmodifiableList(rounds);
  }

  /** How many pages have been sent, some more than once. */
  public long pages() {
    return pages;
  }

  /** How many bytes those pages have. */
  public long bytes() {
    return pages * PagingForm.EPT.pageSize();
  }

  /** How many pages were left when the VM was stopped. */
  public long left() {
    return left;
  }

  /** Why it was stopped, once it was. */
  public Optional<StopReason> reason() {
    return reason;
  }

  /** Why it has come to nothing, if it has. */
  public Optional<String> failure() {
    return failure;
  }

  /** Whether the VM runs where it was to go. */
  public boolean isResumed() {
    return resumed;
  }

  /** How long the VM stood. */
  public long downtime() {
    return downtime;
  }

  /** How long all took. */
  public long total() {
    return total;
  }

  /** How often the guest referred to a page that was still where it came from. */
  public long remoteFaults() {
    return remoteFaults;
  }
}
