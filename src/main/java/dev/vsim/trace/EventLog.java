package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSelection;
import dev.vsim.event.EventSink;
import java.util.function.Consumer;

/**
 * All that one world's events come to: lines of its trace, and what its assertions can look at. A
 * kind is wanted only while it is shown to somebody, kept, or named by a rule.
 */
public final class EventLog implements EventSink {
  /** What comparing an event with a pattern is worth, in work: a reference of a replay is 1. */
  private static final long COMPARISON = 8;

  private static final byte UNDECIDED = 0;
  private static final byte WANTED = 1;
  private static final byte UNWANTED = 2;

  private final Recording recording;
  private final TraceWriter writer;
  private final Consumer<Mismatch.Forbidden> violations;
  private final Visibility visibility = new Visibility();
  private final Rulebook rules = new Rulebook();
  private final KeptEvents kept = new KeptEvents();
  private final KeptRoom room;
  private final boolean[] asserted;
  private final byte[] wanted;
  private long happened;
  private long happenedAtLast;
  private boolean full;

  /**
   * @param recording what is kept
   * @param writer where visible events are printed
   * @param violations is told of each event that a rule forbids, at the moment at which it happens
   */
  public EventLog(
      Recording recording, TraceWriter writer, Consumer<Mismatch.Forbidden> violations) {
    this(recording, new KeptRoom(recording.limit()), writer, violations);
  }

  /**
   * @param room what this log shares with those of other worlds
   */
  public EventLog(
      Recording recording,
      KeptRoom room,
      TraceWriter writer,
      Consumer<Mismatch.Forbidden> violations) {
    this.recording = recording;
    this.room = room;
    this.writer = writer;
    this.violations = violations;
    int kinds = EventKind.all().size();
    this.asserted = new boolean[kinds];
    this.wanted = new byte[kinds];
    recording.kinds().forEach(kind -> asserted[kind.index()] = true);
  }

  @Override
  public boolean wants(EventKind kind) {
    byte decided = wanted[kind.index()];
    return decided == UNDECIDED ? decide(kind) : decided == WANTED;
  }

  @Override
  public void accept(Event event) {
    EventKind kind = EventKind.of(event);
    boolean visible = visibility.shows(kind, event);
    boolean named = asserted[kind.index()];
    if (visible || named) {
      happened++;
    }
    if (named || visible && recording.allVisible()) {
      keep(kind, event, visible);
    }
    if (visible) {
      writer.event(kind, event);
    }
    rules
        .violated(kind, event)
        .ifPresent(rule -> violations.accept(new Mismatch.Forbidden(rule, event)));
  }

  /** Whether an event's line is printed. */
  public boolean prints(Event event) {
    return writer.printsEvents() && visibility.shows(EventKind.of(event), event);
  }

  /** {@code trace < show X >}, from now on. */
  public void show(EventSelection selection) {
    visibility.set(selection, true);
    selection.kinds().forEach(this::reconsider);
  }

  /** {@code trace < hide X >}, from now on. */
  public void hide(EventSelection selection) {
    visibility.set(selection, false);
    selection.kinds().forEach(this::reconsider);
  }

  /** Puts a {@code forbid} or an {@code allow} into force. */
  public void add(Rule rule) {
    rules.add(rule);
    reconsider(rule.pattern().kind());
  }

  /**
   * How many rules are in force: kept at the beginning of a block for {@link #cutRules} at its end.
   */
  public int rules() {
    return rules.size();
  }

  /**
   * How much work assertions and rules have been since this was asked last: events were compared
   * with patterns, rules with events.
   */
  public long effort() {
    return COMPARISON * (kept.looked() + rules.looked());
  }

  /** Ends the rules that were added since {@code size} of them were in force. */
  public void cutRules(int size) {
    while (rules.size() > size) {
      reconsider(rules.dropLast().pattern().kind());
    }
  }

  /**
   * Whether events were dropped because the room for them was full: what assertions say is void
   * then.
   */
  public boolean isFull() {
    return full;
  }

  KeptEvents kept() {
    return kept;
  }

  /** How many events happened that were visible or are named in assertions. */
  long happened() {
    return happened;
  }

  /** How many had happened, itself included, when the event that was kept last did. */
  long happenedAtLast() {
    return happenedAtLast;
  }

  private void keep(EventKind kind, Event event, boolean visible) {
    if (room.take()) {
      kept.add(kind, event, visible);
      happenedAtLast = happened;
    } else {
      full = true;
    }
  }

  private void reconsider(EventKind kind) {
    wanted[kind.index()] = UNDECIDED;
  }

  /**
   * Decides at the first question, so that a short run does not look into kinds that it never
   * meets.
   */
  private boolean decide(EventKind kind) {
    boolean seen = writer.printsEvents() || recording.allVisible() || recording.windows();
    boolean decided =
        asserted[kind.index()] || rules.concerns(kind) || seen && visibility.showsSome(kind);
    wanted[kind.index()] = decided ? WANTED : UNWANTED;
    return decided;
  }
}
