package dev.vsim.commands.looking;

import dev.vsim.commands.ForProcess;
import dev.vsim.commands.memory.Places;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code show walk 0x1000}: the table entries that a walk for an address would read now. */
public final class ShowWalk extends ForProcess {
  private static final Slot ADDRESS = Slot.of("address", Types.LOCATION);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .on("process")
          .fixed("walk")
          .required(ADDRESS)
          .doc(
              "Draws the walk for an address step by step, in a VM in both dimensions; touches nothing.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong at = Places.BY_ADDRESS.address(process, given, ADDRESS, 0);
    PagingForm form = process.table().form();
    if (at.isEmpty()) {
      return Places.unknown(process, given, ADDRESS, 0);
    } else if (!form.canonical(at.getAsLong())) {
      return Outcome.wrongAt(
          ADDRESS,
          ActionProblem.UNUSABLE_VALUE,
          Printed.hex(at.getAsLong()) + " is no address of " + process.path() + "'s space",
          "an address has " + form.addressBits() + " bits here");
    }
    return new Outcome.Shown(new DrawnWalk(process, at.getAsLong()).lines());
  }
}
