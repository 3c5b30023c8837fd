package dev.vsim.exec;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What the lists, maps and texts of a run take together, in bytes, by an account that is the same
 * on every machine and above what Java takes. What is made is added. Where that comes to the limit,
 * everything that variables still reach is counted anew, so that what was let go is forgiven.
 */
final class ValueRoom {
  /** A list without its elements. */
  static final long LIST = 64;

  /** An element of a list, with the number that it may be. */
  static final long ELEMENT = 32;

  /** A map without its entries. */
  static final long MAP = 160;

  /** An entry of a map, with the numbers that key and value may be. */
  static final long ENTRY = 120;

  /** A text without its characters. */
  static final long TEXT = 72;

  /** A UTF-16 code unit of a text. */
  static final long CHARACTER = 2;

  /** The part of the limit that is made anew before it is worth while to count again. */
  private static final int BETWEEN_COUNTS = 8;

  private final long limit;

  /** The variables that last: those of files, of strategies, of blocks that wait for their time. */
  private final Set<Frame> lasting = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The variables of the calls that have not returned. */
  private final List<Frame> calls = new ArrayList<>();

  /** What strategies have noted on what they choose from. */
  private final IdentityHashMap<Subject, Value> notes = new IdentityHashMap<>();

  /** No less than what is there. */
  private long taken;

  /** All that was ever made. */
  private long made;

  /** What the running statement has made, and may hold without a variable. */
  private long fresh;

  /** The same of the statements in the middle of which it runs. */
  private long suspended;

  private long visited;

  ValueRoom(long limit) {
    this.limit = limit;
  }

  long limit() {
    return limit;
  }

  /** Makes so many bytes more; whether they fit. */
  boolean take(long bytes) {
    made += bytes;
    fresh += bytes;
    taken += bytes;
    if (taken <= limit + limit / BETWEEN_COUNTS) {
      return true;
    }
    taken = reachable() + suspended + fresh;
    return taken <= limit;
  }

  /** What is left for a run beside this one. */
  long left() {
    taken = reachable() + suspended + fresh;
    return Math.max(0, limit - taken);
  }

  /** How many values have been looked at in counting since this was asked. */
  long effort() {
    long effort = visited;
    visited = 0;
    return effort;
  }

  /** A statement begins: what the one before made has a variable by now, or is gone. */
  void begin() {
    fresh = 0;
  }

  /** Other statements run before this one goes on; gives what {@link #resume} wants to know. */
  long suspend() {
    long held = fresh;
    suspended += held;
    fresh = 0;
    return held;
  }

  void resume(long held) {
    suspended -= held;
    fresh = held;
  }

  /** Variables that last until {@link #release}. */
  void hold(Frame frame) {
    lasting.add(frame);
  }

  void release(Frame frame) {
    lasting.remove(frame);
  }

  /** What is noted on an object, which is there for ever. */
  void note(Subject object, Value value) {
    if (holds(value)) {
      notes.put(object, value);
    } else if (!notes.isEmpty()) {
      notes.remove(object);
    }
  }

  void enterCall(Frame frame) {
    calls.add(frame);
  }

  void leaveCall() {
    calls.remove(calls.size() - 1);
  }

  /** What was running has been broken off. */
  void unwind() {
    calls.clear();
    suspended = 0;
    fresh = 0;
  }

  long made() {
    return made;
  }

  /** A call has given a value back, of which at most so much is new. */
  void returned(Value value, long most) {
    if (value != null && most > 0) {
      fresh += new Count(most).of(value);
    }
  }

  private long reachable() {
    Count count = new Count(Long.MAX_VALUE);
    Set<Frame> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    lasting.forEach(frame -> count.all(frame, seen));
    calls.forEach(frame -> count.all(frame, seen));
    notes.values().forEach(count::of);
    return count.bytes;
  }

  /** Whether a value takes more than its place. */
  private static boolean holds(Value value) {
    return value instanceof Value.Items
        || value instanceof Value.Entries
        || value instanceof Value.Text;
  }

  /** Counts values, each once, in whichever way it is reached. */
  private final class Count {
    private final long most;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Value> open = new ArrayDeque<>();
    private long bytes;

    /**
     * @param most where it may stop
     */
    Count(long most) {
      this.most = most;
    }

    void all(Frame frame, Set<Frame> frames) {
      for (Frame each = frame; each != null && frames.add(each); each = each.outer) {
        for (Value value : each.values) {
          of(value);
        }
        of(each.result);
      }
    }

    long of(Value value) {
      push(value);
      while (!open.isEmpty() && bytes < most) {
        inside(open.pop());
        visited++;
      }
      return Math.min(bytes, most);
    }

    private void push(Value value) {
      if (holds(value)) {
        open.push(value);
      }
    }

    private void inside(Value value) {
      if (value instanceof Value.Text text && seen.add(text)) {
        bytes += TEXT + CHARACTER * text.text().length();
      } else if (value instanceof Value.Items list && seen.add(list.items())) {
        bytes += LIST + ELEMENT * list.items().size();
        list.items().forEach(this::push);
      } else if (value instanceof Value.Entries map && seen.add(map.entries())) {
        bytes += MAP + ENTRY * map.entries().size();
        map.entries().keySet().forEach(this::push);
        map.entries().values().forEach(this::push);
      }
    }
  }
}
