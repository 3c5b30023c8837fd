package dev.vsim.machine.world;

/**
 * The model would need more memory than its {@link Budget} allows; the run ends with a diagnostic.
 */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long limit;
  private final boolean computers;

  LimitReached(long limit) {
    this(limit, false);
  }

  /**
   * @param computers whether it is the computer that has no more, not the run that may have no more
   */
  LimitReached(long limit, boolean computers) {
    super("memory of the model: " + limit + " bytes", null, false, false);
    this.limit = limit;
    this.computers = computers;
  }

  /** Whether it is the computer that has no more, not the run that may have no more. */
  public boolean isComputers() {
    return computers;
  }

  /** The limit that was met, in bytes. */
  public long limit() {
    return limit;
  }
}
