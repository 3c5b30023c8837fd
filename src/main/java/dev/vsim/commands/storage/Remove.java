package dev.vsim.commands.storage;

import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code remove linux}: deletes a VM with all its files. */
public final class Remove implements Command {
  private static final Signature SIGNATURE =
      Signature.of("remove")
          .required(OfSnapshots.VM)
          .doc("Switches a VM off and deletes it, with its disks and snapshots.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    setting.machine().operations().remove(OfSnapshots.vm(given));
    return Outcome.DONE;
  }
}
