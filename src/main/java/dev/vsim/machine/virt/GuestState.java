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

  /** SDM 3A, section 2.3: bit 9. */
  private static final long INTERRUPT_FLAG = 1 << 9;

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

  /** STI: interrupts are let in. */
  void letInterruptsIn() {
    interrupts = true;
  }

  /** CLI: interrupts wait. */
  void keepInterruptsOut() {
    interrupts = false;
  }

  /** POPF: the flags, of which one is about interrupts. */
  void loadFlags(long flags) {
    interrupts = (flags & INTERRUPT_FLAG) != 0;
  }

  /** LIDT: where the interrupt table is, 0 for none. */
  void loadInterruptTable(long address) {
    interruptTable = address != 0;
  }

  /**
   * It runs no more.
   *
   * @param how and so what it takes to wake it
   */
  void stop(Activity how) {
    activity = how;
  }

  /** An interrupt has come: it runs again. */
  void wake() {
    activity = Activity.ACTIVE;
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
