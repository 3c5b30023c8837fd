package dev.vsim.machine.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The references of one set of frames in order: 4 bytes each, first the number of the page, and
 * when the first run is over the index of the next reference to the same page.
 */
public final class Notes {
  /** The index of a reference that never comes. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final int CHUNK_BITS = 16;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int CHUNK_MASK = CHUNK - 1;

  /** What 256 neighbouring pages take at most: their numbers and their next uses. */
  private static final int GROUP_BYTES = 256 * 2 * Integer.BYTES + 64;

  private static final String NOTHING = "nothing";

  private final Budget budget;
  private final PageNumbers numbers = new PageNumbers();
  private final List<int[]> chunks = new ArrayList<>();
  private int[] chunk = {};
  private int size;

  /** By number of page, the index of its next reference. */
  private int[] coming = {};

  private int made;
  private Optional<Foresight.Departure> departure = Optional.empty();
  private boolean departed;
  private LongFunction<String> namer = Long::toString;

  Notes(Budget budget) {
    this.budget = budget;
  }

  int size() {
    return size;
  }

  /** The number of a page that is named so, which it gets now if it has none; used in both runs. */
  public int number(long page) {
    int before = numbers.groups();
    int number = numbers.of(page);
    if (numbers.groups() > before) {
      budget.charge(GROUP_BYTES);
    }
    return number;
  }

  /** Looks at what is known of a page that is named so. */
  public long expect(long page) {
    int number = numbers.find(page);
    return number < 0 ? 0 : coming(number);
  }

  /** How the second run writes a page that is named so. */
  public void namedBy(LongFunction<String> writing) {
    namer = writing;
  }

  /** The first run refers to a page. */
  public void note(int number) {
    int at = size & CHUNK_MASK;
    if (at == 0) {
      begin();
    }
    chunk[at] = number;
    size++;
  }

  private void begin() {
    if (size == NEVER - CHUNK + 1) {
      throw new LimitReached(budget.limit());
    }
    budget.charge((long) CHUNK * Integer.BYTES);
    chunk = new int[CHUNK];
    chunks.add(chunk);
  }

  /**
   * The first run is over: from its end backwards each note becomes the index of the next like it.
   */
  void turn() {
    coming = new int[numbers.size()];
    Arrays.fill(coming, NEVER);
    for (int i = size - 1; i >= 0; i--) {
      int[] in = chunks.get(i >>> CHUNK_BITS);
      int number = in[i & CHUNK_MASK];
      in[i & CHUNK_MASK] = coming[number];
      coming[number] = i;
    }
    chunk = size == 0 ? chunk : chunks.get(0);
  }

  /** The second run refers to a page: the index of the next reference to it. */
  public int follow(int number) {
    int at = made++;
    if (number >= coming.length || coming[number] != at || departed) {
      return depart(number, at);
    }
    int next = chunk[at & CHUNK_MASK];
    coming[number] = next;
    if ((made & CHUNK_MASK) == 0 && made < size) {
      chunk = chunks.get(made >>> CHUNK_BITS);
    }
    return next;
  }

  /** The index of the next reference to a page, in the second run. */
  public int coming(int number) {
    return number < coming.length ? coming[number] : NEVER;
  }

  boolean hasDeparted() {
    return departed;
  }

  Optional<Foresight.Departure> departure() {
    return departure;
  }

  Optional<Foresight.Departure> shortfall() {
    return departed || made >= size
        ? Optional.empty()
        : Optional.of(new Foresight.Departure(made + 1L, expected(made), NOTHING));
  }

  private int depart(int number, int at) {
    if (!departed) {
      departed = true;
      departure =
          Optional.of(
              new Foresight.Departure(at + 1L, expected(at), namer.apply(numbers.page(number))));
    }
    return coming(number);
  }

  /** What the first run referred to at an index. */
  private String expected(int at) {
    for (int number = 0; number < coming.length; number++) {
      if (coming[number] == at) {
        return namer.apply(numbers.page(number));
      }
    }
    return NOTHING;
  }
}
