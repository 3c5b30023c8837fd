package dev.vsim.machine.cpu;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * What a machine does all the time: at every multiple of 10 ms each of its threads gets a burst
 * that is a part of those 10 ms; all of it is one burst without end (rules.md R17, R39).
 */
public final class Load implements Happening, Burst.Owner {
  /** How often bursts come, in nanoseconds. */
  public static final long PERIOD = 10_000_000;

  private final Gang gang;
  private final EventQueue queue;
  private final List<Burst> bursts = new ArrayList<>(1);
  private final List<Burst> endless = new ArrayList<>(1);
  private long burst;
  private long generation;
  private boolean changed;

  Load(Gang gang, EventQueue queue) {
    this.gang = gang;
    this.queue = queue;
    for (int i = 0; i < gang.threads().size(); i++) {
      bursts.add(new Burst(this));
      Burst other = new Burst(this);
      other.makeEndless();
      endless.add(other);
    }
  }

  /** The load of a machine, which has one from its first question. */
  public static Load of(Gang gang, EventQueue queue) {
    if (gang.load().isEmpty()) {
      gang.load(new Load(gang, queue));
    }
    return gang.load().orElseThrow();
  }

  /** From now on each thread has this much to do in each period; what is under way is finished. */
  public void set(long nanoseconds) {
    burst = nanoseconds;
    generation++;
    changed = true;
    long now = queue.instant() + (queue.fraction() > 0 ? 1 : 0);
    long first = burst == PERIOD || burst == 0 ? now : (now + PERIOD - 1) / PERIOD * PERIOD;
    arrange(first);
  }

  @Override
  public void happen(long about) {
    if (about != generation) {
      return;
    }
    for (int i = 0; i < bursts.size(); i++) {
      HostThread thread = gang.thread(i);
      if (changed) {
        thread.keepBusy(burst == PERIOD ? endless.get(i) : null);
      }
      // The clock of a guest that is held stands still: no work of its own comes up meanwhile.
      if (burst > 0 && burst < PERIOD && !thread.isHeld()) {
        thread.give(bursts.get(i), burst);
      }
    }
    changed = false;
    long next = queue.instant() + PERIOD;
    if (burst > 0 && burst < PERIOD && next < EventQueue.END) {
      arrange(next);
    }
  }

  private void arrange(long at) {
    queue.at(Math.min(at, EventQueue.END), Phase.ARRIVAL, gang.order(), this, generation);
  }

  @Override
  public void begins(long now) {
    // Nobody asks when.
  }

  @Override
  public void ends(long now) {
    // The next one comes at its time.
  }
}
