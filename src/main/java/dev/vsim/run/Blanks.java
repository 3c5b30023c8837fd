package dev.vsim.run;

import dev.vsim.event.EventField;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Suggestions;
import dev.vsim.trace.SheetLine;
import dev.vsim.trace.TraceLine;
import dev.vsim.trace.TraceReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which values of a trace a worksheet asks for.
 *
 * @param hidden words of which each is a field, an event, or both, {@code evict.page}: only these
 *     are asked for; empty for any
 * @param count how many are asked for, chosen at random among them; empty for all
 * @param share how many of a hundred instead
 * @param seed of the random numbers
 */
public record Blanks(List<String> hidden, OptionalInt count, OptionalInt share, long seed) {
  private static final int HUNDRED = 100;
  private static final String EXPECT = "expect ";

  /** The lines of the sheet, or why there are none. */
  sealed interface Left {
    /** The lines. */
    record Lines(List<String> lines) implements Left {}

    /** Nothing can be asked for: a sentence. */
    record Nothing(String why) implements Left {}
  }

  /** A value that can be asked for. */
  private record Candidate(int line, EventField field) {
    boolean isMeant(String word) {
      String event = field.kind().name();
      return word.equals(field.name())
          || word.equals(event)
          || word.equals(event + "." + field.name());
    }
  }

  /**
   * The trace's events as lines of a sheet, values left blank.
   *
   * @param printed a trace as it was printed
   */
  Left in(List<String> printed) {
    List<Optional<TraceLine>> events = printed.stream().map(Blanks::event).toList();
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).isPresent()) {
        TraceLine event = events.get(i).get();
        for (EventField field : event.kind().fields()) {
          if (event.raw(field).isPresent()) {
            all.add(new Candidate(i, field));
          }
        }
      }
    }
    if (all.isEmpty()) {
      return new Left.Nothing("the scenario prints no event, so there is nothing to ask");
    }
    for (String word : hidden) {
      if (all.stream().noneMatch(c -> c.isMeant(word))) {
        return new Left.Nothing(unknown(word, all));
      }
    }
    Set<Candidate> asked = new LinkedHashSet<>(chosen(meant(all)));
    return new Left.Lines(lines(printed, events, asked));
  }

  private static Optional<TraceLine> event(String line) {
    return line.startsWith(EXPECT)
        ? new TraceReader(new SourceText("", TraceReader.HEADER + "\n" + line), new Diagnostics())
            .next()
        : Optional.empty();
  }

  private static String unknown(String word, List<Candidate> all) {
    Set<String> known = new LinkedHashSet<>();
    all.forEach(c -> known.add(c.field().name()));
    all.forEach(c -> known.add(c.field().kind().name()));
    String near =
        Suggestions.nearest(word, List.copyOf(known))
            .map(n -> "; did you mean `" + n + "`?")
            .orElse("");
    return "no event of the trace is `" + word + "` or has such a field" + near;
  }

  private List<Candidate> meant(List<Candidate> all) {
    return hidden.isEmpty()
        ? all
        : all.stream().filter(c -> hidden.stream().anyMatch(c::isMeant)).toList();
  }

  /** As many as are wanted, by the language's own generator (Fisher and Yates). */
  private List<Candidate> chosen(List<Candidate> meant) {
    int wanted =
        count.orElseGet(
            () ->
                share.isPresent()
                    ? (int) Math.ceil((double) meant.size() * share.getAsInt() / HUNDRED)
                    : meant.size());
    List<Candidate> mixed = new ArrayList<>(meant);
    SplitMix64 dice = new SplitMix64(seed);
    for (int i = 0; i < Math.min(wanted, mixed.size()); i++) {
      int other = i + (int) dice.below(mixed.size() - i);
      Candidate kept = mixed.get(i);
      mixed.set(i, mixed.get(other));
      mixed.set(other, kept);
    }
    return mixed.subList(0, Math.min(wanted, mixed.size()));
  }

  private static List<String> lines(
      List<String> printed, List<Optional<TraceLine>> events, Set<Candidate> asked) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < printed.size(); i++) {
      lines.add(events.get(i).isPresent() ? line(i, events.get(i).get(), asked) : printed.get(i));
    }
    return lines;
  }

  private static String line(int number, TraceLine event, Set<Candidate> asked) {
    StringBuilder line = new StringBuilder(SheetLine.BEGINNING).append(event.kind().name());
    event.subject().ifPresent(subject -> line.append(' ').append(subject));
    for (EventField field : event.kind().fields()) {
      Optional<String> value = event.raw(field);
      if (value.isPresent()) {
        boolean blank = asked.contains(new Candidate(number, field));
        line.append(' ').append(field.name()).append(' ').append(blank ? "?" : value.get());
      }
    }
    return line.toString();
  }
}
