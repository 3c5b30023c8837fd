package dev.vsim.verdict;

import dev.vsim.trace.Outcome;
import dev.vsim.trace.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Collects what is found out about one scenario, case by case. What held is counted; what did not
 * is kept, once for each place and status however often a loop repeats it, and only so many of
 * them, but of each case the first.
 */
public final class Findings {
  /** How many results that are no pass are kept. */
  public static final int KEPT = 100;

  private record Key(OpenCase of, Result.Origin origin, Where where, String name, Status status) {
    static Key of(OpenCase open, Result result) {
      return new Key(open, result.origin(), result.where(), result.name(), result.status());
    }

    static Key of(OpenCase open, Place at, Status status) {
      return new Key(open, Result.Origin.ASSERTION, Where.of(at), at.text(), status);
    }

    /** Written out: to generate one at run time would take a noticeable part of a start. */
    @Override
    public int hashCode() {
      return 31 * (31 * where.line() + where.column()) + name.hashCode();
    }
  }

  private record Identity(Case.Sort sort, String name, Where where) {
    /** Written out: to generate one at run time would take a noticeable part of a start. */
    @Override
    public int hashCode() {
      return 31 * where.line() + name.hashCode();
    }
  }

  private static final Identity RUN = new Identity(Case.Sort.RUN, Case.RUN, Where.NOWHERE);

  /** Checks whose names a loop makes up beyond this count as assertions of the run itself. */
  private static final int MOST_CASES = 1000;

  private final Map<Identity, OpenCase> cases = new LinkedHashMap<>();
  private final Map<Key, Result> found = new LinkedHashMap<>();
  private final Deque<OpenCase> checks = new ArrayDeque<>();
  private final OpenCase run = open(RUN);
  private long unlisted;

  /** A case that may go on. */
  private static final class OpenCase {
    private final Identity identity;
    private final String name;
    private long held;
    private long asserted;
    private boolean failed;

    OpenCase(Identity identity, String name) {
      this.identity = identity;
      this.name = name;
    }
  }

  /** A check begins: what follows belongs to it until it ends. */
  public void checkBegins(String name, Place at) {
    Identity identity = new Identity(Case.Sort.CHECK, name, Where.of(at));
    boolean room = cases.size() < MOST_CASES || cases.containsKey(identity);
    OpenCase check = room ? open(identity) : run;
    check.asserted = 0;
    checks.push(check);
  }

  /** The check that began last ends; one that has asserted nothing is an error. */
  public void checkEnds() {
    OpenCase check = checks.pop();
    if (check.asserted == 0) {
      String message = "check \"" + check.name + "\": nothing was checked";
      put(check, ofCheck(check, Status.ERROR, message));
    }
  }

  /** The run has ended within checks, which are thereby undecided. */
  public void breakOff(Status why) {
    while (!checks.isEmpty()) {
      OpenCase check = checks.pop();
      put(check, ofCheck(check, why, "check \"" + check.name + "\" did not come to its end"));
    }
  }

  private static Result ofCheck(OpenCase check, Status status, String message) {
    return new Result(Result.Origin.CHECK, check.name, status, message, "", check.identity.where());
  }

  /** Something is asserted from here on, though nothing has come of it yet. */
  public void asserted() {
    checks.forEach(check -> check.asserted++);
  }

  /** What came of an assertion about events. */
  public void add(Place at, Outcome outcome) {
    if (outcome instanceof Outcome.Held) {
      held();
    } else {
      add(Verdicts.of(at, outcome));
    }
  }

  /** An assertion held. */
  public void held() {
    asserted();
    current().held++;
  }

  /** What came of an assertion, or of the run as a whole. */
  public void add(Result result) {
    if (result.status() == Status.PASS) {
      held();
    } else {
      asserted();
      put(result.origin() == Result.Origin.RUN ? run : current(), result);
    }
  }

  /**
   * An assertion did not hold. The result is made only if it is kept: what says why takes time, and
   * a loop may say it a million times.
   *
   * @param status what came of it: no pass
   */
  public void add(Place at, Status status, Supplier<Result> result) {
    OpenCase open = current();
    asserted();
    Key key = Key.of(open, at, status);
    Result before = found.get(key);
    if (before != null) {
      found.put(key, before.again());
    } else if (hasRoom(open)) {
      put(open, result.get());
    } else {
      unlisted++;
    }
  }

  private boolean hasRoom(OpenCase open) {
    return found.size() < KEPT || !open.failed;
  }

  private OpenCase current() {
    return checks.isEmpty() ? run : checks.peek();
  }

  private OpenCase open(Identity identity) {
    return cases.computeIfAbsent(
        identity, i -> new OpenCase(i, Case.unique(i.name(), this::isTaken)));
  }

  private boolean isTaken(String name) {
    return cases.values().stream().anyMatch(open -> open.name.equals(name));
  }

  private void put(OpenCase open, Result result) {
    Key key = Key.of(open, result);
    Result before = found.get(key);
    if (before != null) {
      found.put(key, before.again());
    } else if (hasRoom(open)) {
      open.failed = true;
      found.put(key, result);
    } else {
      unlisted++;
    }
  }

  /** How many results that are no pass are kept so far. */
  public int size() {
    return found.size();
  }

  /** What has been found so far, about the scenario of this path. */
  public Report report(String scenario) {
    List<Case> all = new ArrayList<>();
    cases.values().forEach(open -> all.add(closed(open)));
    return new Report(scenario, all, new ArrayList<>(found.values()), unlisted);
  }

  private Case closed(OpenCase open) {
    List<Result> results = new ArrayList<>();
    found.forEach(
        (key, result) -> {
          if (key.of() == open) {
            results.add(result);
          }
        });
    Identity identity = open.identity;
    return new Case(identity.sort(), open.name, identity.where(), open.held, results);
  }
}
