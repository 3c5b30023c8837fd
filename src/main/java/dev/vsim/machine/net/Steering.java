package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;

/**
 * Which queue of a card a frame goes through: receive side scaling's Toeplitz hash over addresses
 * and ports, with the key of Microsoft's specification ("Verifying the RSS Hash Calculation"),
 * modulo the number of queues; what is not IPv4 goes through queue 0.
 */
final class Steering {
  private static final int[] KEY = {
    0x6d, 0x5a, 0x56, 0xda, 0x25, 0x5b, 0x0e, 0xc2, 0x41, 0x67, 0x25, 0x3d, 0x43, 0xa3, 0x8f, 0xb0,
    0xd0, 0xca, 0x2b, 0xcb, 0xae, 0x7b, 0x30, 0xb4, 0x77, 0xcb, 0x2d, 0xa3, 0x80, 0x30, 0xf2, 0x0c,
    0x6a, 0x42, 0xb7, 0x3b, 0xbe, 0xac, 0x01, 0xfa
  };

  private final int queues;

  Steering(int queues) {
    this.queues = queues;
  }

  /** The queue of a frame, from 0. */
  int queue(byte[] frame) {
    boolean isPlain = queues == 1 || Ethernet.isTagged(frame);
    if (isPlain || Ethernet.type(frame) != Ethernet.IPV4 || !Ipv4.isSound(frame)) {
      return 0;
    }
    boolean ports = Ports.isThere(frame) && Ipv4.protocol(frame) != Ipv4.ICMP;
    int hash =
        hash(
            Ipv4.source(frame),
            Ipv4.destination(frame),
            ports ? Ports.source(frame) << Short.SIZE | Ports.destination(frame) : 0,
            ports);
    return Integer.remainderUnsigned(hash, queues);
  }

  /**
   * The hash itself.
   *
   * @param ports source and destination port in one word
   * @param withPorts whether they count
   */
  static int hash(int source, int destination, int ports, boolean withPorts) {
    int hash = word(source, 0) ^ word(destination, Integer.BYTES);
    return withPorts ? hash ^ word(ports, 2 * Integer.BYTES) : hash;
  }

  /** The part of the hash that 32 bits of the input give, which begin at an octet of it. */
  private static int word(int bits, int at) {
    int hash = 0;
    for (int i = 0; i < Integer.SIZE; i++) {
      if ((bits >>> Integer.SIZE - 1 - i & 1) != 0) {
        hash ^= window(at * Byte.SIZE + i);
      }
    }
    return hash;
  }

  /** The 32 bits of the key that begin at one of its bits. */
  private static int window(int bit) {
    int first = bit / Byte.SIZE;
    long five = 0;
    for (int i = 0; i <= Integer.BYTES; i++) {
      five = five << Byte.SIZE | KEY[first + i];
    }
    return (int) (five >>> Byte.SIZE - bit % Byte.SIZE);
  }
}
