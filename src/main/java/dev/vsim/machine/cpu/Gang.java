package dev.vsim.machine.cpu;

import dev.vsim.machine.world.Budget;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The threads of one machine, which some schedulers place together (gang scheduling). */
public final class Gang {
  private final Subject subject;
  private final int order;
  private final CpuSettings settings;
  private final List<HostThread> threads = new ArrayList<>(1);
  private Dispatcher dispatcher;
  private final List<Task> work = new ArrayList<>(0);
  private Load load;
  private int tasks;

  /**
   * @param subject the VM or task whose threads they are
   * @param order by declaration, among all of the world
   */
  public Gang(Subject subject, int order, CpuSettings settings) {
    this.subject = subject;
    this.order = order;
    this.settings = settings;
  }

  /** The VM or task whose threads they are. */
  public Subject subject() {
    return subject;
  }

  /** Its place in the order of declaration. */
  public int order() {
    return order;
  }

  public CpuSettings settings() {
    return settings;
  }

  /** Its threads by number. */
  public List<HostThread> threads() {
    return Collections.unmodifiableList(threads);
  }

  HostThread thread(int number) {
    return threads.get(number);
  }

  /** Adds a thread, before any host has taken it on. */
  public HostThread add(Subject one, Budget budget) {
    budget.charge(HostThread.BYTES);
    HostThread thread = new HostThread(one, this, threads.size());
    threads.add(thread);
    return thread;
  }

  /** Where the time of all its threads together went. */
  public Times times() {
    Times sum = Times.NONE;
    for (HostThread thread : threads) {
      sum = sum.plus(thread.times());
    }
    return sum;
  }

  /** The host that it is on, while it is on one. */
  public Optional<Dispatcher> dispatcher() {
    return Optional.ofNullable(dispatcher);
  }

  /** The load that it was given, if it was. */
  public Optional<Load> load() {
    return Optional.ofNullable(load);
  }

  void load(Load given) {
    load = given;
  }

  void runsOn(Dispatcher host) {
    dispatcher = host;
  }

  /** The thread of its next task: they go round in the order of their declaration. */
  public HostThread nextForTask() {
    return threads.get(tasks++ % threads.size());
  }

  /** A task is to be done by one of its threads. */
  void takes(Task task) {
    work.removeIf(Task::isOver);
    work.add(task);
  }

  /** Nothing of what it had to do will be done: its machine is off. */
  public void forgetWork() {
    if (load != null) {
      load.set(0);
    }
    work.forEach(Task::drop);
    work.clear();
    threads.forEach(thread -> thread.work().clear());
  }
}
