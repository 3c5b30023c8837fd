package dev.vsim.machine.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How {@code opt} knows the references to come: a first run of the world notes them for each set of
 * frames, a second one reads them (rules.md R14).
 */
public final class Foresight {
  private final Stage stage;
  private final List<Notes> sets;
  private int taken;
  private boolean nothingFollows;

  /** Which run this is. */
  public enum Stage {
    /** The only one: nothing is known. */
    NONE,
    /** The first: references are noted. */
    NOTING,
    /** The second: they are known. */
    KNOWING
  }

  private Foresight(Stage stage, List<Notes> sets) {
    this.stage = stage;
    this.sets = sets;
  }

  /** Of a world that runs only once. */
  public static Foresight none() {
    return new Foresight(Stage.NONE, new ArrayList<>());
  }

  /** Of a world that runs for the first time. */
  public static Foresight noting() {
    return new Foresight(Stage.NOTING, new ArrayList<>());
  }

  /** What this first run has noted, for the second. */
  public Foresight known() {
    sets.forEach(Notes::turn);
    return new Foresight(Stage.KNOWING, sets);
  }

  public Stage stage() {
    return stage;
  }

  /** Whether any set of frames has wanted it. */
  public boolean isWanted() {
    return !sets.isEmpty();
  }

  /** The notes of the next set of frames that wants them. */
  public Notes next(Budget budget) {
    if (taken == sets.size()) {
      sets.add(new Notes(budget));
    }
    return sets.get(taken++);
  }

  /** The command that runs now is the last that does anything. */
  public void nothingFollows() {
    nothingFollows = true;
  }

  /**
   * Whether it is enough to note what is referred to, since this is the first run, of which nothing
   * but its notes is wanted, and nothing follows that could depend on how it went.
   */
  public boolean notesSuffice() {
    return stage == Stage.NOTING && nothingFollows;
  }

  /** How many references the first run has noted. */
  public long noted() {
    return sets.stream().mapToLong(Notes::size).sum();
  }

  /** Where the second run has left the first, if it has. */
  public Optional<Departure> departure() {
    for (Notes notes : sets) {
      if (stage == Stage.KNOWING && notes.hasDeparted()) {
        return notes.departure();
      }
    }
    return Optional.empty();
  }

  /** Where the second run, which is over, has made fewer references than the first, if it has. */
  public Optional<Departure> shortfall() {
    return sets.stream()
        .filter(n -> stage == Stage.KNOWING)
        .map(Notes::shortfall)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The first reference that differs.
   *
   * @param number which of its set's, from 1
   * @param noted to what the first run referred: {@code page 0x3 of app}
   * @param made to what the second refers
   */
  public record Departure(long number, String noted, String made) {}
}
