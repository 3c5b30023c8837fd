package dev.vsim.verdict;

import java.util.List;

/**
 * What came of one scenario.
 *
 * @param scenario its path as the user gave it
 * @param results all that did not pass, in the order in which it was found
 * @param held how many checks passed
 * @param unlisted how many more did not pass than are listed
 */
public record Report(String scenario, List<Result> results, long held, long unlisted) {
  public Report {
    results = List.copyOf(results);
  }

  /** The worst of all results. */
  public Status status() {
    return results.stream().map(Result::status).reduce(Status.PASS, Status::worse);
  }

  /** Whether all that is wrong is that a golden file says otherwise. */
  public boolean onlyDiffers() {
    return status() == Status.FAIL
        && results.stream()
            .filter(result -> result.status() == Status.FAIL)
            .allMatch(result -> result.origin() == Result.Origin.GOLDEN);
  }

  /** Results of one status. */
  public List<Result> of(Status status) {
    return results.stream().filter(result -> result.status() == status).toList();
  }
}
