package dev.vsim.machine.cpu;

import dev.vsim.event.Mnemonic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Instructions that a hypervisor has an interest in, and who may run them. */
public enum Instruction {
  CPUID(Mnemonic.CPUID, Privilege.ANY, Operands.NONE),
  IN(Mnemonic.IN, Privilege.IO, Operands.PORT),
  OUT(Mnemonic.OUT, Privilege.IO, Operands.PORT_AND_VALUE),
  MOV(Mnemonic.MOV, Privilege.KERNEL, Operands.REGISTERS),
  HLT(Mnemonic.HLT, Privilege.KERNEL, Operands.NONE),
  RDMSR(Mnemonic.RDMSR, Privilege.KERNEL, Operands.NUMBER),
  WRMSR(Mnemonic.WRMSR, Privilege.KERNEL, Operands.NUMBER_AND_VALUE),
  INVLPG(Mnemonic.INVLPG, Privilege.KERNEL, Operands.ADDRESS),
  INT(Mnemonic.INT, Privilege.ANY, Operands.VECTOR),
  INT3(Mnemonic.INT3, Privilege.ANY, Operands.NONE),
  UD2(Mnemonic.UD2, Privilege.ANY, Operands.NONE),
  VMCALL(Mnemonic.VMCALL, Privilege.ANY, Operands.MAYBE_NUMBER),
  XSETBV(Mnemonic.XSETBV, Privilege.KERNEL, Operands.NONE),
  RDTSC(Mnemonic.RDTSC, Privilege.ANY, Operands.NONE),
  PAUSE(Mnemonic.PAUSE, Privilege.ANY, Operands.NONE),
  STI(Mnemonic.STI, Privilege.IO, Operands.NONE),
  CLI(Mnemonic.CLI, Privilege.IO, Operands.NONE),
  LIDT(Mnemonic.LIDT, Privilege.KERNEL, Operands.NUMBER),
  POPF(Mnemonic.POPF, Privilege.SENSITIVE, Operands.MAYBE_NUMBER),
  PUSHF(Mnemonic.PUSHF, Privilege.SENSITIVE, Operands.NONE),
  SGDT(Mnemonic.SGDT, Privilege.SENSITIVE, Operands.NONE),
  SIDT(Mnemonic.SIDT, Privilege.SENSITIVE, Operands.NONE),
  SLDT(Mnemonic.SLDT, Privilege.SENSITIVE, Operands.NONE),
  SMSW(Mnemonic.SMSW, Privilege.SENSITIVE, Operands.NONE),
  STR(Mnemonic.STR, Privilege.SENSITIVE, Operands.NONE);

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
    NONE,
    PORT,
    PORT_AND_VALUE,
    REGISTERS,
    NUMBER,
    NUMBER_AND_VALUE,
    MAYBE_NUMBER,
    ADDRESS,
    VECTOR
  }

  private final Mnemonic mnemonic;
  private final Privilege privilege;
  private final Operands operands;

  Instruction(Mnemonic mnemonic, Privilege privilege, Operands operands) {
    this.mnemonic = mnemonic;
    this.privilege = privilege;
    this.operands = operands;
  }

  /** Its name as events tell it, without operands. */
  public Mnemonic mnemonic() {
    return mnemonic;
  }

  public Operands operands() {
    return operands;
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
