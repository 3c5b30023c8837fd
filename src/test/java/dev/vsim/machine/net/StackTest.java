package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Told;
import dev.vsim.machine.net.NicSettings.Card;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.virt.Vm;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stacks on a network: ARP, fragments, leases, routes (rules.md R25, R26). */
class StackTest {
  private static final long SECOND = 1_000_000_000L;

  private final Lab lab = new Lab(Told.visible());

  private static List<String> kinds(List<String> lines) {
    return lines.stream().map(l -> l.substring(0, l.indexOf(' '))).toList();
  }

  @Test
  void whoeverIsNotThereIsAskedForThreeTimes() {
    Station linux = lab.station(lab.vm("linux", Lab.nic(Mode.BRIDGE)));
    Undertaking ping = lab.traffic().ping(linux, Lab.ip("192.168.1.200"), 1, 1, 56, false);
    assertTrue(lab.run(ping));
    assertEquals(3 * SECOND, lab.machine().clock().now());
    List<String> lines = lab.lines();
    assertEquals(3, lines.stream().filter(l -> l.startsWith("arp-request linux.nic0")).count());
    assertEquals(
        "drop linux.nic0 reason arp-timeout from 192.168.1.101 to 192.168.1.200",
        lines.get(lines.size() - 1));
  }

  @Test
  void aNeighbourIsKnownForTwentyMinutes() {
    Station linux = lab.station(lab.vm("linux", Lab.nic(Mode.BRIDGE)));
    int router = Lab.ip("192.168.1.1");
    lab.ping(linux, router);
    lab.lines();
    lab.pass(20 * 60 * SECOND - SECOND);
    lab.ping(linux, router);
    assertEquals(0, lab.lines("arp-request").size());
    lab.pass(2 * SECOND);
    lab.ping(linux, router);
    assertEquals(1, lab.lines("arp-request").size());
  }

  @Test
  void twoWithOneAddressAreFoundOut() {
    NicSettings nic = Lab.nic(Mode.BRIDGE);
    lab.vm("a", Lab.withIp(nic, Lab.ip("192.168.1.150")));
    Station b = lab.station(lab.vm("b", Lab.withIp(nic, Lab.ip("192.168.1.150"))));
    lab.ping(b, Lab.ip("192.168.1.1"));
    assertEquals(
        List.of("address-conflict a.nic0 ip 192.168.1.150 mac 00:0C:29:00:00:02"),
        lab.lines("address-conflict"));
  }

  @Test
  void whatIsTooLongIsCutAndPutTogetherAgain() {
    Station a = lab.station(lab.vm("a", Lab.nic(Mode.BRIDGE)));
    Station b = lab.station(lab.vm("b", Lab.nic(Mode.BRIDGE)));
    assertTrue(lab.run(lab.traffic().ping(a, b.address(a), 1, 1, 10_000, false)));
    List<String> lines = lab.lines();
    List<String> fragments =
        lines.stream()
            .filter(l -> l.startsWith("frame-rx b.nic0") && l.contains(" fragment "))
            .map(l -> Lab.field(l, "fragment"))
            .toList();
    assertEquals(List.of("0", "1480", "2960", "4440", "5920", "7400", "8880"), fragments);
    assertEquals(1, lines.stream().filter(l -> l.startsWith("echo-reply a.nic0")).count());
  }

  @Test
  void whatMustNotBeCutIsLostAtTheSender() {
    Station a = lab.station(lab.vm("a", Lab.nic(Mode.BRIDGE)));
    Station b = lab.station(lab.vm("b", Lab.nic(Mode.BRIDGE)));
    lab.run(lab.traffic().ping(a, b.address(a), 1, 1, 10_000, true));
    assertEquals(
        List.of("drop a.nic0 reason mtu from 192.168.1.101 to 192.168.1.102"), lab.lines("drop"));
  }

  @Test
  void aFragmentWaitsHalfAMinuteForTheOthers() {
    Vm a = lab.vm("a", Lab.nic(Mode.BRIDGE));
    Stack stack = lab.station(a).stack();
    byte[] whole = dev.vsim.machine.net.packet.Udp.patterned(1, 1, 2, 2, 3000);
    dev.vsim.machine.net.packet.Ipv4.seal(whole, 1, 64);
    Reassembly reassembly = new Reassembly(lab.network().world());
    byte[] first = dev.vsim.machine.net.packet.Ipv4.fragment(whole, 0, 1480);
    assertTrue(reassembly.add(stack.routes().first(), first).isEmpty());
    lab.pass(31 * SECOND);
    assertEquals(
        List.of("drop a.nic0 reason reassembly from 0.0.0.1:1 to 0.0.0.2:2"), lab.lines("drop"));
  }

  @Test
  void hopsAreCounted() {
    Station linux = lab.station(lab.vm("linux", Lab.nic(Mode.NAT)));
    for (int ttl = 1; ttl <= 3; ttl++) {
      Datagram few = new Datagram(9, 4, Optional.of(5), Optional.empty(), ttl, false);
      lab.run(lab.traffic().send(linux, Lab.ip("8.8.8.8"), few));
    }
    List<String> drops = lab.lines("drop");
    assertEquals(
        List.of("drop nat0 reason ttl", "drop router reason ttl"),
        drops.stream().map(l -> l.substring(0, l.indexOf(" from"))).toList());
  }

  @Test
  void aHostOnlyNetworkHasNoWayOut() {
    Station inner = lab.station(lab.vm("inner", Lab.nic(Mode.HOST_ONLY)));
    lab.send(inner, Lab.ip("8.8.8.8"), 9, 5);
    List<String> lines = lab.lines();
    assertEquals(List.of("drop inner.nic0 reason no-route from 192.168.50.10 to 8.8.8.8"), lines);
    assertTrue(lab.ping(inner, Lab.ip("192.168.50.1")));
    assertEquals(1, lab.lines("echo-reply").size());
  }

  @Test
  void aLeaseTakesFourMessagesAndLastsAnHour() {
    NicSettings nic = Lab.nic(Mode.NAT);
    NicSettings asking =
        new NicSettings(
            nic.card(), nic.network(), nic.mac(), nic.ip(), 1500, 1, true, false, true, true);
    Station linux = lab.station(lab.vm("linux", asking));
    lab.ping(linux, Lab.ip("192.168.100.2"));
    List<String> lines = lab.lines();
    assertEquals(
        4,
        lines.stream().filter(l -> l.startsWith("frame-tx") && l.contains("length 342")).count());
    String lease = lines.stream().filter(l -> l.startsWith("dhcp-lease")).findFirst().orElseThrow();
    assertEquals(
        "dhcp-lease linux.nic0 ip 192.168.100.10 server 192.168.100.254 time 3600s", lease);
    lab.pass(3500 * SECOND);
    lab.ping(linux, Lab.ip("192.168.100.2"));
    assertEquals(0, lab.lines("dhcp-lease").size());
    lab.pass(200 * SECOND);
    lab.ping(linux, Lab.ip("192.168.100.2"));
    assertEquals(1, lab.lines("dhcp-lease").size());
  }

  @Test
  void addressesAreGivenInOrderOfDeclaration() {
    NicSettings bridged = Lab.nic(Mode.BRIDGE);
    Vm a = lab.vm("a", bridged);
    Vm b = lab.vm("b", Lab.withIp(bridged, Lab.ip("192.168.1.102")));
    Vm c = lab.vm("c", bridged, Lab.nic(Mode.HOST_ONLY));
    assertEquals(
        List.of("192.168.1.101", "192.168.1.102", "192.168.1.103", "192.168.50.10"),
        List.of(a, b, c).stream()
            .flatMap(vm -> lab.network().cards(vm).stream())
            .map(nic -> nic.ip().print())
            .toList());
    lab.network().guests().remove(b);
    Vm d = lab.vm("d", bridged);
    assertEquals("192.168.1.102", lab.network().cards(d).get(0).ip().print(), "the lowest free");
    assertEquals("00:0C:29:00:00:05", lab.network().cards(d).get(0).mac().print());
  }

  @Test
  void aFullNetworkGivesNoAddress() {
    Subnet subnet = new Subnet(Lab.ip("10.0.0.0"), 24, 0, 101, Integer.MAX_VALUE);
    for (int i = 101; i <= 254; i++) {
      assertEquals(Lab.ip("10.0.0." + i), subnet.next(i));
    }
    assertEquals(Subnet.NONE, subnet.next(1));
  }

  @Test
  void anInterruptComesAfterTheDoorbellsExit() {
    Lab open = new Lab(Told.only("vm-exit", "vm-entry", "frame-tx", "frame-rx"));
    Vm linux = open.vm("linux", Lab.nic(Mode.HOST_ONLY));
    open.ping(open.station(linux), Lab.ip("192.168.50.1"));
    List<String> of = open.lines().stream().filter(l -> l.contains("linux")).toList();
    assertEquals(
        List.of(
            "vm-exit linux.vcpu0 reason ept-violation number 48 device nic0 register txprod",
            "vm-entry linux.vcpu0 device nic0"),
        of.subList(0, 2));
    assertEquals(List.of("vm-exit", "vm-entry", "frame-tx"), kinds(of).subList(0, 3));
    assertEquals(
        List.of(
            "vm-exit linux.vcpu0 reason external-interrupt number 1 device nic0",
            "vm-entry linux.vcpu0 inject 64 device nic0",
            "vm-exit linux.vcpu0 reason wrmsr number 32 device nic0 register eoi",
            "vm-entry linux.vcpu0 device nic0"),
        of.subList(3, 7));
    assertEquals("frame-rx", kinds(of).get(7));
  }

  @Test
  void anEmulatedCardExitsForEachRegister() {
    Lab open = new Lab(Told.only("vm-exit"));
    Vm linux = open.vm("linux", Lab.nic(Card.E1000, new NicSettings.Attachment.Of(Mode.HOST_ONLY)));
    open.ping(open.station(linux), Lab.ip("192.168.50.1"));
    List<String> registers = open.lines().stream().map(l -> Lab.field(l, "register")).toList();
    List<String> sent = List.of("tdt", "", "icr", "imc", "ims", "eoi");
    List<String> received = List.of("", "icr", "imc", "ims", "rdt", "eoi");
    assertEquals(sent, registers.subList(0, 6));
    assertEquals(received, registers.subList(6, 12));
    assertEquals(24, registers.size());
    assertEquals(24, linux.exits());
  }
}
