package dev.vsim.machine.memory;

/**
 * The frames among which one policy chooses: a kernel's, or one process's own ({@code frames N}).
 *
 * <p>Frames come from the kernel's free list; the limit only says how many pages may be resident
 * (rules.md R39).
 */
public final class FrameSet {
  /** The limit of a set that takes whatever is free. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final Kernel kernel;
  private final int limit;
  private final PolicyChoice choice;
  private final ReplacementPolicy policy;
  private final boolean seesAll;
  private final boolean setOnLoad;
  private int size;

  FrameSet(Kernel kernel, int limit, PolicyChoice choice) {
    this.kernel = kernel;
    this.limit = limit;
    this.choice = choice;
    this.policy = choice.kind().maker().make(this, choice.options());
    this.setOnLoad = choice.options().setOnLoad();
    this.seesAll = policy.seesEveryReference();
  }

  public int limit() {
    return limit;
  }

  /** How many pages are resident. */
  public int size() {
    return size;
  }

  public PolicyChoice choice() {
    return choice;
  }

  /** Where the policy's lists have their links. */
  public FrameRows rows() {
    return kernel.frames().rows();
  }

  /** The kernel's own copy of the referenced bit (rules.md R6). */
  public boolean referenced(int frame) {
    return kernel.frames().referenced(frame);
  }

  /**
   * Clears the referenced bit in the page's entry, and drops its translations so that the next use
   * sets it again.
   */
  public void clearReferenced(int frame) {
    kernel.clearReferenced(frame);
  }

  /** Takes it that the page was referred to since it was loaded. */
  public void markReferenced(int frame) {
    kernel.frames().markReferenced(frame);
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean hasRoom() {
    return size < limit;
  }

  void load(int frame) {
    size++;
    policy.load(frame);
  }

  /**
   * The access that loaded a page is through; whether it counts as a use is the policy's option.
   */
  void arrived(int frame) {
    if (!setOnLoad) {
      kernel.frames().clearReferenced(frame);
    }
  }

  void hit(int frame) {
    if (seesAll) {
      policy.hit(frame);
    }
  }

  boolean seesAll() {
    return seesAll;
  }

  void free(int frame) {
    size--;
    policy.free(frame);
  }

  /** The policy's victim, which is no longer of the set. */
  int victim() {
    size--;
    return policy.victim();
  }

  /** Takes a victim back, because it cannot be written anywhere: it counts as newly loaded. */
  void spare(int frame) {
    size++;
    policy.load(frame);
  }
}
