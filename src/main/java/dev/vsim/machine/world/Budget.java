package dev.vsim.machine.world;

/**
 * How much heap the model of one world may take, in bytes; what it takes is charged before it is
 * taken.
 */
public final class Budget {
  private final long limit;
  private final long there;
  private long used;

  /** As much as that, whatever the computer has. */
  public Budget(long limit) {
    this(limit, Long.MAX_VALUE);
  }

  /**
   * @param there what the computer has: who needs more is told before it is short of memory, when
   *     everything takes long
   */
  public Budget(long limit, long there) {
    this.limit = limit;
    this.there = there;
  }

  /** Accounts for memory that is about to be taken. */
  public void charge(long bytes) {
    require(bytes);
    used += bytes;
  }

  /** Looks whether so much can be taken. */
  public void require(long bytes) {
    if (bytes > limit - used) {
      throw new LimitReached(limit);
    } else if (bytes > there - used) {
      throw new LimitReached(there, true);
    }
  }

  /** What is left of it, for another that goes on beside this one. */
  public Budget rest() {
    return new Budget(limit - used, there - used);
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
