package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.World;
import java.util.Arrays;

/**
 * A driver in a guest's kernel that takes frames, so that the host need not back them: free ones,
 * the highest first, then what the guest's policy evicts (Waldspurger, "Memory Resource Management
 * in VMware ESX Server", OSDI 2002; rules.md R23).
 */
public final class Balloon {
  private static final EventKind BALLOON = EventKind.of(VirtEvent.Balloon.class);

  /** How much of the guest's memory it may take at most, in hundredths. */
  private static final int MOST = 65;

  private static final int HUNDREDTHS = 100;

  /** What a frame takes here and among those that were taken by their numbers. */
  private static final int FRAME_BYTES = 80;

  private static final int LEAST = 16;

  /** Moving so many frames takes about as long as an event. */
  private static final int FRAMES_AN_EVENT = 16;

  private final Kernel kernel;
  private final World world;
  private int[] taken = {};
  private int size;

  Balloon(Kernel kernel, World world) {
    this.kernel = kernel;
    this.world = world;
  }

  /** How many frames it has. */
  public int size() {
    return size;
  }

  /** How many frames it can have. */
  public int most() {
    return (int) ((long) kernel.frames().total() * MOST / HUNDREDTHS);
  }

  /** Takes so many frames more and tells so; false if it could take none. */
  public boolean growBy(int pages) {
    int before = size;
    boolean more = true;
    while (size < before + pages && more) {
      more = grow();
    }
    count(size - before);
    if (size > before) {
      tell();
    }
    return size > before;
  }

  /** Takes or gives back frames until it has so many, or as near as it gets, and tells so. */
  public void become(int pages) {
    int before = size;
    boolean more = true;
    while (size < pages && more) {
      more = grow();
    }
    while (size > pages) {
      shrink();
    }
    count(Math.abs(size - before));
    tell();
  }

  /** Frames that are free on both sides make no event, and moving many of them takes a while. */
  private void count(int moved) {
    world.journal().count(moved / FRAMES_AN_EVENT);
  }

  /** Tells how large it is now. */
  void tell() {
    if (world.journal().wants(BALLOON)) {
      world.journal().accept(new VirtEvent.Balloon(kernel.subject(), size));
    }
  }

  /** Takes one frame more; false if it can have none. */
  boolean grow() {
    if (size >= most() || !kernel.frames().anyFree() && !kernel.supply().evictAny()) {
      return false;
    }
    world.budget().charge(FRAME_BYTES);
    if (size == taken.length) {
      taken = Arrays.copyOf(taken, Math.max(LEAST, 2 * size));
    }
    int frame = kernel.frames().takeForBalloon();
    taken[size++] = frame;
    kernel.memory().surrender(frame);
    return true;
  }

  private void shrink() {
    kernel.frames().releaseByBalloon(taken[--size]);
    world.budget().release(FRAME_BYTES);
  }

  /** Which frames it has; the table of frames knows that they are in use. */
  Checkpoint checkpoint() {
    int[] kept = Arrays.copyOf(taken, size);
    return Checkpoint.of(
        (long) kept.length * Integer.BYTES,
        () -> {
          world.budget().release((long) size * FRAME_BYTES);
          world.budget().charge((long) kept.length * FRAME_BYTES);
          taken = kept.clone();
          size = kept.length;
        });
  }
}
