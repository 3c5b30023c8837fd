package dev.vsim.machine.net;

import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.Arrays;

/** One direction of a way that frames take: they leave it in the order in which they came. */
final class Lane implements Happening, Receiver {
  private static final int FIRST_ROOM = 4;

  private final NetWorld world;
  private final Pace pace;
  private final Receiver to;
  private final Turn turn;
  private Frame[] ring = new Frame[FIRST_ROOM];
  private int first;
  private int size;

  Lane(NetWorld world, Pace pace, Receiver to) {
    this.world = world;
    this.pace = pace;
    this.to = to;
    this.turn = new Turn(world.queue());
  }

  /** A frame enters. */
  @Override
  public void receive(Frame frame) {
    world.charge(frame);
    if (size == ring.length) {
      grow();
    }
    ring[(first + size++) & (ring.length - 1)] = frame;
    long after = pace == Pace.NONE ? 0 : turn.take(pace.of(frame.length()));
    world.queue().in(after, Phase.ARRIVAL, 0, this, 0);
  }

  /** The first frame leaves. */
  @Override
  public void happen(long about) {
    Frame frame = ring[first];
    ring[first] = null;
    first = (first + 1) & (ring.length - 1);
    size--;
    to.receive(frame);
    world.release(frame);
  }

  private void grow() {
    Frame[] larger = Arrays.copyOf(ring, ring.length * 2);
    System.arraycopy(ring, 0, larger, ring.length, first);
    Arrays.fill(larger, 0, first, null);
    ring = larger;
  }
}
