package dev.vsim.machine.memory;

import dev.vsim.machine.world.Notes;

/**
 * What stands in the place of {@code opt} while its world runs for the first time: {@code lru}, and
 * a note of each reference.
 */
final class OptRehearsal implements ReplacementPolicy {
  private final FrameSet frames;
  private final Notes notes;
  private final Lru lru;

  /** By frame: its page's number in the notes. */
  private int[] numbers = {};

  OptRehearsal(FrameSet frames, PolicyOptions options, Notes notes) {
    this.frames = frames;
    this.notes = notes;
    this.lru = new Lru(frames, options);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    numbers = frames.reach(numbers);
    numbers[frame] = notes.number(frames.identity(frame));
    notes.note(numbers[frame]);
    lru.load(frame);
  }

  @Override
  public void hit(int frame) {
    notes.note(numbers[frame]);
    lru.hit(frame);
  }

  @Override
  public void free(int frame) {
    lru.free(frame);
  }

  @Override
  public int victim() {
    return lru.victim();
  }

  @Override
  public void spare(int frame) {
    lru.load(frame);
  }

  @Override
  public String measure(int frame, Uses uses) {
    return lru.measure(frame, uses);
  }

  @Override
  public int look(int frame) {
    return lru.look(frame);
  }
}
