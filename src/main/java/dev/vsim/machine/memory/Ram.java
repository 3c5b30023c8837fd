package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import java.util.Arrays;

/** A host's memory, with contents. */
public final class Ram implements PhysicalMemory {
  private final PageContents contents;

  public Ram(int pageSize, Budget budget) {
    this.contents = new PageContents(pageSize, budget);
  }

  @Override
  public Ram ram() {
    return this;
  }

  @Override
  public byte[] take(int frame) {
    return contents.take(frame);
  }

  @Override
  public byte[] copy(int frame) {
    byte[] bytes = contents.peek(frame);
    return bytes == null ? null : bytes.clone();
  }

  @Override
  public byte[] peek(int frame) {
    return contents.peek(frame);
  }

  @Override
  public void surrender(int frame) {
    contents.take(frame);
  }

  @Override
  public void put(int frame, byte[] bytes) {
    contents.put(frame, bytes);
  }

  @Override
  public void tableTaken(int frame) {
    // RAM is there.
  }

  /** Copies bytes out of one frame. */
  public void read(int frame, int offset, byte[] into, int from, int count) {
    byte[] page = contents.peek(frame);
    if (page == null) {
      Arrays.fill(into, from, from + count, (byte) 0);
    } else {
      System.arraycopy(page, offset, into, from, count);
    }
  }

  /** Copies bytes into one frame. */
  public void write(int frame, int offset, byte[] bytes, int from, int count) {
    if (contents.peek(frame) != null || !zeros(bytes, from, count)) {
      System.arraycopy(bytes, from, contents.open(frame), offset, count);
    }
  }

  private static boolean zeros(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
