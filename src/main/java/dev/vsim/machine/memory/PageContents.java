package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes of numbered pages (frames, slots): nothing is kept for a page until something but zero
 * is written.
 */
final class PageContents {
  private static final int CHUNK_BITS = 9;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int ARRAY_HEADER = 16;
  private static final int REFERENCE = 4;

  private final int pageSize;
  private final Budget budget;
  private byte[][][] chunks = {};

  PageContents(int pageSize, Budget budget) {
    this.pageSize = pageSize;
    this.budget = budget;
  }

  /** The bytes of a page that has any but zeros, else null. */
  byte[] peek(int number) {
    int chunk = number >>> CHUNK_BITS;
    return chunk >= chunks.length || chunks[chunk] == null
        ? null
        : chunks[chunk][number & CHUNK - 1];
  }

  /** The bytes of a page that is about to be written. */
  byte[] open(int number) {
    byte[] page = peek(number);
    if (page == null) {
      budget.charge(ARRAY_HEADER + pageSize);
      page = new byte[pageSize];
      chunk(number)[number & CHUNK - 1] = page;
    }
    return page;
  }

  /** Takes the bytes out: the page is all zeros afterwards. Null where it was before. */
  byte[] take(int number) {
    byte[] page = peek(number);
    if (page != null) {
      chunks[number >>> CHUNK_BITS][number & CHUNK - 1] = null;
      budget.release(ARRAY_HEADER + pageSize);
    }
    return page;
  }

  /** Makes a page hold these bytes, which are its own from now on, or zeros for null. */
  void put(int number, byte[] bytes) {
    take(number);
    if (bytes != null) {
      budget.charge(ARRAY_HEADER + pageSize);
      chunk(number)[number & CHUNK - 1] = bytes;
    }
  }

  private byte[][] chunk(int number) {
    int chunk = number >>> CHUNK_BITS;
    if (chunk >= chunks.length) {
      int length = Math.max(chunk + 1, 2 * chunks.length);
      budget.charge((long) (length - chunks.length) * REFERENCE);
      chunks = Arrays.copyOf(chunks, length);
    }
    if (chunks[chunk] == null) {
      budget.charge(ARRAY_HEADER + (long) CHUNK * REFERENCE);
      chunks[chunk] = new byte[CHUNK][];
    }
    return chunks[chunk];
  }

  /** All pages that are not zeros. */
  Checkpoint checkpoint() {
    Map<Integer, byte[]> kept = new LinkedHashMap<>();
    for (int number = next(0); number >= 0; number = next(number + 1)) {
      kept.put(number, peek(number).clone());
    }
    return Checkpoint.of(
        kept.size() * (long) (ARRAY_HEADER + pageSize),
        () -> {
          for (int number = next(0); number >= 0; number = next(number + 1)) {
            take(number);
          }
          kept.forEach((number, bytes) -> put(number, bytes.clone()));
        });
  }

  /** The next page from this one on that is not zeros, or −1. */
  private int next(int from) {
    for (int number = from; number >>> CHUNK_BITS < chunks.length; number++) {
      if (chunks[number >>> CHUNK_BITS] == null) {
        number |= CHUNK - 1;
      } else if (peek(number) != null) {
        return number;
      }
    }
    return -1;
  }
}
