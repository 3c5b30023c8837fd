package dev.vsim.machine.virt;

import dev.vsim.machine.world.Budget;
import java.util.BitSet;

/**
 * Which frames a guest has written to while a migration sends them: each is noted as its D bit in
 * the EPT is set, which the processor can do by itself (page-modification logging, SDM 3C 28.3.6).
 * What the guest's kernel puts into a frame as part of its own work is noted too.
 */
final class WriteLog {
  private final int frames;
  private final Budget budget;

  /** Null while nobody asks. */
  private BitSet written;

  /**
   * @param frames that are noted: those of the guest's memory, not its tables'
   */
  WriteLog(int frames, Budget budget) {
    this.frames = frames;
    this.budget = budget;
  }

  /** Notes what is written from now on. */
  void begin() {
    budget.charge(bytes());
    written = new BitSet(frames);
  }

  /** Nobody asks any more. */
  void end() {
    budget.release(bytes());
    written = null;
  }

  private long bytes() {
    return frames / Byte.SIZE;
  }

  /** Whether anybody asks. */
  boolean isOn() {
    return written != null;
  }

  /** Whether a write to a frame would be news. */
  boolean asksFor(int frame) {
    return written != null && frame < frames && !written.get(frame);
  }

  /** A frame is written to. */
  void note(int frame) {
    if (written != null && frame < frames) {
      written.set(frame);
    }
  }

  /** What has been written since this was asked last. */
  BitSet take() {
    BitSet since = (BitSet) written.clone();
    written.clear();
    return since;
  }

  /** How many frames have been written to since they were taken. */
  int count() {
    return written.cardinality();
  }
}
