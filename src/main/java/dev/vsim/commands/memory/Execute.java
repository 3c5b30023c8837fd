package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code execute 0x400000}, {@code execute page 3}: fetches an instruction. */
public final class Execute extends ForProcess {
  private final Places places;
  private final Slot at;
  private final Signature signature;

  private Execute(Places places, String doc) {
    this.places = places;
    this.at = places.one();
    this.signature = places.command("execute").required(at).doc(doc);
  }

  /** By address or label. */
  public static Execute byAddress() {
    return new Execute(Places.BY_ADDRESS, "Fetches the instruction byte at an address.");
  }

  /** By page. */
  public static Execute byPage() {
    return new Execute(Places.BY_PAGE, "Fetches the first byte of a page as an instruction.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong address = places.address(process, given, at, 0);
    if (address.isEmpty()) {
      return Places.unknown(process, given, at, 0);
    }
    refer(process.access(address.getAsLong(), Op.EXECUTE), process, setting);
    return Outcome.DONE;
  }
}
