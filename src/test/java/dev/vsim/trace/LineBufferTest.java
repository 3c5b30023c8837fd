package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineBufferTest {
  @Test
  void digitsAreThoseOfTheJdk() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      assertDigits(random.nextLong() >> random.nextInt(64));
    }
    for (long edge : new long[] {0, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
      assertDigits(edge);
    }
  }

  @Test
  void textIsUtf8HoweverOftenTheBufferGrows() {
    LineBuffer buffer = new LineBuffer(1);
    buffer.add("va ");
    buffer.add("한글 🙂 é");
    buffer.add('!');
    assertEquals("va 한글 🙂 é!", buffer.toString());
    buffer.cut(2);
    assertEquals("va", buffer.toString());
  }

  private static void assertDigits(long number) {
    LineBuffer buffer = new LineBuffer(1);
    buffer.decimal(number);
    buffer.add(' ');
    buffer.hex(number);
    assertEquals(number + " 0x" + Long.toHexString(number), buffer.toString());
  }
}
