package dev.vsim.commands.processor;

import dev.vsim.machine.Host;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code exec mov cr3, 0x2000}: runs one instruction, in ring 0 for a VM and 3 for a process. */
public final class Exec implements Command {
  private static final Slot OP =
      Slot.of("instruction", new Type.Words("an instruction", Instruction.words()));
  private static final Slot OPERANDS =
      Slot.list(
          "operands",
          new Type.Either(new Type.Words("a register", Operands.REGISTERS), Types.ADDRESS));
  private static final Slot BYTES = Slot.of("bytes", new Type.Whole(Dimension.COUNT, 1, 4));
  private static final Signature SIZE =
      Signature.of("size")
          .required(BYTES)
          .fallback("1")
          .doc("How many bytes `in` and `out` move: 1, 2 or 4.");
  private static final Signature SIGNATURE =
      Signature.of("exec")
          .required(OP)
          .optional(OPERANDS)
          .options(SIZE)
          .doc(
              "Runs one instruction: for a VM in ring 0 of its first vCPU, for a process in ring 3. What a ring may not"
                  + " run faults; what the controls say exits (rules R19, R20).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Operands operands =
        new Operands(Instruction.named(given.word(OP)).orElseThrow(), given, OP, OPERANDS);
    Optional<Outcome> wrong =
        operands.problem().or(() -> operands.sizeProblem(given.option(SIZE), BYTES));
    if (wrong.isPresent()) {
      return wrong.get();
    }
    int size = given.option(SIZE).map(o -> (int) o.number(BYTES)).orElse(1);
    return run(given.actor(), operands.issue().ofSize(size), setting);
  }

  private static Outcome run(Subject actor, Issue issue, Setting setting) {
    if (actor instanceof Vm vm) {
      onVcpu(vm.vcpus().get(0), issue, setting);
    } else if (actor instanceof Vcpu vcpu) {
      onVcpu(vcpu, issue, setting);
    } else if (actor instanceof Host host) {
      inProcess(host.init(), issue, setting);
    } else if (actor instanceof Process process) {
      inProcess(process, issue, setting);
    } else {
      return Outcome.wrong(ActionProblem.NO_ACTOR, "exec", "a VM or process", actor.path(), "VM");
    }
    return Outcome.DONE;
  }

  private static void onVcpu(Vcpu vcpu, Issue issue, Setting setting) {
    Vm vm = vcpu.vm();
    Standing.refusal(vcpu)
        .ifPresentOrElse(
            reason -> setting.machine().refuse(vm, "exec", reason), () -> vm.run(vcpu, issue));
  }

  private static void inProcess(Process process, Issue issue, Setting setting) {
    Optional<String> refusal = process.ended() ? Optional.of("ended") : Optional.empty();
    if (process.kernel().subject() instanceof Vm vm) {
      Vcpu vcpu = vm.vcpus().get(0);
      refusal
          .or(() -> Standing.refusal(vcpu))
          .ifPresentOrElse(
              reason -> setting.machine().refuse(process, "exec", reason),
              () -> vm.run(vcpu, process, issue));
    } else {
      refusal.ifPresentOrElse(
          reason -> setting.machine().refuse(process, "exec", reason),
          () -> setting.machine().execution().run(process, issue));
    }
  }
}
