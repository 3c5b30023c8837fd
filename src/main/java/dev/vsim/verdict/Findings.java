package dev.vsim.verdict;

import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the results of one run. What held is counted; what did not is kept, once for each place
 * and status however often a loop repeats it, and only so many of them.
 */
public final class Findings {
  /** How many results that are no pass are kept. */
  public static final int KEPT = 100;

  private record Key(Result.Origin origin, String file, int line, String name, Status status) {
    static Key of(Result result) {
      return new Key(result.origin(), result.file(), result.line(), result.name(), result.status());
    }
  }

  private final Map<Key, Result> found = new LinkedHashMap<>();
  private long held;
  private long unlisted;

  /** What came of an assertion about events. */
  public void add(Place at, Outcome outcome) {
    if (outcome instanceof Outcome.Held) {
      held++;
    } else {
      add(Verdicts.of(at, outcome));
    }
  }

  public void add(Result result) {
    if (result.status() == Status.PASS) {
      held++;
      return;
    }
    Key key = Key.of(result);
    Result before = found.get(key);
    if (before != null) {
      found.put(key, before.again());
    } else if (found.size() < KEPT) {
      found.put(key, result);
    } else {
      unlisted++;
    }
  }

  /** What a run of the same scenario has found. */
  public void addAll(Report report) {
    held += report.held();
    unlisted += report.unlisted();
    report.results().forEach(this::add);
  }

  /** What has been found so far, about the scenario of this path. */
  public Report report(String scenario) {
    return new Report(scenario, new ArrayList<>(found.values()), held, unlisted);
  }

  /** The same for a scenario that is to prove something: one that checked nothing is an error. */
  public Report proof(String scenario) {
    List<Result> results = new ArrayList<>(found.values());
    if (results.isEmpty() && held == 0) {
      results.add(Result.ofRun(Status.ERROR, "nothing was checked", ""));
    }
    return new Report(scenario, results, held, unlisted);
  }
}
