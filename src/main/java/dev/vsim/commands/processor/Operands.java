package dev.vsim.commands.processor;

import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Vector;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Slot;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.ProcessorWords;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands behind an instruction in {@code exec}, read as the instruction wants it. */
final class Operands {
  private static final String GENERAL = "rax";
  private static final long LAST_PORT = 0xffff;
  private static final long LAST_MSR = 0xffff_ffffL;

  /** The registers that can be named. */
  static final List<String> REGISTERS =
      Stream.concat(Arrays.stream(ControlRegister.values()).map(Operands::word), Stream.of(GENERAL))
          .toList();

  private final Instruction op;
  private final Arguments given;
  private final Slot opSlot;
  private final Slot slot;
  private final int count;

  Operands(Instruction op, Arguments given, Slot opSlot, Slot slot) {
    this.op = op;
    this.given = given;
    this.opSlot = opSlot;
    this.slot = slot;
    this.count = given.count(slot);
  }

  private static String word(ControlRegister register) {
    return register.name().toLowerCase(Locale.ROOT);
  }

  /** What is wrong with them, if anything. */
  Optional<Outcome> problem() {
    return switch (op.operands()) {
      case NONE -> expect(count == 0);
      case PORT -> expect(count == 1 && areNumbers()).or(() -> within(LAST_PORT));
      case PORT_AND_VALUE -> expect(count == 2 && areNumbers()).or(() -> within(LAST_PORT));
      case REGISTERS -> expect(isMove());
      case NUMBER, ADDRESS -> expect(count == 1 && areNumbers());
      case NUMBER_AND_VALUE -> expect(count == 2 && areNumbers()).or(() -> within(LAST_MSR));
      case MAYBE_NUMBER -> expect(count <= 1 && areNumbers());
      case VECTOR -> expect(count == 1 && areNumbers()).or(() -> within(Vector.LAST));
    };
  }

  /** Whether the size that was given fits: only I/O has one, of 1, 2 or 4 bytes. */
  Optional<Outcome> sizeProblem(Optional<Arguments> size, Slot bytes) {
    if (size.isEmpty()) {
      return Optional.empty();
    }
    boolean moves = op == Instruction.IN || op == Instruction.OUT;
    boolean fits = moves && size.get().number(bytes) != 3;
    return fits
        ? Optional.empty()
        : Optional.of(Outcome.wrongAt(bytes, ProcessorProblem.WRONG_SIZE, op.word()));
  }

  /** The instruction with its operands, which have no problem. */
  Issue issue() {
    if (op == Instruction.MOV) {
      return given.isNumber(slot, 1)
          ? Issue.load(register(0), given.number(slot, 1))
          : Issue.store(register(1));
    }
    return switch (count) {
      case 0 -> Issue.of(op);
      case 1 -> Issue.of(op, given.number(slot, 0));
      default -> Issue.of(op, given.number(slot, 0), given.number(slot, 1));
    };
  }

  private boolean areNumbers() {
    for (int i = 0; i < count; i++) {
      if (!given.isNumber(slot, i)) {
        return false;
      }
    }
    return true;
  }

  /** {@code mov cr3, 0x2000} or {@code mov rax, cr3}. */
  private boolean isMove() {
    if (count != 2 || given.isNumber(slot, 0)) {
      return false;
    }
    boolean general = given.word(slot, 0).equals(GENERAL);
    return general != given.isNumber(slot, 1) && (!general || !given.word(slot, 1).equals(GENERAL));
  }

  private ControlRegister register(int place) {
    String word = given.word(slot, place);
    return Arrays.stream(ControlRegister.values())
        .filter(r -> word(r).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private Optional<Outcome> expect(boolean holds) {
    String usage = ProcessorWords.usage(op);
    return holds
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                count > 0 ? slot : opSlot, ProcessorProblem.WRONG_OPERANDS, op.word(), usage));
  }

  private Optional<Outcome> within(long most) {
    long number = given.number(slot, 0);
    return number >= 0 && number <= most
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                slot, ProcessorProblem.NO_SUCH_NUMBER, Printed.hex(number), Printed.hex(most)));
  }
}
