package dev.vsim.commands.looking;

import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code show chain linux.disk0}: the textbook's original with its deltas below each other. */
public final class ShowChain implements Command {
  private static final int GAP = 3;
  private static final Slot DISK = Slot.of("disk", new Type.OfKind("disk"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("chain")
          .required(DISK)
          .doc(
              "Draws the files of a disk from its base to the one that takes the writes; a read goes upwards until a"
                  + " file holds what it looks for.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    VirtualDisk disk = (VirtualDisk) given.object(DISK);
    List<DiskFile> chain = new ArrayList<>(disk.files().active().chain());
    Collections.reverse(chain);
    List<String> lines = new ArrayList<>();
    lines.add("chain of " + disk.path());
    int names = widest(chain.stream().map(DiskFile::name).toList());
    int amounts = widest(chain.stream().map(ShowChain::amount).toList());
    for (DiskFile file : chain) {
      if (file.parent().isPresent()) {
        lines.add("    ↓");
      }
      lines.add(
          Stored.padded(file.name(), names + GAP)
              + Stored.padded(amount(file), amounts + GAP)
              + role(file, disk));
    }
    return new Outcome.Shown(lines);
  }

  private static String amount(DiskFile file) {
    if (file.provisioning().isThick()) {
      return Stored.size(file.sizeOnDisk());
    }
    int grains = file.written().size();
    return grains + (grains == 1 ? " grain" : " grains");
  }

  private static String role(DiskFile file, VirtualDisk disk) {
    return file.disk() == disk
        ? Stored.role(file)
        : Stored.role(file) + " of " + file.disk().path();
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(Stored::length).max().orElse(0);
  }
}
