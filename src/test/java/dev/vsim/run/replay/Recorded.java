package dev.vsim.run.replay;

import dev.vsim.event.Op;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** References made up for a test, which can be written in each format. */
record Recorded(List<Reference> references) {
  /** One of them, to the first byte of a page. */
  record Reference(long page, Op op) {}

  /** Reads only, since the binary formats know nothing else. */
  static Recorded reads(Dice dice, int count) {
    return random(dice, count, 1);
  }

  static Recorded all(Dice dice, int count) {
    return random(dice, count, Op.values().length);
  }

  private static Recorded random(Dice dice, int count, int ops) {
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int bits = 1 + dice.below(32);
      references.add(new Reference(dice.next() >>> (64 - bits), Op.values()[dice.below(ops)]));
    }
    return new Recorded(references);
  }

  byte[] lackey() {
    return lines(
        r ->
            (r.op() == Op.EXECUTE ? "I  " : r.op() == Op.READ ? " L " : " S ")
                + String.format("%08x,1", r.page() << 12));
  }

  byte[] din() {
    return lines(r -> r.op().ordinal() + " " + Long.toHexString(r.page() << 12));
  }

  byte[] addresses() {
    return lines(r -> "RWI".charAt(r.op().ordinal()) + " 0x" + Long.toHexString(r.page() << 12));
  }

  byte[] pages() {
    return lines(r -> r.page() + " " + "RWI".charAt(r.op().ordinal()));
  }

  byte[] u32() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * references.size()).order(ByteOrder.LITTLE_ENDIAN);
    references.forEach(r -> bytes.putInt((int) r.page()));
    return bytes.array();
  }

  byte[] oracle() {
    return Packed.joined(
        references.stream().map(r -> oracle(0, r.page(), 1, -1)).toArray(byte[][]::new));
  }

  static byte[] oracle(int time, long object, int size, long next) {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(time)
        .putLong(object)
        .putInt(size)
        .putLong(next)
        .array();
  }

  /** As {@link Reading} writes addresses. */
  List<String> asAddresses() {
    return written(r -> "0x" + Long.toHexString(r.page() << 12));
  }

  /** As {@link Reading} writes page numbers. */
  List<String> asPages() {
    return written(r -> "page " + r.page());
  }

  private List<String> written(Function<Reference, String> value) {
    return references.stream()
        .map(r -> r.op().name().toLowerCase(Locale.ROOT) + " " + value.apply(r))
        .collect(Collectors.toList());
  }

  private byte[] lines(Function<Reference, String> line) {
    return references.stream()
        .map(line)
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
