package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Machine;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.Told;
import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.virt.ExitControls.Control;
import dev.vsim.machine.virt.ExitControls.Msrs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of each instruction in ring 0 and in ring 3: rules.md R19 and R20, with the SDM's
 * basic exit reasons (appendix C) and qualifications (tables 28-3 and 28-5).
 */
class InstructionsTest {
  private static final long LIMIT = 1L << 30;
  private static final Set<Control> ALL = EnumSet.complementOf(EnumSet.of(Control.POSTED));

  private final Told told = Told.only("instruction", "vm-exit", "gp-fault");
  private final Machine machine = new Machine(told, LIMIT, 0);

  private Vm vm(ExitControls controls) {
    return machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withExits(controls));
  }

  /** {@code out 0x3f8 65 2}: an instruction, its numbers, and the size of an I/O access. */
  private static Issue issue(String text) {
    List<String> words = List.of(text.split(" ", -1));
    Instruction op = Instruction.named(words.get(0)).orElseThrow();
    if (op == Instruction.MOV) {
      boolean stores = words.get(1).equals("rax");
      ControlRegister register =
          ControlRegister.valueOf(words.get(stores ? 2 : 1).toUpperCase(Locale.ROOT));
      return stores ? Issue.store(register) : Issue.load(register, Long.decode(words.get(2)));
    }
    List<Long> numbers = words.subList(1, words.size()).stream().map(Long::decode).toList();
    boolean io = op == Instruction.IN || op == Instruction.OUT;
    Issue plain =
        op == Instruction.OUT
            ? Issue.of(op, numbers.get(0), numbers.get(1))
            : numbers.isEmpty() ? Issue.of(op) : Issue.of(op, numbers.get(0));
    return io ? plain.ofSize((int) (long) numbers.get(numbers.size() - 1)) : plain;
  }

  /** Reason and qualification of the one exit, {@code native} without one, or what faulted. */
  private String became() {
    List<String> lines = told.lines();
    String outcome = OneHost.field(lines.get(0), "outcome");
    List<String> exits = lines.stream().filter(l -> l.startsWith("vm-exit ")).toList();
    assertEquals(outcome.equals("exit") ? 1 : 0, exits.size(), lines::toString);
    if (exits.isEmpty()) {
      return outcome;
    }
    String exit = exits.get(0);
    String qualification = OneHost.field(exit, "qualification");
    return OneHost.field(exit, "reason")
        + " "
        + OneHost.field(exit, "number")
        + (qualification.isEmpty() ? "" : " " + qualification);
  }

  private String kernel(ExitControls controls, String text) {
    Vm vm = vm(controls);
    vm.run(vm.vcpus().get(0), issue(text));
    return became();
  }

  private String process(ExitControls controls, String text) {
    Vm vm = vm(controls);
    Process app = machine.declareProcess("app", vm, ProcessSettings.PLAIN);
    vm.run(vm.vcpus().get(0), app, issue(text));
    List<String> faults = told.lines().stream().filter(l -> l.startsWith("gp-fault ")).toList();
    return faults.isEmpty() ? "runs" : app.ended() ? "gp-fault" : "lives on";
  }

  @ParameterizedTest
  @CsvSource({
    "cpuid, cpuid 10",
    "vmcall, vmcall 18",
    "xsetbv, xsetbv 55",
    "hlt, hlt 12",
    "in 0x60 1, io-instruction 30 0x600008",
    "in 0x60 2, io-instruction 30 0x600009",
    "in 0xcfc 4, io-instruction 30 0xcfc000b",
    "out 0x3f8 65 1, io-instruction 30 0x3f80000",
    "out 0xcf8 0 4, io-instruction 30 0xcf80003",
    "rdmsr 0x10, rdmsr 31",
    "wrmsr 0x174, wrmsr 32",
    "mov cr0 0x80050032, control-register-access 28 0x0",
    "mov cr0 0x8005003b, native",
    "mov cr0 0x80040033, native",
    "mov cr3 0x2000, native",
    "mov cr4 0x2000, control-register-access 28 0x4",
    "mov rax cr0, native",
    "mov rax cr3, native",
    "invlpg 0x1000, native",
    "int 0x80, native",
    "int3, native",
    "rdtsc, native",
    "pause, native",
    "sti, native",
    "cli, native",
    "lidt 0x1000, native",
    "popf 0x202, native",
    "pushf, native",
    "sgdt, native",
    "sidt, native",
    "sldt, native",
    "smsw, native",
    "str, native",
  })
  void inRing0ByDefault(String text, String expected) {
    assertEquals(expected, kernel(ExitControls.DEFAULT, text));
  }

  @ParameterizedTest
  @CsvSource({
    "mov cr3 0x2000, control-register-access 28 0x3",
    "mov rax cr3, native",
    "invlpg 0x1000, invlpg 14 0x1000",
    "rdtsc, rdtsc 16",
    "pause, pause 40",
    "int3, exception-or-nmi 0",
    "ud2, exception-or-nmi 0",
    "sgdt, native",
    "popf 0x202, native",
    "sti, native",
  })
  void inRing0WithEveryControl(String text, String expected) {
    assertEquals(expected, kernel(new ExitControls(ALL, Msrs.ALL, Set.of(3, 6, 13), 0), text));
  }

  @ParameterizedTest
  @CsvSource({
    "cpuid, cpuid 10",
    "vmcall, vmcall 18",
    "hlt, native",
    "in 0x60 1, native",
    "rdmsr 0x10, native",
    "mov cr0 0, native",
    "mov cr4 0x2000, native",
  })
  void inRing0WithAsFewAsCanBe(String text, String expected) {
    assertEquals(expected, kernel(new ExitControls(Set.of(), Msrs.OFF, Set.of(), 0), text));
  }

  @ParameterizedTest
  @CsvSource({
    "rdmsr 0x10, native",
    "wrmsr 0x10, wrmsr 32",
    "rdmsr 0x174, native",
    "wrmsr 0x176, native",
    "wrmsr 0x177, wrmsr 32",
    "rdmsr 0xC0000100, native",
    "wrmsr 0xC0000102, native",
    "rdmsr 0xC0000080, rdmsr 31",
  })
  void modelSpecificRegistersThatKvmLetsPass(String text, String expected) {
    ExitControls kvm = new ExitControls(ExitControls.DEFAULT.switched(), Msrs.KVM, Set.of(), 0);
    assertEquals(expected, kernel(kvm, text));
  }

  /** Privilege is looked at before exits (SDM 3C, 26.1.1), whatever the controls say. */
  @ParameterizedTest
  @CsvSource({
    "hlt", "mov cr0 0", "mov cr3 0x2000", "mov rax cr3", "rdmsr 0x10", "wrmsr 0x10",
        "invlpg 0x1000",
    "in 0x60 1", "out 0x3f8 65 1", "cli", "sti", "lidt 0", "xsetbv", "int 0x20",
  })
  void faultsInRing3(String text) {
    assertEquals("gp-fault", process(ExitControls.DEFAULT, text));
  }

  @Test
  void faultsInRing3WithEveryControlOnToo() {
    assertEquals("gp-fault", process(new ExitControls(ALL, Msrs.ALL, Set.of(), 0), "hlt"));
  }

  @ParameterizedTest
  @CsvSource({
    "cpuid",
    "vmcall",
    "rdtsc",
    "pause",
    "popf 0x202",
    "pushf",
    "sgdt",
    "sidt",
    "smsw",
    "str",
    "int 0x80",
    "int3",
  })
  void runsInRing3(String text) {
    assertEquals("runs", process(ExitControls.DEFAULT, text));
  }

  /** CPUID and VMCALL exit from any ring. */
  @ParameterizedTest
  @CsvSource({"cpuid, cpuid 10", "vmcall, vmcall 18", "rdtsc, native", "sgdt, native"})
  void exitsFromRing3(String text, String expected) {
    Vm vm = vm(ExitControls.DEFAULT);
    vm.run(vm.vcpus().get(0), vm.init(), issue(text));
    assertEquals(expected, became());
  }

  /** Deprivileged: what is privileged traps, and what is only sensitive runs and is wrong. */
  @ParameterizedTest
  @CsvSource({
    "hlt, emulated, emulated",
    "in 0x60 1, emulated, emulated",
    "mov cr3 0x2000, emulated, emulated",
    "rdmsr 0x10, emulated, emulated",
    "invlpg 0x1000, emulated, emulated",
    "cli, emulated, emulated",
    "popf 0x202, wrong, emulated",
    "pushf, wrong, emulated",
    "sgdt, wrong, emulated",
    "sidt, wrong, emulated",
    "sldt, wrong, emulated",
    "smsw, wrong, emulated",
    "str, wrong, emulated",
    "cpuid, native, native",
    "rdtsc, native, native",
    "pause, native, native",
  })
  void withoutHardwareHelp(String text, String plain, String translated) {
    Hardware none = Hardware.DEFAULT.withVtx(false);
    Vm vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withHardware(none));
    vm.run(vm.vcpus().get(0), issue(text));
    assertEquals(plain, became());
    Vm other =
        machine.declareVm(
            "other", machine.host(), VmSettings.DEFAULT.withHardware(none.withTranslation(true)));
    other.run(other.vcpus().get(0), issue(text));
    assertEquals(translated, became());
    assertEquals(0, vm.exits() + other.exits(), "there is no exit without VT-x");
  }

  /** Every instruction that can be run stands in a table above. */
  @Test
  void noInstructionIsForgotten() {
    Set<String> tried =
        Arrays.stream(InstructionsTest.class.getDeclaredMethods())
            .map(m -> m.getAnnotation(CsvSource.class))
            .filter(source -> source != null)
            .flatMap(source -> Arrays.stream(source.value()))
            .map(row -> row.split("[ ,]", -1)[0])
            .collect(Collectors.toSet());
    assertTrue(tried.containsAll(Instruction.words()), () -> missing(tried));
  }

  private static String missing(Set<String> tried) {
    return Instruction.words().stream().filter(w -> !tried.contains(w)).toList().toString();
  }
}
