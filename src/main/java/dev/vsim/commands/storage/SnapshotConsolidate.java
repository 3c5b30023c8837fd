package dev.vsim.commands.storage;

import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code snapshot consolidate linux}: merges what deleted snapshots have left over. */
public final class SnapshotConsolidate implements Command {
  private static final Signature SIGNATURE =
      Signature.of("snapshot")
          .fixed("consolidate")
          .required(OfSnapshots.VM)
          .doc(
              "Merges the files that deleted snapshots have left over and on which one file stands.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    setting.machine().storage().consolidate(OfSnapshots.vm(given));
    return Outcome.DONE;
  }
}
