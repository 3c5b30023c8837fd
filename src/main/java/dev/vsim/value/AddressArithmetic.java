package dev.vsim.value;

import java.math.BigInteger;
import java.util.function.BinaryOperator;

/**
 * Whole numbers of which at least one is an address: addresses reach from 0 to 2^64 − 1 and compare
 * unsigned (rules.md R39, "Literals"), the others are signed, and what comes out is an address
 * again. What does not fit is an {@link ArithmeticException}, as in {@link Math}.
 */
public final class AddressArithmetic {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(Long.SIZE);

  private final boolean leftIsAddress;
  private final boolean rightIsAddress;

  /** For operands of these dimensions. */
  public AddressArithmetic(Dimension left, Dimension right) {
    this.leftIsAddress = left == Dimension.ADDRESS;
    this.rightIsAddress = right == Dimension.ADDRESS;
  }

  /** Whether numbers of these dimensions are to be joined here. */
  public static boolean concerns(Dimension left, Dimension right) {
    return left == Dimension.ADDRESS || right == Dimension.ADDRESS;
  }

  public boolean leftIsAddress() {
    return leftIsAddress;
  }

  public long plus(long x, long y) {
    return (x | y) >= 0 ? x + y : exact(x, y, BigInteger::add);
  }

  public long minus(long x, long y) {
    return (x | y) >= 0 && x >= y ? x - y : exact(x, y, BigInteger::subtract);
  }

  public long times(long x, long y) {
    boolean small = (x | y) >= 0 && Math.multiplyHigh(x, y) == 0;
    return small ? x * y : exact(x, y, BigInteger::multiply);
  }

  /** The quotient rounded down; {@code y} is not 0. */
  public long floor(long x, long y) {
    return (x | y) >= 0 ? x / y : exact(x, y, AddressArithmetic::floor);
  }

  /** What the floor division leaves; {@code y} is not 0. */
  public long mod(long x, long y) {
    return (x | y) >= 0 ? x % y : exact(x, y, (a, b) -> a.subtract(floor(a, b).multiply(b)));
  }

  /** Less than 0, 0 or more than 0. */
  public int compare(long x, long y) {
    if (x < 0 && !leftIsAddress) {
      return y < 0 && !rightIsAddress ? Long.compare(x, y) : -1;
    }
    return y < 0 && !rightIsAddress ? 1 : Long.compareUnsigned(x, y);
  }

  private long exact(long x, long y, BinaryOperator<BigInteger> operation) {
    BigInteger result = operation.apply(big(x, leftIsAddress), big(y, rightIsAddress));
    if (result.signum() < 0 || result.compareTo(MODULUS) >= 0) {
      throw new ArithmeticException("no address");
    }
    return result.longValue();
  }

  private static BigInteger big(long number, boolean address) {
    BigInteger signed = BigInteger.valueOf(number);
    return address && number < 0 ? signed.add(MODULUS) : signed;
  }

  private static BigInteger floor(BigInteger x, BigInteger y) {
    BigInteger[] parts = x.divideAndRemainder(y);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != y.signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** {@code x} as it is read: an address as a number from 0 up. */
  public static double real(long x) {
    return big(x, true).doubleValue();
  }
}
