package dev.vsim.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One named thing that a scenario is held to, and what came of it: what test reports count.
 *
 * @param sort what it is
 * @param name {@code run}, the check's name, or the golden's file name; no two of a scenario are
 *     the same
 * @param where where it stands
 * @param held how many of its assertions held
 * @param results what did not hold, in the order in which it was found
 * @param remark what there is to say though it holds, or empty
 */
public record Case(
    Sort sort, String name, Where where, long held, List<Result> results, String remark) {
  /** The name of the case that is the run itself. */
  public static final String RUN = "run";

  private static final String OBSOLETE = "golden";

  /** What a case is. */
  public enum Sort {
    /** That the run comes to its end, and that the assertions outside of checks hold. */
    RUN,
    /** {@code check "name" { … }}. */
    CHECK,
    /** The recorded trace or diagnostics beside the scenario. */
    GOLDEN,
    /** A golden that belongs to no scenario. */
    OBSOLETE;

    /** Its name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Case {
    results = List.copyOf(results);
  }

  /** A name that is not taken: two checks may have one, the second is told by a number. */
  public static String unique(String name, Predicate<String> isTaken) {
    String unique = name;
    for (int number = 2; isTaken.test(unique); number++) {
      unique = name + " (" + number + ")";
    }
    return unique;
  }

  /** One of which there is nothing to remark. */
  public Case(Sort sort, String name, Where where, long held, List<Result> results) {
    this(sort, name, where, held, results, "");
  }

  /** What came of the run as a whole. */
  public static Case of(Result ofRun) {
    return new Case(Sort.RUN, RUN, Where.NOWHERE, 0, List.of(ofRun));
  }

  /** What came of comparing with a golden. */
  public static Case ofGolden(Result result) {
    boolean same = result.status() == Status.PASS;
    return new Case(
        Sort.GOLDEN,
        result.name(),
        Where.line(result.where().file(), 0),
        same ? 1 : 0,
        same ? List.of() : List.of(result),
        same ? result.message() : "");
  }

  /** A golden that belongs to no scenario, which is an error or no more than a remark. */
  public static Case obsolete(String path, Status status) {
    Where where = Where.line(path, 0);
    Result result =
        new Result(
            Result.Origin.GOLDEN,
            OBSOLETE,
            status,
            "obsolete: it belongs to no scenario",
            "",
            where);
    return new Case(Sort.OBSOLETE, OBSOLETE, where, 0, List.of(result));
  }

  /** This one and more of the same. */
  Case and(Case more) {
    List<Result> all = new ArrayList<>(results);
    all.addAll(more.results);
    return new Case(sort, name, where, held + more.held, all, remark + more.remark);
  }

  /** The worst of its results. */
  public Status status() {
    return Status.worst(results.stream().map(Result::status));
  }
}
