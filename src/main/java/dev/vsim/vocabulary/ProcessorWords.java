package dev.vsim.vocabulary;

import dev.vsim.machine.virt.GuestAction;

/** What people say of processors and of what guests do on them. */
public final class ProcessorWords {
  private ProcessorWords() {}

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
