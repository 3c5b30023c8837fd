package dev.vsim.machine.virt;

import dev.vsim.event.ExitReason;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.virt.ExitControls.Control;
import dev.vsim.machine.virt.ExitControls.Msrs;

/**
 * What it costs that a guest is one: what it does in its processor time is counted, and priced by
 * what it comes to on this hypervisor (rules.md R37).
 */
public final class Overhead {
  private static final double NANOSECONDS = 1e9;
  private static final double PICOSECONDS = 1e3;

  /** Exits of a first touch under shadow tables: the fault, the write, the hidden fault (R21). */
  private static final int SHADOW_EXITS = 3;

  private final Vm vm;
  private final Costs costs;
  private Profile profile = Profile.SERVER;

  /** What was done under other profiles, by action, until so much of its time was used. */
  private double[] before = {};

  private long since;

  Overhead(Vm vm, Costs costs) {
    this.vm = vm;
    this.costs = costs;
  }

  /** How often the guest does what. */
  public Profile profile() {
    return profile;
  }

  /** From now on its software does other things. */
  void change(Profile other) {
    if (!other.equals(profile)) {
      double[] done = new double[GuestAction.values().length];
      for (GuestAction action : GuestAction.values()) {
        done[action.ordinal()] = count(action);
      }
      before = done;
      since = guestTime();
      profile = other;
    }
  }

  /** Processor time that the guest has had, in nanoseconds. */
  public long guestTime() {
    return vm.gang().times().used();
  }

  /** How often the guest has done something in its processor time. */
  public double count(GuestAction action) {
    double done = before.length == 0 ? 0 : before[action.ordinal()];
    return done + profile.rate(action) * (double) (guestTime() - since) / NANOSECONDS;
  }

  /** How often its preemption timer has run out. */
  public long timerExits() {
    return vm.exits(ExitReason.PREEMPTION_TIMER);
  }

  /** How many exits, or traps, an action makes here. */
  public int exits(GuestAction action) {
    return assisted() ? exitsAssisted(action) : trapsDeprivileged(action);
  }

  private int exitsAssisted(GuestAction action) {
    ExitControls controls = vm.settings().exits();
    boolean exits =
        switch (action) {
          case ACCESSES, CPUID -> true;
          case INTERRUPTS -> !controls.has(Control.POSTED);
          case HLT -> controls.has(Control.HLT);
          case TIMER -> controls.msrs() != Msrs.OFF;
          case MSR -> controls.msrs() == Msrs.ALL;
          case CR3 -> controls.has(Control.CR3) || !nested();
          case INVLPG -> controls.has(Control.INVLPG) || !nested();
          case RDTSC -> controls.has(Control.RDTSC);
          case PAUSE -> controls.has(Control.PAUSE);
          case FAULTS -> !nested();
          case CLI, POPF, MISSES -> false;
        };
    return !exits ? 0 : action == GuestAction.FAULTS ? SHADOW_EXITS : 1;
  }

  private static int trapsDeprivileged(GuestAction action) {
    return switch (action) {
      case ACCESSES, INTERRUPTS, HLT, TIMER, MSR, CR3, INVLPG, CLI -> 1;
      case FAULTS -> SHADOW_EXITS;
      case CPUID, RDTSC, PAUSE, POPF, MISSES -> 0;
    };
  }

  /** What an action costs here beside what it would on the host itself, in picoseconds. */
  public double price(GuestAction action) {
    return (double) exits(action) * costs.of(assisted() ? Cost.VM_EXIT : Cost.TRAP)
        + workBehind(action);
  }

  /** What the hypervisor does beside leaving and entering the guest, or the processor does. */
  private double workBehind(GuestAction action) {
    return switch (action) {
      case ACCESSES -> costs.of(Cost.DEVICE_EMULATE);
      case FAULTS -> nested() ? 0 : costs.of(Cost.FAULT_HANDLER);
      case POPF -> translated() ? costs.of(Cost.TRANSLATE) : 0;
      case MISSES -> (double) (walk() - walkOnHost()) * costs.of(Cost.WALK_STEP);
      default -> 0;
    };
  }

  /** What is paid for a second of the guest's time, in picoseconds. */
  private double second() {
    double sum = 0;
    for (GuestAction action : GuestAction.values()) {
      sum += profile.rate(action) * price(action);
    }
    return sum;
  }

  /**
   * Processor time that the hypervisor takes, as a part of the guest's; before the guest has had
   * any, as a part of what it will have.
   */
  public double cpu() {
    long used = guestTime();
    double timer = (double) timerExits() * costs.of(Cost.VM_EXIT);
    if (used == 0 || before.length == 0 && timer == 0) {
      return second() / (NANOSECONDS * PICOSECONDS);
    }
    double sum = timer;
    for (GuestAction action : GuestAction.values()) {
      sum += count(action) * price(action);
    }
    return sum / (used * PICOSECONDS);
  }

  /**
   * Table entries that a walk for the guest reads: (g + 1)(h + 1) − 1 where it has two dimensions.
   */
  public int walk() {
    EptSettings ept = vm.settings().hardware().ept();
    int levels = ept.form().levels() - ept.largest() + 1;
    return nested() ? (walkOnHost() + 1) * (levels + 1) - 1 : walkOnHost();
  }

  /** Table entries that a walk would read if the guest's kernel ran on the host itself. */
  public int walkOnHost() {
    PagingForm form = vm.settings().kernel().paging();
    return form.levels() - Math.min(profile.level(), form.largest()) + 1;
  }

  /** Bytes of the guest's own system, of the hypervisor's tables and of what else it keeps. */
  public long memory() {
    return osMemory() + tables() + vmmMemory();
  }

  /** Bytes that the guest's operating system takes for itself. */
  public long osMemory() {
    return vm.settings().footprint().os();
  }

  /** Bytes that the hypervisor takes beside tables, for its state of the VM and its devices. */
  public long vmmMemory() {
    return vm.settings().footprint().vmm();
  }

  /** Bytes of the tables that translate all of the VM's memory. */
  public long tables() {
    EptSettings ept = vm.settings().hardware().ept();
    PagingForm form = ept.form();
    long pages = -Math.floorDiv(-vm.memory(), form.size(ept.largest()));
    long tables = 0;
    for (int level = ept.largest(); level <= form.levels(); level++) {
      int entries = 1 << form.indexBits(level);
      pages = -Math.floorDiv(-pages, entries);
      tables += pages;
    }
    return tables * form.pageSize();
  }

  private boolean assisted() {
    return vm.settings().hardware().vtx();
  }

  /** Whether walks go through the guest's tables and the EPT; else shadow tables are walked. */
  private boolean nested() {
    return vm.settings().hardware().usesEpt();
  }

  private boolean translated() {
    return !assisted() && vm.settings().hardware().translation();
  }
}
