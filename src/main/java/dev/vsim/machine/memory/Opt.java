package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import dev.vsim.machine.world.Notes;
import java.util.Arrays;
import java.util.List;

/**
 * The page whose next use is farthest goes, one that is never used again first of all, of several
 * of these the lowest frame's. No other rule faults less; it knows the references to come, because
 * the world runs a second time.
 *
 * <p>Belady, "A Study of Replacement Algorithms for a Virtual-Storage Computer", IBM Systems
 * Journal 1966. Departs from it nowhere.
 *
 * <p>A heap by next use, farthest on top, into which new and used pages are sorted only when a
 * victim is wanted, so that a reference costs a note and not a sorting.
 */
final class Opt implements ReplacementPolicy {
  private static final byte SORTED = 0;
  private static final byte USED = 1;
  private static final byte LOADED = 2;

  private final FrameSet frames;
  private final Notes notes;
  private final NextUseHeap heap;
  private final NotedPages pages;

  /**
   * The frame used or loaded last since the last victim; each notes the one before it, all of them
   * once.
   */
  private int used = FrameList.NONE;

  private final FrameRows usedBefore;

  /** By frame: in its place in the heap, used since, or not in the heap yet. */
  private byte[] state = {};

  Opt(FrameSet frames, Notes notes) {
    this.frames = frames;
    this.notes = notes;
    this.usedBefore = frames.links();
    this.heap = new NextUseHeap(usedBefore);
    this.pages = new NotedPages(frames, notes);
    notes.namedBy(frames::pageNamed);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    state = frames.reach(state);
    heap.reach(frames);
    pages.load(frame);
    note(frame, LOADED);
  }

  @Override
  public void arrived(int frame) {
    hit(frame);
  }

  @Override
  public void hit(int frame) {
    notes.follow(pages.number(frame));
    if (state[frame] == SORTED) {
      note(frame, USED);
    }
  }

  private void note(int frame, byte as) {
    state[frame] = as;
    usedBefore.note(frame, used);
    used = frame;
  }

  @Override
  public void free(int frame) {
    sort();
    heap.remove(frame);
  }

  @Override
  public int victim() {
    sort();
    if (frames.knowsSharing()) {
      askAll();
    }
    return heap.takeFarthest();
  }

  @Override
  public void spare(int frame) {
    note(frame, LOADED);
  }

  @Override
  public long expect(long identity) {
    return pages.expect(identity);
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    int next = pages.coming(frame);
    return List.of(
        next == Notes.NEVER
            ? Measure.of(Measure.What.NO_NEXT_USE, true)
            : Measure.of(Measure.What.NEXT_USE, next + 1L));
  }

  @Override
  public int look(int frame) {
    return frames.next(frame);
  }

  /** Whose frames are shared may have changed, and with it who uses them next. */
  private void askAll() {
    heap.close();
    for (int place = 0; place < heap.size(); place++) {
      heap.set(place, pages.coming(heap.at(place)));
    }
    heap.order();
  }

  private void sort() {
    while (used != FrameList.NONE) {
      int frame = used;
      int next = pages.coming(frame);
      if (state[frame] == LOADED) {
        heap.add(frame, next);
      } else {
        heap.change(frame, next);
      }
      state[frame] = SORTED;
      used = usedBefore.note(frame);
    }
  }

  /** The references to come have gone on meanwhile, so they are asked for anew. */
  @Override
  public Checkpoint checkpoint() {
    sort();
    return Checkpoint.all(
        heap.checkpoint(),
        pages.checkpoint(),
        Checkpoint.of(
            0,
            () -> {
              Arrays.fill(state, SORTED);
              used = FrameList.NONE;
              askAll();
            }));
  }
}
