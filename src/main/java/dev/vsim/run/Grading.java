package dev.vsim.run;

import dev.vsim.exec.Limits;
import dev.vsim.grade.Grade;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.verdict.Where;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Grades submissions of one assignment, several at a time. */
public final class Grading {
  static final String STUDENT = "student";
  static final String SEED = "seed";

  private static final long USUAL_SEED = 42;
  private static final int SEEDS = 1_000_000;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  /**
   * How it is graded.
   *
   * @param limits what each check may use
   * @param seed of all submissions, or what those of variants are made from
   * @param traces whether the trace of each submission by itself is kept for the report
   */
  public record Settings(Limits limits, OptionalLong seed, boolean traces) {}

  /**
   * A submission.
   *
   * @param path where it is
   * @param shown its path as it was given
   * @param student whose it is
   */
  public record Entry(Path path, String shown, String student) {}

  private final AssignmentFile assignment;
  private final Settings settings;

  public Grading(AssignmentFile assignment, Settings settings) {
    this.assignment = assignment;
    this.settings = settings;
  }

  /**
   * Grades them all; grades in the order of {@code entries}.
   *
   * @param sofar is told of each submission after each check, with those to come as not run, from
   *     any thread
   */
  public List<Grade> grade(List<Entry> entries, int jobs, Consumer<Grade> sofar) {
    List<Attempt> attempts =
        new Workers("vsim-grade", jobs)
            .all(entries, entry -> attempt(entry, sofar), (entry, why) -> failed(entry, why));
    List<Grade> grades = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Attempt attempt = attempts.get(i);
      // What took all memory or time beside it may have been another's: now it has them alone.
      boolean again = attempt.starved() && entries.size() > 1;
      grades.add((again ? attempt(entries.get(i), sofar) : attempt).grade());
    }
    return grades;
  }

  /**
   * What came of one submission.
   *
   * @param starved whether memory or time of the computer ran out, for which it may not be to blame
   */
  private record Attempt(Grade grade, boolean starved) {}

  /** Grades one; whatever it does, there is a grade. */
  private Attempt attempt(Entry entry, Consumer<Grade> sofar) {
    SubmissionGrading one = one(entry, sofar);
    try {
      Grade grade = DeepStack.call(one::grade);
      return new Attempt(grade, one.isStarved());
    } catch (OutOfMemoryError e) {
      return failed(entry, "the computer has no memory left for it");
    }
  }

  private Attempt failed(Entry entry, String why) {
    Grade grade = one(entry, sofar -> {}).ended(Grade.State.ERROR, why, why, Where.NOWHERE);
    return new Attempt(grade, true);
  }

  private SubmissionGrading one(Entry entry, Consumer<Grade> sofar) {
    return new SubmissionGrading(assignment, settings, entry, seedOf(entry.student()), sofar);
  }

  /** Each student's own seed where the assignment has variants, else the same for all. */
  private long seedOf(String student) {
    long base = settings.seed().orElse(USUAL_SEED);
    return assignment.hasVariants() ? new SplitMix64(hash(student) ^ base).below(SEEDS) : base;
  }

  /** Fowler, Noll and Vo's 64-bit hash (FNV-1a), the same on every machine. */
  private static long hash(String text) {
    long hash = FNV_BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * FNV_PRIME;
    }
    return hash;
  }
}
