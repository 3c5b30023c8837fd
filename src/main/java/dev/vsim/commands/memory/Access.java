package dev.vsim.commands.memory;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Locale;

/**
 * {@code access 0x1000}, {@code access A, B write}, {@code access page 7, 0, 1}: refers to bytes,
 * one after the other.
 */
public final class Access extends Referring {
  private final Slot op = Slot.of("op", Type.Words.of("an operation", "read", "write", "execute"));
  private final Signature signature;

  private Access(Places places, String doc) {
    super(places);
    this.signature = places.command("access").required(at()).optional(op).doc(doc);
  }

  /** By address or label. */
  public static Access byAddress() {
    return new Access(
        Places.BY_ADDRESS,
        "Refers to the byte at each address in turn: a read unless it says otherwise.");
  }

  /** By page. */
  public static Access byPage() {
    return new Access(
        Places.BY_PAGE, "Refers to the first byte of each page in turn: a reference string.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    Op how = given.has(op) ? Op.valueOf(given.word(op).toUpperCase(Locale.ROOT)) : Op.READ;
    return each(process, given, setting, va -> process.access(va, how));
  }
}
