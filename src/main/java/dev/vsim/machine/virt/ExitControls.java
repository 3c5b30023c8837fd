package dev.vsim.machine.virt;

import dev.vsim.event.ExitReason;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Vector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What makes a guest exit beside what always does: the VM-execution controls that a hypervisor sets
 * (SDM 3C, 25.6; rules.md R19).
 *
 * @param switched the controls that are on
 * @param msrs which accesses to model-specific registers exit
 * @param exceptions the vectors whose exceptions exit
 * @param preemptionTimer nanoseconds of guest time between two exits by the timer; 0 for none
 */
public record ExitControls(
    Set<Control> switched, Msrs msrs, Set<Integer> exceptions, long preemptionTimer) {
  /** A control that is on or off. */
  public enum Control {
    HLT("hlt", true),
    IO("io", true),
    CR0("cr0", true),
    CR3("cr3", false),
    CR4("cr4", true),
    INVLPG("invlpg", false),
    RDTSC("rdtsc", false),
    PAUSE("pause", false),
    POSTED("posted", false);

    private final String word;
    private final boolean usual;

    Control(String word, boolean usual) {
      this.word = word;
      this.usual = usual;
    }

    public String word() {
      return word;
    }

    /** Whether it is on where nothing is said. */
    public boolean usual() {
      return usual;
    }
  }

  /** Which accesses to model-specific registers exit. */
  public enum Msrs {
    /** All of them, as without a bitmap. */
    ALL,
    /** All but those that KVM lets pass. */
    KVM,
    /** None. */
    OFF
  }

  /** CR0 bits that a guest changes by itself: WP and TS. */
  private static final long GUEST_CR0 = 1L << 16 | 1L << 3;

  /** CR4 bits that KVM leaves to a guest: PVI, TSD, DE, PCE, OSFXSR, OSXMMEXCPT, PGE, FSGSBASE. */
  private static final long GUEST_CR4 =
      1L << 1 | 1L << 2 | 1L << 3 | 1L << 7 | 1L << 8 | 1L << 9 | 1L << 10 | 1L << 16;

  /** What holds where nothing is said. */
  public static final ExitControls DEFAULT = new ExitControls(usual(), Msrs.ALL, Set.of(), 0);

  public ExitControls {
    switched = Set.copyOf(switched);
    exceptions = Set.copyOf(exceptions);
  }

  private static Set<Control> usual() {
    return Arrays.stream(Control.values())
        .filter(Control::usual)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These, and what a hypervisor needs that shadows its guest's tables (rules.md R19). */
  public ExitControls forShadowing() {
    Set<Control> more = EnumSet.of(Control.CR3, Control.INVLPG);
    more.addAll(switched);
    Set<Integer> vectors = new HashSet<>(exceptions);
    vectors.add(Vector.PAGE_FAULT);
    return new ExitControls(more, msrs, vectors, preemptionTimer);
  }

  public boolean has(Control control) {
    return switched.contains(control);
  }

  /** Why an instruction exits that its ring may run, if it does. */
  Optional<ExitReason> reason(Issue issue, GuestState state) {
    return switch (issue.op()) {
      case CPUID -> Optional.of(ExitReason.CPUID);
      case VMCALL -> Optional.of(ExitReason.VMCALL);
      case XSETBV -> Optional.of(ExitReason.XSETBV);
      case HLT -> when(has(Control.HLT), ExitReason.HLT);
      case IN, OUT -> when(has(Control.IO), ExitReason.IO_INSTRUCTION);
      case RDMSR -> when(exits(issue.number(), true), ExitReason.RDMSR);
      case WRMSR -> when(exits(issue.number(), false), ExitReason.WRMSR);
      case MOV -> when(moves(issue, state), ExitReason.CONTROL_REGISTER_ACCESS);
      case INVLPG -> when(has(Control.INVLPG), ExitReason.INVLPG);
      case RDTSC -> when(has(Control.RDTSC), ExitReason.RDTSC);
      case PAUSE -> when(has(Control.PAUSE), ExitReason.PAUSE);
      case INT3 -> when(exceptions.contains(Vector.BREAKPOINT), ExitReason.EXCEPTION_OR_NMI);
      case UD2 -> when(exceptions.contains(Vector.INVALID_OPCODE), ExitReason.EXCEPTION_OR_NMI);
      case INT, STI, CLI, LIDT, POPF, PUSHF, SGDT, SIDT, SLDT, SMSW, STR -> Optional.empty();
    };
  }

  private static Optional<ExitReason> when(boolean exits, ExitReason reason) {
    return exits ? Optional.of(reason) : Optional.empty();
  }

  /** A store never exits: the guest reads its shadow of the register, or CR3 itself. */
  private boolean moves(Issue issue, GuestState state) {
    if (issue.stores()) {
      return false;
    }
    long changed = state.register(issue.register()) ^ issue.value();
    return switch (issue.register()) {
      case CR0 -> has(Control.CR0) && (changed & ~GUEST_CR0) != 0;
      case CR3 -> has(Control.CR3);
      case CR4 -> has(Control.CR4) && (changed & ~GUEST_CR4) != 0;
    };
  }

  private boolean exits(long msr, boolean reads) {
    return switch (msrs) {
      case ALL -> true;
      case KVM -> !passesInKvm(msr, reads);
      case OFF -> false;
    };
  }

  /** The time-stamp counter, SYSENTER's three, FS, GS and kernel GS base (rules.md R19). */
  private static boolean passesInKvm(long msr, boolean reads) {
    return msr == 0x10 && reads
        || msr >= 0x174 && msr <= 0x176
        || msr >= 0xC0000100L && msr <= 0xC0000102L;
  }
}
