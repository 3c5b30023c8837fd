package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Told;
import dev.vsim.machine.net.packet.Ethernet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a switch does with a frame (rules.md R28), and what it never does. */
class SwitchTest {
  private static final long A = 0x000C_2900_0001L;
  private static final long B = 0x000C_2900_0002L;

  private final Told told = Told.everything();

  private Bench bench(SwitchSettings settings) {
    return new Bench(told).with(settings);
  }

  private static SwitchSettings secured(Security security) {
    return new SwitchSettings(1500, true, SwitchSettings.USUAL_AGEING, security);
  }

  @Test
  void aFrameNeverGoesBackOutOfItsPort() {
    Bench bench = bench(SwitchSettings.DEFAULT);
    Port one = bench.port("1", Vlans.access(0));
    bench.port("2", Vlans.access(0));
    bench.in(one, A, Ethernet.BROADCAST, 0);
    bench.in(one, B, Ethernet.BROADCAST, 0);
    bench.out();
    told.lines();
    bench.in(one, A, B, 0);
    assertEquals(List.of(), bench.out());
    assertTrue(told.text().startsWith("drop s reason same-port port 1"));
  }

  @Test
  void anAddressThatMovesIsLearnedAgain() {
    Bench bench = bench(SwitchSettings.DEFAULT);
    Port one = bench.port("1", Vlans.access(0));
    Port two = bench.port("2", Vlans.access(0));
    bench.in(one, A, B, 0);
    bench.in(one, A, B, 0);
    bench.in(two, A, B, 0);
    List<String> learned = told.lines().stream().filter(l -> l.startsWith("mac-learn")).toList();
    assertEquals(
        List.of(
            "mac-learn s mac 00:0C:29:00:00:01 port 1",
            "mac-learn s mac 00:0C:29:00:00:01 port 2 moved true"),
        learned);
  }

  @Test
  void anAddressIsUnknownAfterItsTimeAndThenNewWithoutHavingMoved() {
    Bench bench = bench(SwitchSettings.DEFAULT);
    Port one = bench.port("1", Vlans.access(0));
    Port two = bench.port("2", Vlans.access(0));
    bench.port("3", Vlans.access(0));
    bench.in(one, A, B, 0);
    bench.out();
    bench.pass(299);
    bench.in(two, B, A, 0);
    assertEquals(List.of("1"), bench.out());
    bench.pass(1);
    bench.in(two, B, A, 0);
    assertEquals(List.of("1", "3"), bench.out());
    told.lines();
    bench.in(two, A, B, 0);
    assertEquals("mac-learn s mac 00:0C:29:00:00:01 port 2", told.lines().get(0));
  }

  @Test
  void tooLongAndForgedAndWrongVlanFramesAreDropped() {
    Bench bench = bench(secured(new Security(false, true, false)));
    Port one = bench.port("1", Vlans.access(0));
    one.restrict(bench.unit().settings().security(), A, false);
    bench.in(one, A, B, 0, 1501);
    bench.in(one, B, A, 0);
    bench.in(one, A, B, 7);
    assertEquals(
        List.of("drop s reason mtu", "drop s reason forged", "drop s reason vlan"),
        told.lines().stream().map(l -> l.substring(0, l.indexOf(" port"))).toList());
    bench.in(one, A, B, 0, 1500);
    assertEquals(0, told.lines().stream().filter(l -> l.startsWith("drop")).count());
  }

  @Test
  void aPortWhoseLinkIsDownNeitherSendsNorTakesIn() {
    Bench bench = bench(SwitchSettings.DEFAULT);
    Port one = bench.port("1", Vlans.access(0));
    Port two = bench.port("2", Vlans.access(0));
    bench.in(two, B, A, 0);
    two.link(false);
    bench.out();
    bench.in(one, A, B, 0);
    assertEquals(
        List.of(), bench.out(), "what was known behind it is forgotten, and it is passed over");
    told.lines();
    bench.in(two, B, A, 0);
    assertTrue(told.text().startsWith("drop s reason link port 2"));
  }

  @Test
  void aGuestThatChangedItsAddressIsCutOffWhereThatIsRejected() {
    Bench bench = bench(secured(new Security(false, false, true)));
    Port one = bench.port("1", Vlans.access(0));
    Port two = bench.port("2", Vlans.access(0));
    one.restrict(bench.unit().settings().security(), A, false);
    one.guestChanged(B);
    bench.in(one, B, Ethernet.BROADCAST, 0);
    bench.out();
    told.lines();
    bench.in(two, 0x77, B, 0);
    assertEquals(List.of(), bench.out());
    assertTrue(told.text().contains("drop s reason mac-changes port 1"));
    bench.in(two, 0x77, Ethernet.BROADCAST, 0);
    assertEquals(List.of("1"), bench.out(), "broadcasts still come");
  }

  @Test
  void aPromiscuousPortHearsWhatIsForwardedInItsVlan() {
    Security open = new Security(true, true, true);
    Bench bench = bench(secured(open));
    Port one = bench.port("1", Vlans.access(10));
    Port two = bench.port("2", Vlans.access(10));
    for (int vlan : new int[] {10, 20}) {
      Port ear = bench.port("ear" + vlan, Vlans.access(vlan));
      ear.restrict(open, 0x99, true);
      bench.unit().settled(ear);
    }
    bench.in(two, B, A, 0);
    bench.out();
    told.lines();
    bench.in(one, A, B, 0);
    assertEquals(List.of("2", "ear10"), bench.out());
    assertEquals(1, told.lines().stream().filter(l -> l.startsWith("forward")).count());
  }

  @Test
  void aSwitchThatDoesNotLearnKnowsItsOwnPortsAndSendsTheRestUp() {
    SwitchSettings settings = new SwitchSettings(1500, false, 0, Security.DEFAULT);
    Bench bench = bench(settings);
    Port up = bench.uplink();
    Port one = bench.port("1", Vlans.access(0));
    one.restrict(Security.DEFAULT, A, false);
    bench.unit().settled(one);
    Port two = bench.port("2", Vlans.access(0));
    bench.in(two, B, A, 0);
    assertEquals(List.of("1"), bench.out());
    bench.in(one, A, B, 0);
    assertEquals(List.of("uplink"), bench.out());
    told.lines();
    bench.in(up, 0x55, B, 0);
    assertEquals(List.of(), bench.out());
    assertTrue(told.text().startsWith("drop s reason unknown port uplink"));
  }

  @Test
  void tagsArePutOnAndTakenOffAsPortsWantIt() {
    Bench bench = bench(SwitchSettings.DEFAULT);
    Port access = bench.port("a", Vlans.access(100));
    bench.port("b", Vlans.access(200));
    bench.port("t", Vlans.trunk(List.of(100, 200)));
    bench.port("n", Vlans.trunk(List.of(100, 300), 100));
    Port all = bench.port("all", Vlans.ALL);
    bench.in(access, A, Ethernet.BROADCAST, 0);
    assertEquals(List.of("all:100", "n", "t:100"), bench.out());
    bench.in(all, B, Ethernet.BROADCAST, 200);
    assertEquals(List.of("b", "t:200"), bench.out());
    bench.in(all, B, Ethernet.BROADCAST, 0);
    assertEquals(List.of(), bench.out(), "no other port carries frames without a tag in VLAN 0");
  }

  /**
   * Random ports, VLANs and frames: what leaves, leaves by a port of the frame's VLAN, never by its
   * own, once a port; and each frame has exactly one fate.
   */
  @Test
  void noFrameCrossesVlansAndEachHasOneFate() {
    for (int seed = 0; seed < 60; seed++) {
      randomFrames(new SplittableRandom(seed));
    }
  }

  private void randomFrames(SplittableRandom random) {
    Bench bench = bench(SwitchSettings.DEFAULT);
    List<Port> ports = new ArrayList<>();
    Map<String, Integer> access = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      int vlan = random.nextInt(4) * 100;
      boolean trunk = random.nextInt(4) == 0;
      String name = "p" + i;
      ports.add(bench.port(name, trunk ? Vlans.ALL : Vlans.access(vlan)));
      access.put(name, trunk ? -1 : vlan);
    }
    for (int i = 0; i < 400; i++) {
      Port in = ports.get(random.nextInt(ports.size()));
      long to = random.nextInt(5) == 0 ? Ethernet.BROADCAST : A + random.nextInt(20);
      int tag = random.nextInt(3) == 0 ? random.nextInt(1, 4) * 100 : 0;
      told.lines();
      bench.in(in, A + random.nextInt(20), to, tag);
      int own = access.get(in.name());
      boolean taken = own < 0 || tag == 0;
      int vlan = own < 0 ? tag : own;
      List<String> out = bench.out();
      for (String one : out) {
        String port = one.contains(":") ? one.substring(0, one.indexOf(':')) : one;
        int carried = access.get(port);
        assertTrue(taken && !port.equals(in.name()) && (carried < 0 || carried == vlan), one);
        assertEquals(carried < 0 && vlan != 0 ? port + ":" + vlan : port, one);
      }
      assertEquals(out.size(), out.stream().distinct().count());
      List<String> fates =
          told.lines().stream()
              .map(l -> l.substring(0, l.indexOf(' ')))
              .filter(l -> !l.equals("mac-learn"))
              .toList();
      assertEquals(1, fates.size(), fates.toString());
      assertTrue(taken || fates.get(0).equals("drop"));
      if (taken && to == Ethernet.BROADCAST) {
        assertEquals("flood", fates.get(0));
        long members = access.values().stream().filter(v -> v < 0 || v == vlan).count();
        assertEquals(members - 1, out.size(), "everybody of the VLAN but who sent it");
      }
    }
  }
}
