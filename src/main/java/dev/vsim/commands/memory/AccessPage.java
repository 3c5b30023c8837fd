package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code access page 7, 0, 1, 2}: a reference string. */
public final class AccessPage extends ForProcess {
  private static final Slot PAGE = Slot.list("page", Types.PAGE);
  private static final Slot OP =
      Slot.of("op", Type.Words.of("an operation", "read", "write", "execute"));
  private static final Signature SIGNATURE =
      Signature.of("access")
          .on("process")
          .fixed("page")
          .required(PAGE)
          .optional(OP)
          .doc("Refers to the first byte of each page in turn: a reference string.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Op op = given.has(OP) ? Access.op(given.word(OP)) : Op.READ;
    int count = given.count(PAGE);
    for (int i = 0; i < count; i++) {
      if (given.isNumber(PAGE, i) && !isPage(given.number(PAGE, i))) {
        return Outcome.wrongAt(
            PAGE,
            ActionProblem.UNUSABLE_VALUE,
            "no process has a page " + Printed.hex(given.number(PAGE, i)),
            "");
      }
      OptionalLong at =
          given.isNumber(PAGE, i)
              ? OptionalLong.of(given.number(PAGE, i) << process.table().form().offsetBits())
              : location(process, given, PAGE, i);
      if (at.isEmpty()) {
        return unknownLabel(process, given, PAGE, i);
      }
      if (process.ended()) {
        setting.machine().refuse(process, "access", "ended");
        return Outcome.DONE;
      }
      refer(process.access(at.getAsLong(), op), process, setting);
    }
    return Outcome.DONE;
  }

  private static boolean isPage(long number) {
    return number >= 0 && number <= ReferenceSource.GREATEST_PAGE;
  }
}
