package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * Three queues: a small one that most new pages only pass through, a main one for those that were
 * used meanwhile or come back while a ghost queue still knows them, and nothing moves at a use but
 * a count of two bits.
 *
 * <p>Yang, Zhang, Qiu, Yue and Vigfusson, "FIFO Queues Are All You Need for Cache Eviction", SOSP
 * 2023, with the parameters of its authors' libCacheSim: two uses behind the load promote. Departs
 * from it nowhere; the parts are rounded down, to at least one frame.
 */
final class S3Fifo implements ReplacementPolicy {
  private static final double USUAL_SMALL = 0.1;
  private static final double USUAL_GHOST = 0.9;
  private static final int USUAL_PROMOTION = 2;
  private static final int USUAL_CAP = 3;

  private final FrameSet frames;
  private final int mostSmall;
  private final int mostMain;
  private final int mostGone;
  private final int promotion;
  private final int cap;
  private final FrameList small;
  private final FrameList main;
  private final Ghosts gone;
  private byte[] isMain = {};

  /** By frame, uses since the load: bytes that are never negative. */
  private byte[] uses = {};

  private int smallSize;
  private int mainSize;
  private long coming = -1;
  private boolean known;

  S3Fifo(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.mostSmall = options.share(PolicyOption.SMALL, USUAL_SMALL, frames.capacity());
    this.mostMain = frames.capacity() - mostSmall;
    this.mostGone = options.share(PolicyOption.GHOST, USUAL_GHOST, frames.capacity());
    this.promotion = (int) options.count(PolicyOption.PROMOTION, USUAL_PROMOTION);
    this.cap = (int) Math.max(options.count(PolicyOption.CAP, USUAL_CAP), promotion);
    this.small = new FrameList(frames.links());
    this.main = new FrameList(frames.links());
    this.gone = new Ghosts(frames);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void wanted(long identity) {
    coming = identity;
    known = gone.remove(identity);
  }

  @Override
  public void load(int frame) {
    isMain = frames.reach(isMain);
    uses = frames.reach(uses);
    if (coming != frames.identity(frame)) {
      wanted(frames.identity(frame));
    }
    coming = -1;
    uses[frame] = 0;
    if (known) {
      putMain(frame);
    } else {
      isMain[frame] = 0;
      small.addLast(frame);
      smallSize++;
    }
  }

  @Override
  public void hit(int frame) {
    if (uses[frame] < cap) {
      uses[frame]++;
    }
  }

  @Override
  public void free(int frame) {
    if (isMain[frame] != 0) {
      main.remove(frame);
      mainSize--;
    } else {
      small.remove(frame);
      smallSize--;
    }
  }

  @Override
  public int victim() {
    int victim = FrameList.NONE;
    while (victim == FrameList.NONE) {
      victim = mainSize > mostMain || smallSize == 0 ? fromMain() : fromSmall();
    }
    return victim;
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses told) {
    Measure.What queue = isMain[frame] != 0 ? Measure.What.MAIN_QUEUE : Measure.What.SMALL_QUEUE;
    return List.of(Measure.of(queue, true), Measure.of(Measure.What.USES_BEHIND_LOAD, uses[frame]));
  }

  @Override
  public int look(int frame) {
    return small.thenLook(frame, main, frame != FrameList.NONE && isMain[frame] != 0);
  }

  /** The first page that was not used enough; those before it move to the main queue. */
  private int fromSmall() {
    while (smallSize > 0) {
      int frame = small.removeFirst();
      smallSize--;
      if (uses[frame] < promotion) {
        remember(frame);
        return frame;
      }
      uses[frame] = 0;
      putMain(frame);
    }
    return FrameList.NONE;
  }

  /** The first page whose count is used up; those before it move to the end for one of it. */
  private int fromMain() {
    int frame = main.removeFirst();
    while (uses[frame] > 0) {
      uses[frame]--;
      main.addLast(frame);
      frame = main.removeFirst();
    }
    mainSize--;
    return frame;
  }

  private void remember(int frame) {
    gone.add(frames.identity(frame));
    if (gone.size() > mostGone) {
      gone.removeFirst();
    }
  }

  private void putMain(int frame) {
    isMain[frame] = 1;
    main.addLast(frame);
    mainSize++;
  }

  @Override
  public Checkpoint checkpoint() {
    Kept.Bytes keptMain = new Kept.Bytes(isMain);
    Kept.Bytes keptUses = new Kept.Bytes(uses);
    int keptSmallSize = smallSize;
    int keptMainSize = mainSize;
    return Checkpoint.all(
        small.checkpoint(),
        main.checkpoint(),
        gone.checkpoint(),
        Checkpoint.of(
            keptMain.bytes() + keptUses.bytes(),
            () -> {
              keptMain.into(isMain);
              keptUses.into(uses);
              smallSize = keptSmallSize;
              mainSize = keptMainSize;
            }));
  }
}
