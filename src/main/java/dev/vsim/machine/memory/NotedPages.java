package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Notes;

/**
 * The numbers of the pages in a set's frames by which its references are noted: one for each page
 * of each address space, so that they are the same whoever shares a frame, and whatever goes.
 */
final class NotedPages {
  private final FrameSet frames;
  private final Notes notes;

  /** By frame, the number of its owner's page: what is referred to while nothing is ever shared. */
  private int[] numbers = {};

  NotedPages(FrameSet frames, Notes notes) {
    this.frames = frames;
    this.notes = notes;
  }

  void load(int frame) {
    numbers = frames.reach(numbers);
    numbers[frame] = notes.number(frames.identity(frame));
  }

  /** Looks at what a load of the page will need. */
  long expect(long identity) {
    return notes.expect(identity);
  }

  /** The number of the page to which the acting process refers in a frame. */
  int number(int frame) {
    return frames.knowsSharing() ? notes.number(frames.identityReferredTo(frame)) : numbers[frame];
  }

  /** The index of the next reference to a frame by anybody who has it. */
  int coming(int frame) {
    if (!frames.knowsSharing()) {
      return notes.coming(numbers[frame]);
    }
    int soonest = notes.coming(notes.number(frames.identity(frame)));
    for (long other : frames.otherIdentities(frame)) {
      soonest = Math.min(soonest, notes.coming(notes.number(other)));
    }
    return soonest;
  }

  /** The numbers of the pages in the frames. */
  Checkpoint checkpoint() {
    Kept.Ints kept = new Kept.Ints(numbers);
    return Checkpoint.of(kept.bytes(), () -> kept.into(numbers, 0));
  }
}
