package dev.vsim.machine.world;

/**
 * The model would need more memory than its {@link Budget} allows; the run ends with a diagnostic.
 */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long limit;

  LimitReached(long limit) {
    super("memory of the model: " + limit + " bytes", null, false, false);
    this.limit = limit;
  }

  /** The limit that was met, in bytes. */
  public long limit() {
    return limit;
  }
}
