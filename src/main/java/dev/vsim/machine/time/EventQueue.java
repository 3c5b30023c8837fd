package dev.vsim.machine.time;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What is still to happen, in the order of virtual time: by instant, at one instant by {@link
 * Phase}, in one phase by the number that its subject has, then first come, first served.
 *
 * <p>A heap of four children a node in arrays side by side: nothing is allocated for an entry.
 * Entries are not taken back; a happening that may have lost its sense looks at what it is about.
 */
public final class EventQueue {
  /** The end of virtual time, in nanoseconds: what lies beyond it happens then. */
  public static final long END = Clock.END;

  private static final int ACT = Phase.ACT.ordinal();
  private static final int RUN_END = Phase.RUN_END.ordinal();
  private static final int PHASES = Phase.values().length;
  private static final int CHILDREN = 4;
  private static final int FIRST_CAPACITY = 64;
  private static final int BYTES_AN_ENTRY = 40;
  private static final long PER_NANOSECOND = 1000;
  private static final int PHASE_SHIFT = 32;
  private static final int FRACTION_SHIFT = 40;

  private final Clock clock;
  private final LongConsumer memory;
  private int size;
  private long added;
  private long[] nanoseconds = new long[FIRST_CAPACITY];
  private long[] keys = new long[FIRST_CAPACITY];
  private long[] numbers = new long[FIRST_CAPACITY];
  private long[] abouts = new long[FIRST_CAPACITY];
  private Happening[] happenings = new Happening[FIRST_CAPACITY];

  private boolean happening;
  private long instant;
  private int fraction;
  private boolean acting;
  private long actsAt;
  private int actsFraction;

  /**
   * @param memory is told how many bytes the queue is about to take
   */
  public EventQueue(Clock clock, LongConsumer memory) {
    this.clock = clock;
    this.memory = memory;
  }

  /** Whether nothing is still to happen. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** How much is still to happen. */
  public int size() {
    return size;
  }

  /**
   * The present, in whole nanoseconds: the instant of what is happening, which the clock may have
   * passed, or else the clock's.
   */
  public long instant() {
    return happening ? instant : clock.now();
  }

  /** The picoseconds of the present beyond {@link #instant()}. */
  public int fraction() {
    return happening ? fraction : clock.fraction();
  }

  /**
   * Puts in what happens after a while.
   *
   * @param picoseconds from the present, at least 0
   * @param order of its subject among those of the same phase, at least 0: that of declaration
   */
  public void in(long picoseconds, Phase when, int order, Happening what, long about) {
    long late = fraction() + picoseconds % PER_NANOSECOND;
    long whole = picoseconds / PER_NANOSECOND + late / PER_NANOSECOND;
    add(Math.min(instant() + whole, END), (int) (late % PER_NANOSECOND), when, order, what, about);
  }

  /**
   * Puts in what happens at an instant that is not before the present.
   *
   * @param at nanoseconds since the start
   */
  public void at(long at, Phase when, int order, Happening what, long about) {
    add(at, 0, when, order, what, about);
  }

  /**
   * Something that is over when this time has passed.
   *
   * @param duration in nanoseconds, from 0 to {@link #END}
   */
  public Operation alarm(long duration) {
    Alarm alarm = new Alarm();
    add(Math.min(instant(), END - duration) + duration, fraction(), Phase.RUN_END, 0, alarm, 0);
    return alarm;
  }

  /**
   * Lets the next thing happen, however far ahead it lies, and moves the clock to it unless the
   * clock has passed it; the queue must not be empty.
   */
  public void step() {
    long at = nanoseconds[0];
    long key = keys[0];
    long about = abouts[0];
    Happening what = happenings[0];
    removeFirst();
    int picoseconds = (int) (key >>> FRACTION_SHIFT);
    clock.reach(at, picoseconds);
    boolean outerHappening = happening;
    long outerInstant = instant;
    int outerFraction = fraction;
    happening = true;
    instant = at;
    fraction = picoseconds;
    try {
      what.happen(about);
    } finally {
      happening = outerHappening;
      instant = outerInstant;
      fraction = outerFraction;
    }
  }

  /**
   * Whether something is due that has to happen before a command acts: what lies before the clock's
   * instant, and at that very instant all, for a command of the scenario itself; for one of an
   * {@code at} block only what stands before it in the order of phases.
   */
  public boolean isDueBeforeAct() {
    return size > 0 && isDue(acting && isAt(actsAt, actsFraction) ? ACT : PHASES);
  }

  /**
   * Whether something has fallen due while a command acted: what lies before the clock's instant,
   * or ends at it.
   */
  public boolean isDueAfterAct() {
    return size > 0 && isDue(acting && isAt(actsAt, actsFraction) ? ACT : RUN_END);
  }

  /** Does what acts in the present: at the clock's time, which may have passed this instant. */
  public void act(Runnable work) {
    final boolean outerHappening = happening;
    final boolean outerActing = acting;
    final long outerAt = actsAt;
    final int outerFraction = actsFraction;
    happening = false;
    acting = true;
    actsAt = clock.now();
    actsFraction = clock.fraction();
    try {
      work.run();
    } finally {
      happening = outerHappening;
      acting = outerActing;
      actsAt = outerAt;
      actsFraction = outerFraction;
    }
  }

  private boolean isAt(long at, int picoseconds) {
    return at == clock.now() && picoseconds == clock.fraction();
  }

  private boolean isDue(int phases) {
    long now = clock.now();
    if (nanoseconds[0] != now) {
      return nanoseconds[0] < now;
    }
    return keys[0] < ((long) clock.fraction() << FRACTION_SHIFT | (long) phases << PHASE_SHIFT);
  }

  private void add(long at, int picoseconds, Phase when, int order, Happening what, long about) {
    if (size == keys.length) {
      grow();
    }
    long key =
        (long) picoseconds << FRACTION_SHIFT | (long) when.ordinal() << PHASE_SHIFT | (long) order;
    long number = added++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / CHILDREN;
      if (!isBefore(at, key, number, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    set(hole, at, key, number, what, about);
  }

  private void removeFirst() {
    int last = --size;
    long at = nanoseconds[last];
    long key = keys[last];
    long number = numbers[last];
    Happening what = happenings[last];
    happenings[last] = null;
    int hole = 0;
    for (int child = 1; child < last; child = hole * CHILDREN + 1) {
      int least = child;
      int end = Math.min(child + CHILDREN, last);
      for (int other = child + 1; other < end; other++) {
        if (isBefore(nanoseconds[other], keys[other], numbers[other], least)) {
          least = other;
        }
      }
      if (isBefore(at, key, number, least)) {
        break;
      }
      move(least, hole);
      hole = least;
    }
    if (last > 0) {
      set(hole, at, key, number, what, abouts[last]);
    }
  }

  private boolean isBefore(long at, long key, long number, int other) {
    if (at != nanoseconds[other]) {
      return at < nanoseconds[other];
    }
    return key != keys[other] ? key < keys[other] : number < numbers[other];
  }

  private void move(int from, int to) {
    set(to, nanoseconds[from], keys[from], numbers[from], happenings[from], abouts[from]);
  }

  private void set(int place, long at, long key, long number, Happening what, long about) {
    nanoseconds[place] = at;
    keys[place] = key;
    numbers[place] = number;
    happenings[place] = what;
    abouts[place] = about;
  }

  private void grow() {
    int capacity = size * 2;
    memory.accept((long) size * BYTES_AN_ENTRY);
    nanoseconds = Arrays.copyOf(nanoseconds, capacity);
    keys = Arrays.copyOf(keys, capacity);
    numbers = Arrays.copyOf(numbers, capacity);
    abouts = Arrays.copyOf(abouts, capacity);
    happenings = Arrays.copyOf(happenings, capacity);
  }

  /** The end of a {@code run}. */
  private static final class Alarm implements Operation, Happening {
    private boolean over;

    @Override
    public boolean isOver() {
      return over;
    }

    @Override
    public void happen(long about) {
      over = true;
    }
  }
}
