package dev.vsim.machine.cpu;

import dev.vsim.event.Mnemonic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Instructions that a hypervisor has an interest in, and who may run them. */
public enum Instruction {
  CPUID(Mnemonic.CPUID, Privilege.ANY, Operands.NONE, "asks the processor what it is"),
  IN(Mnemonic.IN, Privilege.IO, Operands.PORT, "reads an I/O port"),
  OUT(Mnemonic.OUT, Privilege.IO, Operands.PORT_AND_VALUE, "writes an I/O port"),
  MOV(Mnemonic.MOV, Privilege.KERNEL, Operands.REGISTERS, "loads or stores a control register"),
  HLT(Mnemonic.HLT, Privilege.KERNEL, Operands.NONE, "waits for the next interrupt"),
  RDMSR(Mnemonic.RDMSR, Privilege.KERNEL, Operands.NUMBER, "reads a model-specific register"),
  WRMSR(
      Mnemonic.WRMSR,
      Privilege.KERNEL,
      Operands.NUMBER_AND_VALUE,
      "writes a model-specific register"),
  INVLPG(Mnemonic.INVLPG, Privilege.KERNEL, Operands.ADDRESS, "drops a page's translation"),
  INT(Mnemonic.INT, Privilege.ANY, Operands.VECTOR, "raises an interrupt by software"),
  INT3(Mnemonic.INT3, Privilege.ANY, Operands.NONE, "is a breakpoint: exception 3"),
  UD2(Mnemonic.UD2, Privilege.ANY, Operands.NONE, "is no instruction: exception 6"),
  VMCALL(Mnemonic.VMCALL, Privilege.ANY, Operands.MAYBE_NUMBER, "calls the hypervisor"),
  XSETBV(Mnemonic.XSETBV, Privilege.KERNEL, Operands.NONE, "chooses what state XSAVE saves"),
  RDTSC(Mnemonic.RDTSC, Privilege.ANY, Operands.NONE, "reads the time-stamp counter"),
  PAUSE(Mnemonic.PAUSE, Privilege.ANY, Operands.NONE, "says that it spins"),
  STI(Mnemonic.STI, Privilege.IO, Operands.NONE, "lets interrupts in"),
  CLI(Mnemonic.CLI, Privilege.IO, Operands.NONE, "keeps interrupts out"),
  LIDT(
      Mnemonic.LIDT,
      Privilege.KERNEL,
      Operands.NUMBER,
      "says where the interrupt table is; 0 for none"),
  POPF(
      Mnemonic.POPF,
      Privilege.SENSITIVE,
      Operands.MAYBE_NUMBER,
      "loads the flags, the interrupt flag among them"),
  PUSHF(Mnemonic.PUSHF, Privilege.SENSITIVE, Operands.NONE, "stores the flags"),
  SGDT(Mnemonic.SGDT, Privilege.SENSITIVE, Operands.NONE, "stores where the segment table is"),
  SIDT(Mnemonic.SIDT, Privilege.SENSITIVE, Operands.NONE, "stores where the interrupt table is"),
  SLDT(
      Mnemonic.SLDT,
      Privilege.SENSITIVE,
      Operands.NONE,
      "stores which local segment table is used"),
  SMSW(Mnemonic.SMSW, Privilege.SENSITIVE, Operands.NONE, "stores the low half of CR0"),
  STR(Mnemonic.STR, Privilege.SENSITIVE, Operands.NONE, "stores which task segment is used");

  /** Who may run an instruction. */
  public enum Privilege {
    /** Every ring. */
    ANY,
    /** Ring 0. */
    KERNEL,
    /** Rings up to the I/O privilege level, which is 0. */
    IO,
    /**
     * Every ring, though it reads or writes what is the kernel's: what kept x86 from being
     * virtualized by traps (Robin and Irvine, USENIX Security 2000).
     */
    SENSITIVE
  }

  /** What stands behind an instruction's name. */
  public enum Operands {
    NONE(""),
    PORT("PORT"),
    PORT_AND_VALUE("PORT, VALUE"),
    REGISTERS("CR, VALUE"),
    NUMBER("NUMBER"),
    NUMBER_AND_VALUE("NUMBER, VALUE"),
    MAYBE_NUMBER("[NUMBER]"),
    ADDRESS("ADDRESS"),
    VECTOR("VECTOR");

    private final String usage;

    Operands(String usage) {
      this.usage = usage;
    }

    /** As a reference would write it. */
    public String usage() {
      return usage;
    }
  }

  private final Mnemonic mnemonic;
  private final Privilege privilege;
  private final Operands operands;
  private final String meaning;

  Instruction(Mnemonic mnemonic, Privilege privilege, Operands operands, String meaning) {
    this.mnemonic = mnemonic;
    this.privilege = privilege;
    this.operands = operands;
    this.meaning = meaning;
  }

  /** Its name as events tell it, without operands. */
  public Mnemonic mnemonic() {
    return mnemonic;
  }

  public Operands operands() {
    return operands;
  }

  /** What it does, beginning with a verb. */
  public String meaning() {
    return meaning;
  }

  /** Whether only a kernel may run it. */
  public boolean isPrivileged() {
    return privilege == Privilege.KERNEL || privilege == Privilege.IO;
  }

  /** Whether everybody may run it, though it is about what is the kernel's. */
  public boolean isSensitive() {
    return privilege == Privilege.SENSITIVE;
  }

  /** Its mnemonic: {@code cpuid}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The instruction of a mnemonic. */
  public static Optional<Instruction> named(String word) {
    return Arrays.stream(values()).filter(i -> i.word().equals(word)).findFirst();
  }

  /** All mnemonics. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Instruction::word).toList();
  }
}
