package dev.vsim.machine.memory;

import dev.vsim.machine.paging.TableBytes;
import dev.vsim.machine.paging.TableFrames;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ordinary frames as the place of page tables: {@code page-tables inside}. The tables' bytes are
 * part of memory, as in a textbook's memory dump.
 */
final class InsideFrames implements TableFrames, TableBytes {
  private final Kernel kernel;
  private final int owner;
  private OptionalInt wanted;

  /**
   * @param owner the number of the process whose tables they hold
   * @param first the frame of its first table, if that was given
   */
  InsideFrames(Kernel kernel, int owner, OptionalInt first) {
    this.kernel = kernel;
    this.owner = owner;
    this.wanted = first;
  }

  @Override
  public int take(int count) {
    OptionalInt given = wanted;
    wanted = OptionalInt.empty();
    int frame =
        given.isPresent()
            ? claim(given.getAsInt(), count)
            : kernel.supply().frameForTable(owner, count);
    if (frame == NONE) {
      return NONE;
    }
    for (int i = 0; i < count; i++) {
      kernel.memory().tableTaken(frame + i);
      kernel.memory().take(frame + i);
    }
    return frame;
  }

  /** Takes certain frames as they are; {@link #NONE} if one is in use. */
  int claim(int frame, int count) {
    if (!kernel.frames().allFree(frame, count)) {
      return NONE;
    }
    kernel.frames().takeForTable(frame, owner, count);
    for (int i = 0; i < count; i++) {
      kernel.memory().tableTaken(frame + i);
    }
    return frame;
  }

  @Override
  public void free(int frame, int count) {
    for (int i = 0; i < count; i++) {
      kernel.frames().release(frame + i, 1);
    }
    kernel.frames().markUnclean();
  }

  @Override
  public Optional<TableBytes> bytes() {
    return Optional.of(this);
  }

  @Override
  public void write(int table, long offset, int bytes, long word) {
    int pageSize = kernel.settings().paging().pageSize();
    int frame = table + (int) (offset / pageSize);
    byte[] page = kernel.memory().take(frame);
    if (page == null) {
      page = new byte[pageSize];
    }
    for (int i = 0; i < bytes; i++) {
      page[(int) (offset % pageSize) + i] = (byte) (word >>> (i * Byte.SIZE));
    }
    kernel.memory().put(frame, page);
  }

  @Override
  public long read(int table, long offset, int bytes) {
    int pageSize = kernel.settings().paging().pageSize();
    int frame = table + (int) (offset / pageSize);
    byte[] page = kernel.memory().take(frame);
    if (page == null) {
      return 0;
    }
    long word = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      word = (word << Byte.SIZE) | (page[(int) (offset % pageSize) + i] & 0xFF);
    }
    kernel.memory().put(frame, page);
    return word;
  }
}
