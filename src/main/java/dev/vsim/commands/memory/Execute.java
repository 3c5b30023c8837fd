package dev.vsim.commands.memory;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code execute 0x400000}, {@code execute page 3}: fetches an instruction. */
public final class Execute extends Referring {
  private final Signature signature;

  private Execute(Places places, String doc) {
    super(places);
    this.signature = places.command("execute").required(at()).doc(doc);
  }

  /** By address or label. */
  public static Execute byAddress() {
    return new Execute(Places.BY_ADDRESS, "Fetches the instruction byte at each address in turn.");
  }

  /** By page. */
  public static Execute byPage() {
    return new Execute(Places.BY_PAGE, "Fetches the first byte of each page as an instruction.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    return each(process, given, setting, va -> process.access(va, Op.EXECUTE));
  }
}
