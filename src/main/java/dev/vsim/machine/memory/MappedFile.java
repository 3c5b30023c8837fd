package dev.vsim.machine.memory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file behind a region. It holds a text's UTF-8 bytes, then zeros; without one, each page begins
 * with the file's name and where in the file it is, {@code app+0x1000}, so that whoever reads a
 * page sees which one it is.
 */
public record MappedFile(String name, Optional<String> text) {
  /** The bytes of one page, or null for zeros. */
  byte[] page(long offset, int size) {
    byte[] bytes =
        text.orElseGet(() -> name + "+0x" + Long.toHexString(offset))
            .getBytes(StandardCharsets.UTF_8);
    long from = text.isPresent() ? offset : 0;
    return from >= bytes.length ? null : Arrays.copyOfRange(bytes, (int) from, (int) from + size);
  }
}
