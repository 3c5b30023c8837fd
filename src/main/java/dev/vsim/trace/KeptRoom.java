package dev.vsim.trace;

/**
 * How many events the logs of all worlds of one run may still keep; each is taken from it before it
 * is kept.
 */
public final class KeptRoom {
  private long left;

  /**
   * @param most how many events, all worlds together
   */
  public KeptRoom(long most) {
    this.left = most;
  }

  public long left() {
    return left;
  }

  /** Takes room for one event, if there is any. */
  boolean take() {
    return left > 0 && left-- > 0;
  }
}
