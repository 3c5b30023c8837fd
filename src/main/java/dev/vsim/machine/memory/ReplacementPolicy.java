package dev.vsim.machine.memory;

/**
 * Which page goes when a set of frames has no room. One policy object serves one {@link FrameSet}.
 */
public interface ReplacementPolicy {
  /**
   * Whether {@link #hit} is called for every reference, which no hardware could tell; else never:
   * then the policy sees the referenced bits.
   */
  boolean seesEveryReference();

  /** A page was loaded into this frame. */
  void load(int frame);

  /** The page in this frame was referred to, without being loaded for it. */
  void hit(int frame);

  /** The page in this frame has left for another reason than being the victim. */
  void free(int frame);

  /** Chooses a frame of the set, which is not empty, and forgets it. */
  int victim();
}
