package dev.vsim.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Addresses against numbers without bounds. */
class AddressArithmeticTest {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64);
  private static final List<Dimension> SIDES =
      List.of(Dimension.ADDRESS, Dimension.COUNT, Dimension.SIZE);

  private final SplittableRandom random = new SplittableRandom(20270301);

  private interface Operation {
    long apply(AddressArithmetic exact, long x, long y);
  }

  private interface Wanted {
    BigInteger apply(BigInteger x, BigInteger y);
  }

  private long number() {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt(-3, 4);
      case 1 -> Long.MAX_VALUE - random.nextInt(3);
      case 2 -> Long.MIN_VALUE + random.nextInt(3);
      case 3 -> random.nextLong();
      default -> random.nextLong(-1000, 1000);
    };
  }

  private static BigInteger big(long number, Dimension dimension) {
    BigInteger signed = BigInteger.valueOf(number);
    return dimension == Dimension.ADDRESS && number < 0 ? signed.add(MODULUS) : signed;
  }

  private static BigInteger floor(BigInteger x, BigInteger y) {
    BigInteger quotient = x.divide(y);
    boolean exact = quotient.multiply(y).equals(x);
    return exact || x.signum() == y.signum() ? quotient : quotient.subtract(BigInteger.ONE);
  }

  private static Optional<BigInteger> fitting(BigInteger number) {
    boolean fits = number.signum() >= 0 && number.compareTo(MODULUS) < 0;
    return fits ? Optional.of(number) : Optional.empty();
  }

  private static Optional<BigInteger> given(
      Operation operation, AddressArithmetic on, long x, long y) {
    try {
      return Optional.of(big(operation.apply(on, x, y), Dimension.ADDRESS));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private void exact(Operation operation, Wanted wanted, boolean divides) {
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      Dimension left = SIDES.get(random.nextInt(3));
      Dimension right =
          left == Dimension.ADDRESS ? SIDES.get(random.nextInt(3)) : Dimension.ADDRESS;
      long x = number();
      long y = number();
      y = divides && y == 0 ? 1 : y;
      Optional<BigInteger> result = fitting(wanted.apply(big(x, left), big(y, right)));
      assertEquals(
          result, given(operation, new AddressArithmetic(left, right), x, y), x + " and " + y);
      refused += result.isPresent() ? 0 : 1;
    }
    assertTrue(refused > 100 && refused < 19_000, refused + " do not fit");
  }

  @Test
  void sumsDifferencesAndProductsAreExactOrRefused() {
    exact(AddressArithmetic::plus, BigInteger::add, false);
    exact(AddressArithmetic::minus, BigInteger::subtract, false);
    exact(AddressArithmetic::times, BigInteger::multiply, false);
  }

  @Test
  void quotientsAreRoundedDown() {
    exact(AddressArithmetic::floor, AddressArithmeticTest::floor, true);
    exact(AddressArithmetic::mod, (x, y) -> x.subtract(floor(x, y).multiply(y)), true);
  }

  @Test
  void theOrderIsThatOfTheNumbers() {
    for (int i = 0; i < 20_000; i++) {
      Dimension left = SIDES.get(random.nextInt(3));
      Dimension right =
          left == Dimension.ADDRESS ? SIDES.get(random.nextInt(3)) : Dimension.ADDRESS;
      long x = number();
      long y = number();
      assertEquals(
          big(x, left).compareTo(big(y, right)),
          Integer.signum(new AddressArithmetic(left, right).compare(x, y)),
          x + " and " + y);
    }
  }
}
