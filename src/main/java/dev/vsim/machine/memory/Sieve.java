package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import java.util.List;

/**
 * Keeps what is asked for again: a queue with one bit a page and a hand that moves from old to new,
 * sparing each visited page once. What is spared keeps its place, so that new pages are sifted
 * fast.
 *
 * <p>Zhang, Yang, Yue, Vigfusson and Rashmi, "SIEVE is Simpler than LRU: an Efficient Turn-Key
 * Eviction Algorithm for Web Caches", NSDI 2024. Departs from it nowhere.
 */
final class Sieve implements ReplacementPolicy {
  private final FrameSet frames;
  private final FrameList queue;
  private byte[] visited = {};
  private int hand = FrameList.NONE;

  Sieve(FrameSet frames, PolicyOptions options) {
    this.frames = frames;
    this.queue = new FrameList(frames.links());
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    visited = frames.reach(visited);
    visited[frame] = 0;
    queue.addLast(frame);
  }

  @Override
  public void hit(int frame) {
    visited[frame] = 1;
  }

  @Override
  public void free(int frame) {
    if (frame == hand) {
      hand = queue.after(frame);
    }
    queue.remove(frame);
  }

  @Override
  public int victim() {
    int victim = hand == FrameList.NONE ? queue.first() : hand;
    while (visited[victim] != 0) {
      visited[victim] = 0;
      victim = queue.round(victim);
    }
    hand = queue.after(victim);
    queue.remove(victim);
    return victim;
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return List.of(Measure.of(Measure.What.VISITED, visited[frame] != 0));
  }

  @Override
  public int look(int frame) {
    return queue.lookRound(frame, hand);
  }

  @Override
  public Checkpoint checkpoint() {
    int keptHand = hand;
    Kept.Bytes keptVisited = new Kept.Bytes(visited);
    return Checkpoint.all(
        queue.checkpoint(),
        Checkpoint.of(
            keptVisited.bytes(),
            () -> {
              keptVisited.into(visited);
              hand = keptHand;
            }));
  }
}
