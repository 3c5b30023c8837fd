package dev.vsim.machine.storage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what a chain of files holds. */
final class Reading {
  /** Of more bytes no value is told. */
  private static final int MOST_TOLD = 1 << 20;

  /** A longer text is not taken for one that is repeated. */
  private static final int LONGEST_TEXT = 256;

  private Reading() {}

  static byte[] bytes(DiskFile top, long offset, int length) {
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      long at = offset + done;
      int within = (int) (at % Grain.SIZE);
      int part = Math.min(length - done, Grain.SIZE - within);
      Optional<Grain> grain = top.find(at / Grain.SIZE);
      if (grain.isPresent()) {
        grain.get().read(within, bytes, done, part);
      }
      done += part;
    }
    return bytes;
  }

  /** The shortest printable text that the bytes repeat, if they do. */
  static Optional<String> repeatedText(VirtualDisk disk, long offset, long length) {
    if (length > MOST_TOLD) {
      return Optional.empty();
    }
    byte[] bytes = disk.bytes(offset, (int) length);
    for (int period = 1; period <= Math.min(LONGEST_TEXT, bytes.length); period++) {
      if (repeats(bytes, period)) {
        return text(bytes, period);
      }
    }
    return Optional.empty();
  }

  private static boolean repeats(byte[] bytes, int period) {
    for (int i = period; i < bytes.length; i++) {
      if (bytes[i] != bytes[i - period]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> text(byte[] bytes, int count) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count)).toString();
      return text.codePoints().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
