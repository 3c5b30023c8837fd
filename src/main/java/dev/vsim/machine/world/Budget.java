package dev.vsim.machine.world;

/**
 * How much heap the model of one world may take, in bytes; what it takes is charged before it is
 * taken.
 */
public final class Budget {
  private final long limit;
  private long used;

  public Budget(long limit) {
    this.limit = limit;
  }

  /** Accounts for memory that is about to be taken. */
  public void charge(long bytes) {
    if (bytes > limit - used) {
      throw new LimitReached(limit);
    }
    used += bytes;
  }

  /** Accounts for memory that was let go. */
  public void release(long bytes) {
    used -= bytes;
  }

  public long used() {
    return used;
  }

  public long limit() {
    return limit;
  }
}
