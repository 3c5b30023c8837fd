package dev.vsim.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one scenario.
 *
 * @param scenario its path as the user gave it
 * @param cases what it was held to: the run itself, its checks in order, its golden
 * @param results all that did not hold, of all cases, in the order in which it was found
 * @param unlisted how many more did not hold than are listed
 * @param elapsed how long it took, which is nothing where nobody has measured it
 */
@SuppressWarnings("ReferenceEquality") // this very one is meant, not one like it
public record Report(
    String scenario, List<Case> cases, List<Result> results, long unlisted, Duration elapsed) {
  public Report {
    cases = List.copyOf(cases);
    results = List.copyOf(results);
  }

  /** One that nobody has measured. */
  public Report(String scenario, List<Case> cases, List<Result> results, long unlisted) {
    this(scenario, cases, results, unlisted, Duration.ZERO);
  }

  /** One of which nothing is known yet. */
  public static Report empty(String scenario) {
    return new Report(scenario, List.of(), List.of(), 0);
  }

  /** The same with what came of one case more; of the run itself there is only one. */
  public Report with(Case more) {
    List<Case> all = new ArrayList<>(cases);
    boolean first = all.isEmpty() || all.get(0).sort() != Case.Sort.RUN;
    if (more.sort() != Case.Sort.RUN) {
      all.add(more);
    } else if (first) {
      all.add(0, more);
    } else {
      all.set(0, all.get(0).and(more));
    }
    List<Result> found = new ArrayList<>(results);
    found.addAll(more.results());
    return new Report(scenario, all, found, unlisted, elapsed);
  }

  /** The same for a scenario that is to prove something: one that checked nothing is an error. */
  public Report proof() {
    return results.isEmpty() && held() == 0
        ? with(Case.of(Result.ofRun(Status.ERROR, "nothing was checked")))
        : this;
  }

  /** The same, which took so long. */
  public Report took(Duration time) {
    return new Report(scenario, cases, results, unlisted, time);
  }

  /** The worst of all results. */
  public Status status() {
    return Status.worst(results.stream().map(Result::status));
  }

  /** How many assertions held. */
  public long held() {
    return cases.stream().mapToLong(Case::held).sum();
  }

  /** The case that a result of this report belongs to. */
  public Case caseOf(Result result) {
    return cases.stream()
        .filter(each -> each.results().stream().anyMatch(r -> r == result))
        .findFirst()
        .orElseThrow();
  }

  /** Whether it is about a golden that belongs to no scenario. */
  public boolean isObsolete() {
    return cases.stream().anyMatch(each -> each.sort() == Case.Sort.OBSOLETE);
  }

  /** Whether all that is wrong is that a golden file says otherwise. */
  public boolean onlyDiffers() {
    return status() == Status.FAIL
        && of(Status.FAIL).stream().allMatch(result -> result.origin() == Result.Origin.GOLDEN);
  }

  /** Results of one status. */
  public List<Result> of(Status status) {
    return results.stream().filter(result -> result.status() == status).toList();
  }
}
