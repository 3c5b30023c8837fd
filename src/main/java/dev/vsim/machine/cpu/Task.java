package dev.vsim.machine.cpu;

import dev.vsim.event.EventKind;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.OptionalLong;

/** A piece of work of a VM or of a host itself: bursts on a processor with I/O between them. */
public final class Task implements Subject, Burst.Owner, Happening {
  private static final EventKind TASK_BEGIN = EventKind.of(ProcessorEvent.TaskBegin.class);
  private static final EventKind TASK_END = EventKind.of(ProcessorEvent.TaskEnd.class);
  private static final long UNKNOWN = -1;
  private static final long ARRIVES = 0;

  private final EventQueue queue;
  private final Journal journal;
  private final Tasks tasks;
  private final String path;
  private final Subject in;
  private final TaskSettings settings;
  private final Burst burst = new Burst(this);
  private HostThread thread;
  private long rounds;
  private long arrived = UNKNOWN;
  private long begun = UNKNOWN;
  private long ended = UNKNOWN;
  private boolean dropped;

  /**
   * @param in the VM or host whose work it is
   */
  public Task(World world, Tasks tasks, String path, Subject in, TaskSettings settings) {
    this.queue = world.queue();
    this.journal = world.journal();
    this.tasks = tasks;
    this.path = path;
    this.in = in;
    this.settings = settings;
    this.rounds = settings.repeat();
  }

  @Override
  public String kind() {
    return "task";
  }

  @Override
  public String path() {
    return path;
  }

  /** Processor time that it has had up to the last change on its core, in nanoseconds. */
  public long used() {
    return burst.done() + thread.pending(burst);
  }

  public boolean isOver() {
    return ended != UNKNOWN;
  }

  /** From its arrival to its first time on a core, in nanoseconds, once it had one. */
  public OptionalLong response() {
    return begun == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(begun - arrived);
  }

  /** From its arrival to its end, in nanoseconds, once it is over. */
  public OptionalLong turnaround() {
    return isOver() ? OptionalLong.of(ended - arrived) : OptionalLong.empty();
  }

  /** The turnaround without processor time and I/O, in nanoseconds, once it is over. */
  public OptionalLong waiting() {
    long work = (settings.cpu() + settings.io()) * settings.repeat();
    return isOver() ? OptionalLong.of(ended - arrived - work) : OptionalLong.empty();
  }

  /** It arrives now, to be done by this thread. */
  public void arriveOn(HostThread one) {
    thread = one;
    one.gang().takes(this);
    tasks.begins();
    // Whole nanoseconds: a command may have left the clock between two.
    long at = queue.instant() + (queue.fraction() > 0 ? 1 : 0);
    queue.at(at, Phase.ARRIVAL, one.gang().order(), this, ARRIVES);
  }

  /** Its machine is off: it will not be done. */
  void drop() {
    if (!isOver() && !dropped) {
      dropped = true;
      tasks.ends();
    }
  }

  @Override
  public void happen(long round) {
    if (dropped) {
      return;
    }
    if (round == ARRIVES) {
      arrived = queue.instant();
      if (journal.wants(TASK_BEGIN)) {
        journal.accept(new ProcessorEvent.TaskBegin(in, this));
      }
      thread.give(burst, settings.cpu());
    } else {
      thread.endInput();
      nextRound(queue.instant());
    }
  }

  @Override
  public void begins(long now) {
    if (begun == UNKNOWN) {
      begun = now;
    }
  }

  @Override
  public void ends(long now) {
    if (settings.io() > 0) {
      thread.beginInput();
      long over = Math.min(now, EventQueue.END - settings.io()) + settings.io();
      queue.at(over, Phase.ARRIVAL, thread.gang().order(), this, rounds);
    } else {
      nextRound(now);
    }
  }

  private void nextRound(long now) {
    rounds--;
    if (rounds > 0) {
      thread.give(burst, settings.cpu());
      return;
    }
    ended = now;
    tasks.ends();
    if (journal.wants(TASK_END)) {
      journal.accept(new ProcessorEvent.TaskEnd(in, this, begun - arrived, ended - arrived));
    }
  }
}
