package dev.vsim.commands.storage;

import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code disk-read linux.disk0 0 64K}: a guest reads from its disk. */
public final class DiskRead implements Command {
  private static final Signature SIGNATURE =
      Signature.of("disk-read")
          .required(OnDisk.DISK)
          .required(OnDisk.OFFSET)
          .required(OnDisk.LENGTH)
          .doc(
              "Lets a guest read from its disk; the event tells the file that answered, and the text that the bytes"
                  + " repeat.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Optional<Outcome> problem = OnDisk.outside(given);
    if (problem.isEmpty()) {
      setting
          .machine()
          .storage()
          .read(OnDisk.disk(given), given.number(OnDisk.OFFSET), given.number(OnDisk.LENGTH));
    }
    return problem.orElse(Outcome.DONE);
  }
}
