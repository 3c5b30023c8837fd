package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.DropReason;
import dev.vsim.machine.Host;
import dev.vsim.machine.Told;
import dev.vsim.machine.net.NicSettings.Attachment;
import dev.vsim.machine.net.NicSettings.Card;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is plugged into what: several hosts, loops, teams, VMs that move. */
class TopologyTest {
  private static final long GBPS = 1_000_000_000L;

  private final Lab lab = new Lab(Told.visible());

  private Switch physical(String name, SwitchPlan.Plug... plugs) {
    SwitchPlan plan =
        new SwitchPlan(
            name, Optional.empty(), SwitchSettings.DEFAULT, List.of(), false, List.of(plugs));
    return lab.network().declare(plan).orElseThrow();
  }

  private static SwitchPlan.Plug plug(int number, Subject peer) {
    return new SwitchPlan.Plug(number, Vlans.ALL, Optional.of(peer));
  }

  @Test
  void nothingIsThereUntilItIsNeeded() {
    lab.vm("linux", Lab.nic(Mode.BRIDGE));
    assertFalse(lab.network().isStarted());
    assertTrue(lab.machine().find("linux.vcpu0").isPresent());
    assertFalse(lab.machine().find("linux.nic1x").isPresent());
    assertTrue(lab.machine().find("vswitch0").isPresent());
    assertFalse(lab.network().isStarted(), "a name alone needs nothing");
    assertTrue(lab.machine().find("linux.nic0").isPresent());
    assertTrue(lab.network().isStarted());
  }

  @Test
  void aBareNameIsThatOfTheOnlyHost() {
    lab.host("esxi1");
    lab.host("esxi2");
    for (String name : List.of("vswitch0", "vmnet1", "vmnet8", "nat0")) {
      assertFalse(lab.machine().find(name).isPresent(), name);
      assertEquals("esxi2." + name, lab.machine().find("esxi2." + name).orElseThrow().path());
    }
    for (String name : List.of("esxi1.nic0", "esxi1.host0", "router.wan", "internet", "lan0")) {
      assertEquals(name, lab.machine().find(name).orElseThrow().path());
    }
    Lab one = new Lab(Told.nothing());
    one.host("alone");
    assertEquals("vswitch0", one.machine().find("vswitch0").orElseThrow().path());
    assertEquals("nic", one.machine().find("alone.vmnet8").orElseThrow().kind());
  }

  /** Two cables between two switches: what is flooded goes round until it is stopped. */
  @Test
  void aLoopEndsInAStormThatIsToldOnce() {
    Switch lan = lab.network().lan();
    physical("core", plug(1, lan), plug(2, lan));
    Station linux = lab.station(lab.vm("linux", Lab.nic(Mode.BRIDGE)));
    Undertaking ping = lab.traffic().ping(linux, Lab.ip("192.168.1.1"), 1, 1, 56, false);
    assertTrue(lab.run(ping), "it comes to an end");
    List<String> lines = lab.lines();
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("storm ")));
    assertTrue(lines.stream().anyMatch(l -> l.contains("reason storm")));
    assertTrue(lines.size() < 5000, "and soon: " + lines.size());
  }

  @Test
  void aTeamsSecondCardTakesOverAndGivesBack() {
    Host host = lab.host("host", Map.of(), GBPS, GBPS);
    HostNetwork inside = lab.network().host(host);
    SwitchPlan plan =
        new SwitchPlan(
            HostNetwork.BRIDGED,
            Optional.of(host),
            SwitchSettings.DEFAULT,
            inside.nics(),
            false,
            List.of());
    lab.network().declare(plan);
    Station linux = lab.station(lab.vm("linux", Lab.nic(Mode.BRIDGE)));
    int router = Lab.ip("192.168.1.1");
    lab.ping(linux, router);
    lab.lines();
    lab.run(lab.traffic().link(inside.nics().get(0), false).orElseThrow());
    List<String> lines = lab.lines();
    assertEquals(
        List.of("link host.nic0 state down", "failover vswitch0 from nic0 to nic1"),
        lines.subList(0, 2));
    assertTrue(
        lines.contains("mac-learn lan0 mac 00:0C:29:00:00:01 port 2"),
        "what was known behind the dead port was forgotten: " + lines);
    lab.ping(linux, router);
    assertTrue(lab.lines().stream().anyMatch(l -> l.startsWith("frame-tx host.nic1")));
    lab.run(lab.traffic().link(inside.nics().get(0), true).orElseThrow());
    assertTrue(lab.lines().contains("mac-learn lan0 mac 00:0C:29:00:00:01 port 1 moved true"));
    lab.run(lab.traffic().link(inside.nics().get(0), false).orElseThrow());
    lab.run(lab.traffic().link(inside.nics().get(1), false).orElseThrow());
    lab.lines();
    lab.run(lab.traffic().ping(linux, router, 1, 1, 56, false));
    List<String> cutOff = lab.lines();
    assertTrue(cutOff.contains("flood vswitch0 from 1"), "nobody is known behind the uplink");
    assertTrue(cutOff.stream().noneMatch(l -> l.startsWith("frame-tx host")));
  }

  @Test
  void aVmThatHasMovedIsAnnouncedAndReachedThere() {
    Host one = lab.host("esxi1");
    Host two = lab.host("esxi2");
    Vm linux = lab.vm("linux", one, Lab.nic(Mode.BRIDGE));
    Station router = lab.router();
    int address = lab.station(linux).address(router);
    lab.ping(router, address);
    Guests guests = lab.network().guests();
    assertTrue(guests.canMove(linux, two));
    guests.silence(linux, DropReason.PAUSED);
    lab.lines();
    lab.ping(router, address);
    assertTrue(
        lab.lines("drop").get(0).startsWith("drop linux.nic0 reason paused"),
        "held, it hears nothing");
    guests.move(linux, two);
    assertTrue(lab.run(guests.announce(linux)));
    assertEquals(
        List.of(
            "mac-learn esxi2.vswitch0 mac 00:0C:29:00:00:01 port 1",
            "flood esxi2.vswitch0 from 1",
            "frame-tx esxi2.nic0 src 00:0C:29:00:00:01 dst FF:FF:FF:FF:FF:FF type rarp length 60 vlan 0",
            "frame-rx esxi2.host0 src 00:0C:29:00:00:01 dst FF:FF:FF:FF:FF:FF type rarp length 60 vlan 0",
            "mac-learn lan0 mac 00:0C:29:00:00:01 port 2 moved true",
            "flood lan0 from 2"),
        lab.lines().subList(0, 6));
    guests.hear(linux);
    lab.ping(router, address);
    List<String> lines = lab.lines();
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("frame-rx linux.nic0")));
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("echo-reply router")));
    assertTrue(lines.stream().noneMatch(l -> l.startsWith("frame-tx esxi1")));
  }

  @Test
  void aVmMovesOnlyToItsLike() {
    Host one = lab.host("esxi1");
    Host two = lab.host("esxi2");
    Switch bridged = lab.network().host(one).standard(HostNetwork.BRIDGED);
    PortGroup group = lab.network().declareGroup("prod", bridged, 200, Security.DEFAULT);
    Vm inGroup = lab.vm("a", one, Lab.nic(Card.VMXNET3, new Attachment.ToGroup(group)));
    Vm behindNat = lab.vm("b", one, Lab.nic(Mode.NAT));
    Vm without = lab.vm("c", one);
    Guests guests = lab.network().guests();
    assertFalse(guests.canMove(inGroup, two));
    assertFalse(guests.canMove(behindNat, two));
    assertTrue(guests.canMove(without, two));
    Switch there = lab.network().host(two).standard(HostNetwork.BRIDGED);
    lab.network().declareGroup("prod2", there, 200, Security.DEFAULT);
    assertTrue(guests.canMove(inGroup, two));
    lab.network().start();
    guests.move(inGroup, two);
    assertEquals("prod2", lab.network().cards(inGroup).get(0).group().orElseThrow().path());
  }

  @Test
  void aSwitchOfItsOwnHasNoUplinkAndNoHostUnlessItIsSaid() {
    Host host = lab.host("host", Map.of(), GBPS, GBPS);
    HostNetwork inside = lab.network().host(host);
    SwitchPlan plan =
        new SwitchPlan(
            "lonely", Optional.of(host), SwitchSettings.DEFAULT, List.of(), false, List.of());
    Switch lonely = lab.network().declare(plan).orElseThrow();
    SwitchPlan second =
        new SwitchPlan(
            "second",
            Optional.of(host),
            SwitchSettings.DEFAULT,
            List.of(inside.nics().get(0)),
            true,
            List.of());
    lab.network().declare(second);
    Station linux =
        lab.station(lab.vm("linux", Lab.nic(Card.E1000, new Attachment.ToSwitch(lonely))));
    lab.run(lab.traffic().ping(linux, Lab.ip("192.168.1.1"), 1, 1, 56, false));
    assertTrue(lab.lines().stream().noneMatch(l -> l.startsWith("frame-tx host.nic0")));
    assertEquals("host.second", lab.machine().find("host.second").orElseThrow().path());
    assertEquals(
        List.of("host.nic0"),
        inside
            .team((Switch) lab.machine().find("second").orElseThrow())
            .orElseThrow()
            .nics()
            .stream()
            .map(Subject::path)
            .toList());
    assertFalse(
        inside.team(inside.standard(HostNetwork.BRIDGED)).isPresent(), "its uplink was moved away");
  }

  /** The physical switch's trunk carries its VLANs only, and the access port takes no tags. */
  @Test
  void aPhysicalSwitchKeepsTeamsApart() {
    Host one = lab.host("esxi1");
    Host two = lab.host("esxi2");
    HostNetwork first = lab.network().host(one);
    HostNetwork second = lab.network().host(two);
    physical(
        "core",
        new SwitchPlan.Plug(1, Vlans.trunk(List.of(100, 200)), Optional.of(first.nics().get(0))),
        new SwitchPlan.Plug(2, Vlans.trunk(List.of(100)), Optional.of(second.nics().get(0))));
    Vm[] vms = new Vm[4];
    Host[] on = {one, two, one, two};
    int[] vlan = {100, 100, 200, 200};
    for (int i = 0; i < 4; i++) {
      Switch bridged = lab.network().host(on[i]).standard(HostNetwork.BRIDGED);
      PortGroup group = lab.network().declareGroup("g" + i, bridged, vlan[i], Security.DEFAULT);
      vms[i] = lab.vm("v" + i, on[i], Lab.nic(Card.VMXNET3, new Attachment.ToGroup(group)));
    }
    assertTrue(replies(vms[0], vms[1]));
    assertFalse(replies(vms[2], vms[3]), "the second trunk does not carry 200");
    assertFalse(replies(vms[0], vms[2]), "two VLANs never meet");
  }

  private boolean replies(Vm from, Vm to) {
    Station sender = lab.station(from);
    lab.lines();
    lab.ping(sender, lab.station(to).address(sender));
    return !lab.lines("echo-reply").isEmpty();
  }
}
