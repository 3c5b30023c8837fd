package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, there is a result, always the same one, and the reading thread ends. */
class RandomTraceTest {
  private static final int ROUNDS = 150;

  @Test
  void randomBytes() {
    Dice dice = new Dice(11);
    for (int round = 0; round < ROUNDS; round++) {
      assertSettled(dice.bytes(dice.below(200)), dice);
    }
  }

  @Test
  void randomBytesThatClaimToBePacked() {
    Dice dice = new Dice(12);
    byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    for (int round = 0; round < ROUNDS; round++) {
      assertSettled(
          Packed.joined(dice.below(2) == 0 ? gzip : zstd, dice.bytes(dice.below(200))), dice);
    }
  }

  @Test
  void randomCharactersOfTraces() {
    Dice dice = new Dice(13);
    String characters = "ILSM 0123456789abcdefx,=#\n\nRW";
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = dice.bytes(dice.below(300));
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) characters.charAt((bytes[i] & 0xff) % characters.length());
      }
      assertSettled(bytes, dice);
    }
  }

  @Test
  void goodTracesWithAFewBytesChanged() {
    Dice dice = new Dice(14);
    Recorded good = Recorded.all(dice, 300);
    List<byte[]> traces =
        List.of(good.lackey(), good.din(), good.pages(), good.oracle(), good.u32());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] trace = traces.get(dice.below(traces.size()));
      byte[] changed =
          dice.below(3) == 0
              ? trace.clone()
              : dice.below(2) == 0 ? Packed.gzip(trace) : Packed.zstd(trace);
      for (int i = dice.below(4); i >= 0; i--) {
        changed[dice.below(changed.length)] = (byte) dice.next();
      }
      assertSettled(changed, dice);
    }
  }

  private static void assertSettled(byte[] bytes, Dice dice) {
    List<Optional<TraceFormat>> formats = new ArrayList<>(List.of(Optional.empty()));
    formats.add(Optional.of(TraceFormat.values()[dice.below(TraceFormat.values().length)]));
    for (Optional<TraceFormat> format : formats) {
      TraceOptions options =
          format.map(TraceOptions.DEFAULT::withFormat).orElse(TraceOptions.DEFAULT);
      Reading reading = Reading.of("t", bytes, options);
      assertTrue(
          reading.error().isPresent() || !reading.references().isEmpty(),
          () -> format + ": neither error nor reference");
      reading
          .error()
          .ifPresent(
              error ->
                  assertTrue(
                      !reading.message().matches("(?s).*(\\{\\d}|Exception|java\\.).*"),
                      reading.message()));
      assertEquals(reading, Reading.of("t", bytes, options, 7));
    }
  }
}
