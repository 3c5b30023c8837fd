package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.net.packet.Udp;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The hash by which frames find their queue. */
class SteeringTest {
  /** Microsoft, "Verifying the RSS Hash Calculation": its IPv4 table. */
  @Test
  void theHashIsMicrosofts() {
    assertHash("66.9.149.187", 2794, "161.142.100.80", 1766, 0x51ccc178, 0x323e8fc2);
    assertHash("199.92.111.2", 14230, "65.69.140.83", 4739, 0xc626b0ea, 0xd718262a);
    assertHash("24.19.198.95", 12898, "12.22.207.184", 38024, 0x5c2b394a, 0xd2d0a5de);
    assertHash("38.27.205.30", 48228, "209.142.163.6", 2217, 0xafc7327f, 0x82989176);
    assertHash("153.39.163.191", 44251, "202.188.127.2", 1303, 0x10e828a2, 0x5d1809c5);
  }

  private static void assertHash(
      String from, int fromPort, String to, int toPort, int withPorts, int without) {
    int ports = fromPort << 16 | toPort;
    assertEquals(withPorts, Steering.hash(ip(from), ip(to), ports, true));
    assertEquals(without, Steering.hash(ip(from), ip(to), ports, false));
  }

  static int ip(String text) {
    int bits = 0;
    for (String octet : text.split("\\.", -1)) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    return bits;
  }

  @Test
  void flowsSpreadOverAllQueuesAndEachKeepsToOne() {
    Steering steering = new Steering(4);
    BitSet used = new BitSet();
    for (int port = 50_000; port < 50_064; port++) {
      byte[] packet = Udp.patterned(ip("10.0.0.1"), port, ip("10.0.0.2"), 80, 20);
      dev.vsim.machine.net.packet.Ethernet.address(packet, 2, 4, 0x0800);
      dev.vsim.machine.net.packet.Ipv4.seal(packet, 1, 64);
      int queue = steering.queue(packet);
      assertEquals(queue, steering.queue(packet.clone()));
      assertTrue(queue >= 0 && queue < 4);
      used.set(queue);
    }
    assertEquals(4, used.cardinality());
  }
}
