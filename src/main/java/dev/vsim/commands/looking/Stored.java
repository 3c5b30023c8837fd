package dev.vsim.commands.looking;

import dev.vsim.event.EventField;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.Provisioning;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;

/** How the drawing commands write disks and their files. */
final class Stored {
  private Stored() {}

  static String size(long bytes) {
    return Printed.whole(bytes, Dimension.SIZE);
  }

  /** {@code thin}, {@code thick lazy}, {@code thick eager}. */
  static String provisioning(Provisioning provisioning) {
    String word = EventField.word(provisioning);
    return provisioning.isThick() ? "thick " + word : word;
  }

  /** What a file is to its disk: {@code takes the writes}. */
  static String role(DiskFile file) {
    if (file == file.disk().files().active()) {
      return "takes the writes";
    }
    return file.disk()
        .files()
        .keeper(file)
        .map(snapshot -> "read-only: snapshot " + Printed.quoted(snapshot))
        .orElse("read-only: left over");
  }

  /** A text with blanks behind it up to a width. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
