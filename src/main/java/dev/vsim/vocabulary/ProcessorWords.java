package dev.vsim.vocabulary;

import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Instruction.Operands;
import dev.vsim.machine.cpu.SchedulerOption;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.virt.ExitControls.Control;
import dev.vsim.machine.virt.GuestAction;
import java.util.Map;
import java.util.Optional;

/** What people say of processors and of what guests do on them. */
public final class ProcessorWords {
  private static final Map<String, String> RULES =
      Map.of(
          Schedulers.ROUND_ROBIN.word(),
          "the one that has been ready longest, for a slice",
          Schedulers.FIFO.word(),
          "the one that has been ready longest, until it blocks",
          Schedulers.SHORTEST_FIRST.word(),
          "the one with the shortest burst, among equals the one that has been ready longest, until it blocks",
          Schedulers.PROPORTIONAL.word(),
          "the one with the least processor time for its shares, among equals the one that has been ready longest, for a slice; what is reserved comes first",
          Schedulers.CO_SCHEDULED.word(),
          "the VM that has been without cores longest and all of whose vCPUs that are ready find one, until the next tick",
          Schedulers.RELAXED.word(),
          "the one that has been ready longest, for a slice; a vCPU too far ahead of its siblings is held back");

  private ProcessorWords() {}

  /** Who gets a core by a built-in scheduler, and how ties are decided, in one sentence. */
  public static Optional<String> rule(String scheduler) {
    return Optional.ofNullable(RULES.get(scheduler));
  }

  /** What an option of schedulers sets. */
  public static String of(SchedulerOption option) {
    return switch (option) {
      case SLICE -> "how long a vCPU runs before others may";
      case TICK ->
          "whether a slice counts from each dispatch, or all end at multiples of it (`global`)";
      case SKEW -> "how far a vCPU may be ahead of its slowest sibling";
    };
  }

  /** What a control does when it is on. */
  public static String of(Control control) {
    return switch (control) {
      case HLT -> "HLT exits";
      case IO -> "IN and OUT exit, whatever the port";
      case CR0 -> "a load of CR0 that changes more than TS or WP exits";
      case CR3 -> "a load of CR3 exits";
      case CR4 -> "a load of CR4 that changes what the hypervisor owns exits";
      case INVLPG -> "INVLPG exits";
      case RDTSC -> "RDTSC exits";
      case PAUSE -> "PAUSE exits";
      case POSTED -> "interrupts reach a running guest without an exit";
    };
  }

  /** What an instruction does, beginning with a verb. */
  public static String of(Instruction instruction) {
    return switch (instruction) {
      case CPUID -> "asks the processor what it is";
      case IN -> "reads an I/O port";
      case OUT -> "writes an I/O port";
      case MOV -> "loads or stores a control register";
      case HLT -> "waits for the next interrupt";
      case RDMSR -> "reads a model-specific register";
      case WRMSR -> "writes a model-specific register";
      case INVLPG -> "drops a page's translation";
      case INT -> "raises an interrupt by software";
      case INT3 -> "is a breakpoint: exception 3";
      case UD2 -> "is no instruction: exception 6";
      case VMCALL -> "calls the hypervisor";
      case XSETBV -> "chooses what state XSAVE saves";
      case RDTSC -> "reads the time-stamp counter";
      case PAUSE -> "says that it spins";
      case STI -> "lets interrupts in";
      case CLI -> "keeps interrupts out";
      case LIDT -> "says where the interrupt table is; 0 for none";
      case POPF -> "loads the flags, the interrupt flag among them";
      case PUSHF -> "stores the flags";
      case SGDT -> "stores where the segment table is";
      case SIDT -> "stores where the interrupt table is";
      case SLDT -> "stores which local segment table is used";
      case SMSW -> "stores the low half of CR0";
      case STR -> "stores which task segment is used";
    };
  }

  /** Who may run an instruction, and what becomes of it in a deprivileged kernel. */
  public static String privilege(Instruction instruction) {
    return instruction.isPrivileged()
        ? "ring 0"
        : instruction.isSensitive() ? "any ring; sensitive" : "any ring";
  }

  /** An instruction as it is written, with its operands. */
  public static String usage(Instruction instruction) {
    return (instruction.word() + " " + operands(instruction.operands())).strip();
  }

  private static String operands(Operands operands) {
    return switch (operands) {
      case NONE -> "";
      case PORT -> "PORT";
      case PORT_AND_VALUE -> "PORT, VALUE";
      case REGISTERS -> "CR, VALUE";
      case NUMBER -> "NUMBER";
      case NUMBER_AND_VALUE -> "NUMBER, VALUE";
      case MAYBE_NUMBER -> "[NUMBER]";
      case ADDRESS -> "ADDRESS";
      case VECTOR -> "VECTOR";
    };
  }

  /** What a guest's software does, in the plural. */
  public static String of(GuestAction action) {
    return switch (action) {
      case ACCESSES -> "register accesses of emulated devices";
      case INTERRUPTS -> "interrupts of the host's devices";
      case HLT -> "HLT";
      case TIMER -> "timer settings (WRMSR 0x6E0)";
      case MSR -> "loads of FS or GS (WRMSR 0xC0000100 to 0xC0000102)";
      case CPUID -> "CPUID";
      case CR3 -> "loads of CR3";
      case INVLPG -> "INVLPG";
      case RDTSC -> "RDTSC";
      case PAUSE -> "PAUSE";
      case CLI -> "CLI and STI";
      case POPF -> "POPF";
      case FAULTS -> "first touches of pages";
      case MISSES -> "TLB misses";
    };
  }
}
