package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.ControlRegister;
import java.util.BitSet;

/**
 * What a hypervisor keeps of a vCPU while it is not running: control registers, the interrupt flag,
 * interrupts that could not be delivered yet (a VMCS's guest-state area in small).
 */
public final class GuestState {
  /** PE, MP, ET, NE, WP, AM, PG: what Linux runs with. */
  private static final long CR0 = 0x8005_0033L;

  /** PSE, PAE, PGE, OSFXSR, OSXMMEXCPT. */
  private static final long CR4 = 0x6b0L;

  private final long[] registers = new long[ControlRegister.values().length];
  private final BitSet pending = new BitSet();
  private boolean interrupts = true;
  private boolean interruptTable = true;
  private Activity activity = Activity.ACTIVE;

  /** Whether a vCPU runs (SDM 3C, 25.4.2). */
  public enum Activity {
    ACTIVE,
    /** It has halted and exited: it is entered again with an interrupt. */
    HALTED,
    /** It has halted without an exit. */
    HALTED_INSIDE,
    /** A triple fault: only a reset helps. */
    SHUTDOWN
  }

  GuestState() {
    registers[ControlRegister.CR0.ordinal()] = CR0;
    registers[ControlRegister.CR4.ordinal()] = CR4;
  }

  /** The same again. */
  GuestState copy() {
    GuestState copy = new GuestState();
    System.arraycopy(registers, 0, copy.registers, 0, registers.length);
    copy.pending.or(pending);
    copy.interrupts = interrupts;
    copy.interruptTable = interruptTable;
    copy.activity = activity;
    return copy;
  }

  public long register(ControlRegister register) {
    return registers[register.ordinal()];
  }

  /** Whether the interrupt flag is set. */
  public boolean interrupts() {
    return interrupts;
  }

  public Activity activity() {
    return activity;
  }

  /** Whether it waits for an interrupt. */
  public boolean isHalted() {
    return activity == Activity.HALTED || activity == Activity.HALTED_INSIDE;
  }

  boolean hasInterruptTable() {
    return interruptTable;
  }

  void load(ControlRegister register, long value) {
    registers[register.ordinal()] = value;
  }

  void allowInterrupts(boolean allowed) {
    interrupts = allowed;
  }

  void placeInterruptTable(boolean there) {
    interruptTable = there;
  }

  void become(Activity next) {
    activity = next;
  }

  /** An interrupt waits for the flag. */
  void await(int vector) {
    pending.set(vector);
  }

  boolean hasPending() {
    return !pending.isEmpty();
  }

  /** Takes the pending interrupt of the highest priority, which is that of the highest vector. */
  int takePending() {
    int vector = pending.length() - 1;
    pending.clear(vector);
    return vector;
  }
}
