package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Told;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.virt.Vm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The NAT device: who gets out as whom, and who gets in (rules.md R27). */
class NatTest {
  private static final int SERVER = Lab.ip("8.8.8.8");
  private static final int OTHER = Lab.ip("9.9.9.9");
  private static final int HOST = Lab.ip("192.168.1.100");
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab(Told.visible());
  private final Vm linux = lab.vm("linux", Lab.nic(Mode.NAT));
  private final Vm windows = lab.vm("windows", Lab.nic(Mode.NAT));

  private NatTable table() {
    return lab.network().nat(linux).table();
  }

  private boolean fromOutside(int from, int fromPort, int toPort) {
    Datagram unasked =
        new Datagram(toPort, 20, Optional.of(fromPort), Optional.of(from), 64, false);
    return lab.run(lab.traffic().send(lab.internet(), HOST, unasked));
  }

  private List<String> told(String kind) {
    return lab.lines(kind);
  }

  @Test
  void oneMappingServesWhateverTheInsideTalksTo() {
    lab.send(lab.station(linux), SERVER, 99, 80);
    lab.send(lab.station(linux), OTHER, 98, 80);
    lab.send(lab.station(windows), SERVER, 99, 443);
    assertEquals(
        List.of(
            "nat-map nat0 inside 192.168.100.10:80 outside 192.168.1.100:12345 proto udp state active",
            "nat-map nat0 inside 192.168.100.11:443 outside 192.168.1.100:12346 proto udp state active"),
        told("nat-map"));
  }

  @Test
  void onlyWhoWasSentToGetsIn() {
    lab.send(lab.station(linux), SERVER, 99, 80);
    lab.lines();
    fromOutside(SERVER, 99, 12_345);
    List<String> in = lab.lines();
    assertTrue(in.stream().anyMatch(l -> l.startsWith("frame-rx linux.nic0")), in.toString());
    fromOutside(SERVER, 98, 12_345);
    fromOutside(OTHER, 99, 12_345);
    fromOutside(SERVER, 99, 12_346);
    assertEquals(
        List.of("nat-filtered", "nat-filtered", "nat-unknown"),
        told("drop").stream().map(l -> Lab.field(l, "reason")).toList());
  }

  @Test
  void aForwardedPortIsOpenToEverybodyAndAnswersAsItself() {
    NatTable.Rule rule = new NatTable.Rule(true, true, 8080, "linux", Lab.ip("192.168.100.10"), 80);
    NatDevice nat = lab.network().nat(linux);
    assertTrue(lab.traffic().forward(nat, rule));
    assertFalse(lab.traffic().forward(nat, rule));
    fromOutside(OTHER, 5, 8080);
    List<String> in = lab.lines();
    assertTrue(
        in.stream()
            .anyMatch(
                l -> l.startsWith("frame-rx linux.nic0") && l.contains("to 192.168.100.10:80")),
        in.toString());
    lab.send(lab.station(linux), OTHER, 5, 80);
    List<String> back = lab.lines();
    assertTrue(back.stream().noneMatch(l -> l.startsWith("nat-map")), back.toString());
    assertTrue(
        back.stream()
            .anyMatch(
                l -> l.startsWith("frame-rx internet") && l.contains("from 192.168.1.100:8080")),
        back.toString());
  }

  @Test
  void twoGuestsReachEachOtherByTheHostsAddress() {
    NatTable.Rule rule =
        new NatTable.Rule(false, true, 8080, "windows", Lab.ip("192.168.100.11"), 80);
    lab.traffic().forward(lab.network().nat(linux), rule);
    lab.send(lab.station(linux), HOST, 8080, 4000);
    List<String> lines = lab.lines();
    String in =
        lines.stream()
            .filter(l -> l.startsWith("frame-rx windows.nic0") && l.contains("ipv4"))
            .findFirst()
            .orElseThrow();
    assertEquals("192.168.1.100:12345", Lab.field(in, "from"));
    assertEquals("192.168.100.11:80", Lab.field(in, "to"));
  }

  @Test
  void anIdleMappingExpiresAfterTheLastThatWentOut() {
    lab.send(lab.station(linux), SERVER, 99, 80);
    lab.pass(200 * SECOND);
    lab.send(lab.station(linux), SERVER, 99, 80);
    lab.pass(299 * SECOND);
    assertEquals(1, table().mappings().size());
    lab.lines();
    lab.pass(2 * SECOND);
    assertEquals(
        List.of("nat-expire nat0 inside 192.168.100.10:80 outside 192.168.1.100:12345 proto udp"),
        lab.lines());
    lab.send(lab.station(linux), SERVER, 99, 80);
    assertEquals(12_346, table().mappings().get(0).outsidePort(), "ports go on");
  }

  @Test
  void whatComesInDoesNotKeepAMappingAlive() {
    lab.send(lab.station(linux), SERVER, 99, 80);
    lab.pass(299 * SECOND);
    fromOutside(SERVER, 99, 12_345);
    lab.pass(2 * SECOND);
    assertEquals(1, told("nat-expire").size());
  }

  @Test
  void anEchoIsMappedByItsIdentifierForAMinute() {
    assertTrue(lab.ping(lab.station(linux), SERVER));
    List<String> lines = lab.lines();
    assertTrue(
        lines.contains(
            "nat-map nat0 inside 192.168.100.10:1 outside 192.168.1.100:12345 proto icmp state active"));
    assertEquals(1, lines.stream().filter(l -> l.startsWith("echo-reply")).count());
    lab.pass(61 * SECOND);
    assertEquals(1, told("nat-expire").size());
  }

  @Test
  void aTcpMappingClosesWithItsConnection() {
    Undertaking transfer =
        lab.traffic()
            .transfer(lab.station(linux), SERVER, Optional.empty(), Lab.octets(10_000, 1 << 18));
    assertTrue(lab.run(transfer));
    NatMapping mapping = table().mappings().get(0);
    assertEquals("CLOSING", mapping.state().name());
    lab.pass(241 * SECOND);
    assertTrue(table().mappings().isEmpty());
  }

  /**
   * A connection that the device believes to stand is ended from outside when nothing has gone out
   * for longer than an ended one lives: its mapping ends at once.
   */
  @Test
  void aConnectionThatEndsLateTakesItsMappingAlong() {
    Nic uplink = lab.network().hosts().iterator().next().nics().get(0);
    lab.run(lab.traffic().link(uplink, false).orElseThrow());
    Tcp.Ends ends = new Tcp.Ends(Lab.ip("192.168.100.10"), 5, SERVER, 6);
    Undertaking cause = new Undertaking();
    lab.station(linux).stack().send(Tcp.bare(ends, 1, 1, Tcp.ACK, 100), cause);
    lab.run(cause);
    lab.run(lab.traffic().link(uplink, true).orElseThrow());
    lab.pass(300 * SECOND);
    assertEquals(1, table().mappings().size(), "as established, for 7440 s");

    Tcp.Ends back = new Tcp.Ends(SERVER, 6, HOST, 12_345);
    lab.internet().stack().send(Tcp.bare(back, 1, 1, Tcp.RST, 0), cause);
    lab.run(cause);
    lab.pass(1);
    assertTrue(table().mappings().isEmpty());
  }

  /** At every moment each inside end has one outside port and each outside port one inside end. */
  @Test
  void theMapIsABijection() {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      Vm vm = random.nextBoolean() ? linux : windows;
      int port = random.nextInt(1, 40);
      int to = SERVER + random.nextInt(3);
      lab.send(lab.station(vm), to, 99, port);
      if (random.nextInt(20) == 0) {
        lab.pass(random.nextInt(400) * SECOND);
        known.clear();
      }
      Set<String> insides = new HashSet<>();
      Set<Integer> outsides = new HashSet<>();
      for (NatMapping one : table().mappings()) {
        String inside = one.insideIp() + ":" + one.insidePort();
        assertTrue(insides.add(inside));
        assertTrue(outsides.add(one.outsidePort()));
        assertEquals(one.outsidePort(), known.getOrDefault(inside, one.outsidePort()));
        known.put(inside, one.outsidePort());
      }
    }
    long budget = lab.machine().budget().used();
    lab.pass(400 * SECOND);
    assertTrue(table().mappings().isEmpty());
    assertTrue(lab.machine().budget().used() < budget, "what expired is given back");
  }

  @Test
  void afterTheLastPortTheyGoOnFromTheLowest() {
    for (int i = 0; i < 65_535 - 12_345 + 1; i++) {
      lab.network().nat(linux).table().outbound(packet(i), port -> false);
    }
    int next =
        lab.network()
            .nat(linux)
            .table()
            .outbound(packet(60_000), p -> p == 1024)
            .orElseThrow()
            .outsidePort();
    assertEquals(1025, next, "1024 is the host's own");
  }

  private static byte[] packet(int port) {
    return dev.vsim.machine.net.packet.Udp.patterned(
        Lab.ip("192.168.100.77") + port / 60_000, port % 60_000 + 1, SERVER, 9, 4);
  }
}
