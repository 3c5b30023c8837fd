package dev.vsim.verdict;

import java.time.Duration;
import java.util.List;

/**
 * What came of several scenarios: the one report that every format of a test report is made from.
 *
 * @param reports in the order in which the scenarios were found
 * @param elapsed how long they took together
 */
public record TestRun(List<Report> reports, Duration elapsed) {
  public TestRun {
    reports = List.copyOf(reports);
  }

  public Summary summary() {
    return Summary.of(reports);
  }

  /** The worst of all. */
  public Status status() {
    return Status.worst(reports.stream().map(Report::status));
  }
}
