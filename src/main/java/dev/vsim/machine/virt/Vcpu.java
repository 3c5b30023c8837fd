package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.HostThread;
import dev.vsim.machine.cpu.Times;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.value.Subject;
import java.util.Optional;

/** A virtual processor: whom exits and entries are about. */
public final class Vcpu implements Subject {
  /** Roughly what its state takes. */
  private static final long STATE_BYTES = 160;

  private final Vm vm;
  private final int number;
  private final HostThread thread;
  private GuestState state;

  Vcpu(Vm vm, int number, Budget budget) {
    this.vm = vm;
    this.number = number;
    this.thread = vm.gang().add(this, budget);
  }

  @Override
  public String kind() {
    return "vcpu";
  }

  @Override
  public String path() {
    return vm.path() + ".vcpu" + number;
  }

  public Vm vm() {
    return vm;
  }

  /** What the host's scheduler knows of it. */
  public HostThread thread() {
    return thread;
  }

  /** What the hypervisor keeps of it. */
  public GuestState state() {
    if (state == null) {
      state = new GuestState();
    }
    return state;
  }

  /** Its registers, and whether it runs. */
  Checkpoint checkpoint() {
    Optional<GuestState> kept = Optional.ofNullable(state).map(GuestState::copy);
    return Checkpoint.of(
        STATE_BYTES,
        () -> {
          state = kept.map(GuestState::copy).orElse(null);
          thread.halt(kept.isPresent() && kept.get().isHalted());
        });
  }

  /** Where its time went. */
  public Times times() {
    return thread.times();
  }

  /** Its number in the VM, from 0. */
  public int number() {
    return number;
  }
}
