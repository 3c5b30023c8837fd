package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

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

  /** What the rule compares of a frame. */
  List<Measure> measures(int frame, Uses uses);

  /**
   * The frame at which the rule looks behind this one, {@link FrameList#NONE} at the end; the first
   * for {@link FrameList#NONE}.
   */
  int look(int frame);

  /**
   * What it remembers now, so that after a revert it decides as it would have. The frames' pages,
   * bits and links are kept by their table, which is brought back before this.
   */
  Checkpoint checkpoint();

  /** Whether {@link #reference} is called before every reference, for rules that know time. */
  default boolean countsReferences() {
    return false;
  }

  /** A process is about to make a reference. */
  default void reference() {
    // Most rules know no time but the order of loads and uses.
  }

  /** A frame is going to be found, perhaps by a victim, for this page, and then loaded. */
  default void wanted(long identity) {
    // Most rules choose without a look at who comes.
  }

  /** The reference for which the page in this frame was loaded is through. */
  default void arrived(int frame) {
    // Most rules count the load itself.
  }

  /**
   * A page will probably be {@link #wanted} soon: a rule may look at what it keeps of it, so that
   * the processor fetches it meanwhile. What is given back means nothing.
   */
  default long expect(long identity) {
    return 0;
  }

  /**
   * Whether {@link #look} goes through the frames in about the order in which they will go, at a
   * constant price each.
   */
  default boolean looksInOrder() {
    return false;
  }

  /** Whether it can {@link #note} references. */
  default boolean keepsNotes() {
    return false;
  }

  /**
   * Notes a reference to a page, in the first of two runs (rules.md R14), when nobody will ask for
   * anything but the notes any more.
   */
  default void note(long identity) {
    // Only what stands in for a rule that needs notes keeps any.
  }

  /** The victim could not be written anywhere and stays. */
  default void spare(int frame) {
    load(frame);
  }
}
