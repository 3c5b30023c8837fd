package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Locale;

/**
 * {@code access 0x1000}, {@code access A, B write}: refers to the bytes at addresses, one after the
 * other.
 */
public final class Access extends ForProcess {
  private static final Slot AT = Slot.list("address", Types.LOCATION);
  private static final Slot OP =
      Slot.of("op", Type.Words.of("an operation", "read", "write", "execute"));
  private static final Signature SIGNATURE =
      Signature.of("access")
          .on("process")
          .required(AT)
          .optional(OP)
          .doc("Refers to the byte at each address in turn: a read unless it says otherwise.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Op op = given.has(OP) ? op(given.word(OP)) : Op.READ;
    return each(process, given, AT, setting, va -> process.access(va, op));
  }

  static Op op(String word) {
    return Op.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
