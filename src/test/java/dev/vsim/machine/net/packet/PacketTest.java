package dev.vsim.machine.net.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The formats, octet by octet where a document or an independent tool says so. */
class PacketTest {
  private static final int GUEST = ip(192, 168, 100, 10);
  private static final int HOST = ip(192, 168, 1, 100);
  private static final int SERVER = ip(8, 8, 8, 8);

  private static int ip(int a, int b, int c, int d) {
    return a << 24 | b << 16 | c << 8 | d;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** RFC 1071, section 3: 0001 f203 f4f5 f6f7 sums up to ddf2. */
  @Test
  void theChecksumIsThatOfTheRfc() {
    byte[] octets = hex("0001 f203 f4f5 f6f7");
    assertEquals(~0xddf2 & 0xFFFF, Checksum.of(Checksum.sum(octets, 0, 8)));
  }

  @Test
  void theChecksumIsThatOfWordsAddedOneByOne() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 2000; i++) {
      byte[] octets = new byte[random.nextInt(200)];
      random.nextBytes(octets);
      int from = octets.length == 0 ? 0 : random.nextInt(octets.length);
      long sum = 0;
      for (int at = from; at < octets.length; at += 2) {
        int low = at + 1 < octets.length ? octets[at + 1] & 0xFF : 0;
        sum += (octets[at] & 0xFF) << 8 | low;
        sum = (sum & 0xFFFF) + (sum >>> 16);
      }
      assertEquals(~(int) sum & 0xFFFF, Checksum.of(Checksum.sum(octets, from, octets.length)));
    }
  }

  /** rules.md 5.3: the query's checksum is d59e inside the NAT device and c80c outside. */
  @Test
  void theQuerysChecksumsAreThoseOfTheWorkedExample() {
    byte[] query = Udp.of(GUEST, 49_152, SERVER, Dns.PORT, Dns.query(1, 512));
    assertEquals(14 + 20 + 8 + 512, query.length);
    assertEquals(0xd59e, Octets.get16(query, Ipv4.PAYLOAD + 6));
    byte[] outside = Ports.from(query, HOST, 12_345);
    assertEquals(0xc80c, Octets.get16(outside, Ipv4.PAYLOAD + 6));
    assertEquals(12_345, Ports.source(outside));
    assertEquals(HOST, Ipv4.source(outside));
    assertTrue(Ipv4.isSound(outside));
  }

  @Test
  void anArpRequestLooksAsRfc826SaysAndIsReadBack() {
    ArpPacket request = ArpPacket.request(0x000C_2900_0001L, GUEST, SERVER);
    byte[] frame = request.frame(Ethernet.BROADCAST);
    byte[] expected =
        hex(
            "ffffffffffff 000c29000001 0806 0001 0800 06 04 0001"
                + " 000c29000001 c0a8640a 000000000000 08080808"
                + " 000000000000000000000000000000000000");
    assertArrayEquals(expected, frame);
    assertTrue(ArpPacket.isSound(frame));
    assertEquals(request, ArpPacket.read(frame));
    ArpPacket answer = request.answer(0x0200_C0A8_0101L);
    assertEquals(answer, ArpPacket.read(answer.frame(request.senderMac())));
    assertEquals(Ethernet.RARP, Ethernet.type(ArpPacket.announcement(5).frame(-1)));
  }

  @Test
  void tagsGoOnAndOff() {
    byte[] frame = Ethernet.patterned(1, 2, Ethernet.EXPERIMENTAL, 100);
    byte[] tagged = Ethernet.tagged(frame, 4094);
    assertEquals(frame.length + 4, tagged.length);
    assertEquals(4094, Ethernet.vlan(tagged));
    assertEquals(Ethernet.EXPERIMENTAL, Ethernet.type(tagged));
    assertEquals(100, Ethernet.payload(tagged));
    assertArrayEquals(frame, Ethernet.untagged(tagged));
  }

  @Test
  void anEchoComesBackWithItsData() {
    byte[] request = Icmp.request(GUEST, SERVER, 7, 3, 56);
    byte[] reply = Icmp.reply(request);
    assertTrue(Icmp.isRequest(request) && Icmp.isReply(reply));
    assertEquals(SERVER, Ipv4.source(reply));
    assertEquals(7, Icmp.identifier(reply));
    assertEquals(3, Icmp.sequence(reply));
    assertEquals(0, Checksum.of(Checksum.sum(reply, Ipv4.PAYLOAD, Ipv4.end(reply))));
    assertEquals(55, reply[Ipv4.PAYLOAD + 8 + 55]);
  }

  @Test
  void fragmentsMakeTheWholeAgainInAnyOrder() {
    byte[] whole = Udp.patterned(GUEST, 1, SERVER, 2, 5000);
    Ipv4.seal(whole, 9, 64);
    byte[] again = Ipv4.whole(Ipv4.fragment(whole, 0, 1480), 5008);
    for (int offset : new int[] {4440, 0, 2960, 1480}) {
      byte[] part = Ipv4.fragment(whole, offset, Math.min(1480, 5008 - offset));
      assertTrue(Ipv4.isFragment(part) && Ipv4.isSound(part));
      assertEquals(offset != 4440, Ipv4.hasMore(part));
      assertEquals(offset, Ipv4.offset(part));
      assertFalse(Ipv4.mustNotBeCut(part));
      Ipv4.fill(again, part);
    }
    assertArrayEquals(Udp.data(whole), Udp.data(again));
    assertEquals(9, Ipv4.identification(again));
  }

  @Test
  void everySegmentsChecksumIsRight() {
    Tcp.Ends ends = new Tcp.Ends(GUEST, 49_152, SERVER, 80);
    byte[] syn = Tcp.syn(ends, 100, 0, Tcp.SYN, 65_535, 1460, 3);
    assertEquals(1460, Tcp.mss(syn));
    assertEquals(3, Tcp.scale(syn));
    assertEquals(0, Tcp.length(syn));
    byte[] data = Tcp.data(ends, 101, 1, Tcp.ACK, 32_768, 0, 1461);
    assertEquals(1461, Tcp.length(data));
    byte[] moved = Ports.to(Ports.from(data, HOST, 12_345), GUEST, 8080);
    for (byte[] segment : new byte[][] {syn, data, moved}) {
      long sum = Checksum.sum(segment, Ipv4.PAYLOAD, Ipv4.end(segment));
      assertEquals(0, Checksum.of(sum + Ipv4.pseudoHeader(segment)));
    }
  }

  @Test
  void aLeaseIsReadAsItWasWritten() {
    Dhcp offer = new Dhcp(Dhcp.OFFER, 5, 0x000C_2900_0001L, GUEST, SERVER, HOST, 24, 3600);
    assertTrue(Dhcp.isSound(offer.octets()));
    assertEquals(offer, Dhcp.read(offer.octets()));
    Dhcp request = new Dhcp(Dhcp.REQUEST, 5, 9, GUEST, SERVER, 0, 0, 0);
    assertEquals(request, Dhcp.read(request.octets()));
    assertFalse(Dhcp.isSound(new byte[300]));
    assertFalse(Dhcp.isSound(new byte[3]));
  }

  @Test
  void whatIsNoPacketIsNotSound() {
    assertFalse(Ipv4.isSound(Ethernet.patterned(1, 2, Ethernet.IPV4, 46)));
    assertFalse(ArpPacket.isSound(Ethernet.patterned(1, 2, Ethernet.ARP, 46)));
    byte[] packet = Udp.patterned(GUEST, 1, SERVER, 2, 10);
    Ipv4.seal(packet, 1, 64);
    assertTrue(Ipv4.isSound(packet));
    packet[Ipv4.START + 8]++;
    assertFalse(Ipv4.isSound(packet));
  }
}
