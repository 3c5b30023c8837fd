package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * A page must come back to be taken seriously: new ones pass through a queue, A1in, which use does
 * not reorder; only who is asked for again soon after leaving it, while A1out still knows its name,
 * enters the list in order of use, Am.
 *
 * <p>Johnson and Shasha, "2Q: A Low Overhead High Performance Buffer Management Replacement
 * Algorithm", VLDB 1994, the full version. Departs from it nowhere; the parts are rounded down, to
 * at least one frame.
 */
final class TwoQueues implements ReplacementPolicy {
  private static final double USUAL_IN = 0.25;
  private static final double USUAL_OUT = 0.5;

  private final FrameSet frames;
  private final int mostIn;
  private final int mostOut;
  private final FrameList in;
  private final FrameList main;
  private final Ghosts out;

  /** By frame, whether its page is in Am. */
  private byte[] isMain = {};

  private int inSize;

  TwoQueues(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.mostIn = options.share(PolicyOption.IN, USUAL_IN, frames.capacity());
    this.mostOut = options.share(PolicyOption.OUT, USUAL_OUT, frames.capacity());
    this.in = new FrameList(frames.links());
    this.main = new FrameList(frames.links());
    this.out = new Ghosts(frames);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    isMain = frames.reach(isMain);
    boolean known = out.remove(frames.identity(frame));
    isMain[frame] = (byte) (known ? 1 : 0);
    if (known) {
      main.addLast(frame);
    } else {
      in.addLast(frame);
      inSize++;
    }
  }

  @Override
  public void hit(int frame) {
    if (isMain[frame] != 0) {
      main.moveToLast(frame);
    }
  }

  @Override
  public void free(int frame) {
    if (isMain[frame] != 0) {
      main.remove(frame);
    } else {
      in.remove(frame);
      inSize--;
    }
  }

  @Override
  public int victim() {
    if (inSize <= mostIn && !main.isEmpty()) {
      return main.removeFirst();
    }
    inSize--;
    int victim = in.removeFirst();
    out.add(frames.identity(victim));
    if (out.size() > mostOut) {
      out.removeFirst();
    }
    return victim;
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return isMain[frame] != 0
        ? List.of(
            Measure.of(Measure.What.AM, true),
            Measure.of(Measure.What.LAST_USE, uses.usedAt(frame)))
        : List.of(
            new Measure(Measure.What.A1IN, inSize, mostIn),
            Measure.of(Measure.What.LOADED, uses.loadedAt(frame)));
  }

  @Override
  public int look(int frame) {
    return in.thenLook(frame, main, frame != FrameList.NONE && isMain[frame] != 0);
  }

  @Override
  public Checkpoint checkpoint() {
    Kept.Bytes keptMain = new Kept.Bytes(isMain);
    int keptSize = inSize;
    return Checkpoint.all(
        in.checkpoint(),
        main.checkpoint(),
        out.checkpoint(),
        Checkpoint.of(
            keptMain.bytes(),
            () -> {
              keptMain.into(isMain);
              inSize = keptSize;
            }));
  }
}
