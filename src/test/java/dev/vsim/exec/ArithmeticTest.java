package dev.vsim.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole arithmetic against numbers without bounds: on bare variables, on boxed ones, and where it
 * overflows.
 */
class ArithmeticTest {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final SplittableRandom random = new SplittableRandom(20261124);

  @TempDir Path folder;

  /**
   * An expression's text and its true value; empty where it has none, or some part of it leaves 64
   * bits.
   */
  private record Sum(String text, Optional<BigInteger> value) {}

  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(-3, 4);
      case 1 -> Long.MAX_VALUE - random.nextInt(3);
      case 2 -> Long.MIN_VALUE + 1 + random.nextInt(3);
      default -> random.nextLong(-1000, 1000);
    };
  }

  private Sum sum(int depth, long a, long b) {
    if (depth == 0) {
      return random.nextBoolean()
          ? new Sum("a", Optional.of(BigInteger.valueOf(a)))
          : new Sum("b", Optional.of(BigInteger.valueOf(b)));
    }
    Sum left = sum(depth - 1, a, b);
    Sum right = sum(random.nextInt(depth), a, b);
    String operator = List.of("+", "-", "*", "//", "mod").get(random.nextInt(5));
    Optional<BigInteger> value =
        left.value.flatMap(x -> right.value.flatMap(y -> apply(operator, x, y)));
    return new Sum("(" + left.text + " " + operator + " " + right.text + ")", value);
  }

  private static Optional<BigInteger> apply(String operator, BigInteger x, BigInteger y) {
    if (y.signum() == 0 && (operator.equals("//") || operator.equals("mod"))) {
      return Optional.empty();
    }
    BigInteger result =
        switch (operator) {
          case "+" -> x.add(y);
          case "-" -> x.subtract(y);
          case "*" -> x.multiply(y);
          case "//" -> floor(x, y);
          default -> x.subtract(floor(x, y).multiply(y));
        };
    return result.compareTo(LEAST) >= 0 && result.compareTo(MOST) <= 0
        ? Optional.of(result)
        : Optional.empty();
  }

  private static BigInteger floor(BigInteger x, BigInteger y) {
    BigInteger[] parts = x.divideAndRemainder(y);
    boolean down = parts[1].signum() != 0 && (parts[1].signum() < 0) != (y.signum() < 0);
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private Cli run(String scenario) throws IOException {
    Path file = Files.writeString(folder.resolve("sum.vsim"), scenario);
    return Cli.run("run", "--trace", "none", file.toString());
  }

  @Test
  void sumsAreExactOrRefused() throws IOException {
    StringBuilder exact = new StringBuilder();
    List<String> expected = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long a = number();
      long b = number();
      Sum sum = sum(1 + random.nextInt(4), a, b);
      String bare =
          "if true {\n  let a = " + a + "\n  let b = " + b + "\n  print " + sum.text + "\n}\n";
      String boxed =
          "for a in [" + a + "] {\n  for b in [" + b + "] { print " + sum.text + " }\n}\n";
      if (sum.value.isPresent()) {
        exact.append(bare).append(boxed);
        expected.add("# " + sum.value.get());
        expected.add("# " + sum.value.get());
      } else if (refused.size() < 60) {
        refused.add(bare);
        refused.add(boxed);
      }
    }
    Cli result = run(exact.toString());
    assertEquals("", result.err());
    assertEquals(expected, result.out().lines().toList());
    assertTrue(refused.size() >= 20, "some of them overflow");
    for (String scenario : refused) {
      Cli overflow = run(scenario);
      assertEquals(2, overflow.status(), scenario + overflow.out());
      assertTrue(
          overflow.err().contains("V0306") || overflow.err().contains("V0307"), overflow.err());
    }
  }
}
