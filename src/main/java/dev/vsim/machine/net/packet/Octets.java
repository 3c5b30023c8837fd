package dev.vsim.machine.net.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in an array of octets, the most significant octet first (RFC 1700, "Data Notation"). */
final class Octets {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private Octets() {}

  static int get8(byte[] octets, int at) {
    return octets[at] & 0xFF;
  }

  static int get16(byte[] octets, int at) {
    return (short) SHORTS.get(octets, at) & 0xFFFF;
  }

  static int get32(byte[] octets, int at) {
    return (int) INTS.get(octets, at);
  }

  static long get48(byte[] octets, int at) {
    return (long) get16(octets, at) << 32 | get32(octets, at + 2) & 0xFFFF_FFFFL;
  }

  static void put8(byte[] octets, int at, int value) {
    octets[at] = (byte) value;
  }

  static void put16(byte[] octets, int at, int value) {
    SHORTS.set(octets, at, (short) value);
  }

  static void put32(byte[] octets, int at, int value) {
    INTS.set(octets, at, value);
  }

  static void put48(byte[] octets, int at, long value) {
    put16(octets, at, (int) (value >>> 32));
    put32(octets, at + 2, (int) value);
  }
}
