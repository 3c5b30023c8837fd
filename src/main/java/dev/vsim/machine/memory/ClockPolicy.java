package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * A second chance for what was used: the frames stand in a circle, and a hand goes round, clearing
 * set referenced bits, until it finds one that is clear. It rests behind the frame that it filled.
 *
 * <p>Corbató, "A Paging Experiment with the Multics System", MIT 1968. Loading sets the bit; with
 * {@code set-on-load off} only the next use does, as some textbooks have it.
 */
final class ClockPolicy implements ReplacementPolicy {
  private final FrameSet frames;
  private final boolean setOnLoad;
  private final FrameList circle;
  private int hand = FrameList.NONE;

  ClockPolicy(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.setOnLoad = options.setOnLoad();
    this.circle = new FrameList(frames.links());
  }

  @Override
  public boolean seesEveryReference() {
    return !setOnLoad;
  }

  @Override
  public void load(int frame) {
    if (circle.isEmpty()) {
      circle.addLast(frame);
      hand = frame;
    } else {
      circle.addBefore(frame, hand);
    }
  }

  @Override
  public void hit(int frame) {
    frames.markReferenced(frame);
  }

  @Override
  public void free(int frame) {
    if (frame == hand) {
      advance();
    }
    circle.remove(frame);
  }

  @Override
  public int victim() {
    while (frames.referenced(hand)) {
      frames.clearReferenced(hand);
      advance();
    }
    int victim = hand;
    free(victim);
    return victim;
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(Measure.of(Measure.What.REFERENCED, frames.referenced(frame)));
  }

  @Override
  public int look(int frame) {
    return circle.lookRound(frame, hand);
  }

  private void advance() {
    hand = circle.round(hand);
  }

  @Override
  public Checkpoint checkpoint() {
    int keptHand = hand;
    return Checkpoint.all(circle.checkpoint(), Checkpoint.of(Integer.BYTES, () -> hand = keptHand));
  }
}
