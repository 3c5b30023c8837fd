package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Host;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.Told;
import dev.vsim.machine.net.NicSettings.Attachment;
import dev.vsim.machine.net.NicSettings.Card;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.virt.Vm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** rules.md R29's table, row by row and both ways, within 2%. */
class ThroughputTest {
  private static final long MBPS = 1_000_000L;
  private static final long GBPS = 1000 * MBPS;
  private static final long MEBIBYTES = 20L << 20;
  private static final long WINDOW = 256 << 10;
  private static final NicSettings E1000 = Lab.nic(Card.E1000, new Attachment.Of(Mode.BRIDGE));
  private static final NicSettings VMXNET3 = Lab.nic(Mode.BRIDGE);

  /** What one row says. */
  private record Row(
      String name, NicSettings nic, long line, int mtu, long bytes, long window, double mbps) {
    static Row of(String name, NicSettings nic, double mbps) {
      return new Row(name, nic, GBPS, 1500, MEBIBYTES, WINDOW, mbps);
    }

    Row line(long other) {
      return new Row(name, nic, other, mtu, bytes, window, mbps);
    }

    Row jumbo() {
      return new Row(name, Lab.withMtu(nic, 9000), line, 9000, bytes, window, mbps);
    }

    Row sending(long other) {
      return new Row(name, nic, line, mtu, other, window, mbps);
    }

    Row window(long other) {
      return new Row(name, nic, line, mtu, bytes, other, mbps);
    }
  }

  private static Stream<Row> rows() {
    return Stream.of(
        Row.of("e1000", E1000, 301.38),
        Row.of("vmxnet3", VMXNET3, 949.21),
        Row.of("vmxnet3, window 64K", VMXNET3, 856.55).window(64 << 10),
        Row.of("e1000, MTU 9000", E1000, 991.3).jumbo(),
        Row.of("vmxnet3, MTU 9000", VMXNET3, 991.3).jumbo(),
        Row.of("e1000 at 100 Mbps", E1000, 94.93).line(100 * MBPS),
        Row.of("vmxnet3 at 100 Mbps", VMXNET3, 94.93).line(100 * MBPS),
        Row.of("e1000 at 10 Gbps", E1000, 301.38).line(10 * GBPS),
        Row.of("vmxnet3 at 10 Gbps", VMXNET3, 9492).line(10 * GBPS).sending(100 << 20),
        Row.of("vmxnet3, 100 kB", VMXNET3, 893).sending(100_000),
        Row.of("vmxnet3, 1 MB", VMXNET3, 942).sending(1_000_000),
        Row.of("vmxnet3, 10 MB", VMXNET3, 949.0).sending(10_000_000));
  }

  @TestFactory
  Stream<DynamicTest> eachRowBothWays() {
    return rows()
        .flatMap(
            row ->
                Stream.of(
                    DynamicTest.dynamicTest(row.name + ", out", () -> check(row, true)),
                    DynamicTest.dynamicTest(row.name + ", in", () -> check(row, false))));
  }

  private static void check(Row row, boolean out) {
    near(row.mbps, rate(transfer(row, Map.of(), out)));
  }

  /** A driver that cuts the bursts itself rings once a segment; only the sender does that. */
  @Test
  void withoutSegmentationOffloadTheProcessorIsTheBound() {
    Row row =
        Row.of("vmxnet3 at 10 Gbps without TSO", Lab.withoutTso(VMXNET3), 6030).line(10 * GBPS);
    String end = transfer(row, Map.of(), true);
    near(6030, rate(end));
    assertTrue(Double.parseDouble(OneHost.field(end, "cpu")) > 0.99, end);
  }

  @Test
  void dearerExitsSlowTheEmulatedCardDown() {
    Row row = Row.of("e1000, exits at 2.4 us", E1000, 235.70);
    near(235.70, rate(transfer(row, Map.of(Cost.VM_EXIT, 2_400_000L), true)));
    near(235.70, rate(transfer(row, Map.of(Cost.VM_EXIT, 2_400_000L), false)));
  }

  @Test
  void withoutThePriceOfExitsTheWireIsTheBound() {
    Row row = Row.of("e1000, exits for nothing", E1000, 949.28);
    Map<Cost, Long> free = Map.of(Cost.VM_EXIT, 0L, Cost.DEVICE_EMULATE, 0L);
    near(949.28, rate(transfer(row, free, true)));
    near(949.28, rate(transfer(row, free, false)));
  }

  @Test
  void exitsASegmentAreThoseOfTheTable() {
    assertEquals(9.0, exits(Row.of("e1000", E1000, 0), 1460), 0.05);
    assertEquals(9.0, exits(Row.of("e1000, jumbo", E1000, 0).jumbo(), 8960), 0.05);
    assertEquals(0.5, exits(Row.of("vmxnet3", VMXNET3, 0), 1460), 0.05);
    assertEquals(1.1, exits(Row.of("vmxnet3, jumbo", VMXNET3, 0).jumbo(), 8960), 0.2);
  }

  private static double exits(Row row, int mss) {
    double segments = Math.ceil(row.bytes / (double) mss);
    String end = transfer(row, Map.of(), true);
    return Double.parseDouble(OneHost.field(end, "exits")) / segments;
  }

  /** Two hosts, since the router's port carries frames without a tag only. */
  @Test
  void aTagCostsFourOctetsOfEachFrame() {
    Lab lab = new Lab(Told.only("transfer-end"));
    lab.network().expectSeveralHosts();
    Vm[] vms = new Vm[2];
    for (int i = 0; i < 2; i++) {
      Host host = lab.host("h" + i, Map.of(), GBPS);
      Switch bridged = lab.network().host(host).standard(HostNetwork.BRIDGED);
      PortGroup group = lab.network().declareGroup("p" + i, bridged, 100, Security.DEFAULT);
      vms[i] = lab.vm("v" + i, host, Lab.nic(Card.VMXNET3, new Attachment.ToGroup(group)));
    }
    for (int i = 0; i < 2; i++) {
      String end = send(lab, lab.station(vms[i]), lab.station(vms[1 - i]), MEBIBYTES, WINDOW);
      near(946.75, rate(end));
    }
  }

  private static String transfer(Row row, Map<Cost, Long> prices, boolean out) {
    Lab lab = new Lab(Told.only("transfer-end"));
    Host host = lab.host("host", prices, row.line);
    lab.network()
        .host(host)
        .configure(
            HostNetwork.BRIDGED,
            new SwitchSettings(row.mtu, true, SwitchSettings.USUAL_AGEING, Security.DEFAULT));
    Station guest = lab.station(lab.vm("linux", row.nic));
    Station router = lab.router();
    return out
        ? send(lab, guest, router, row.bytes, row.window)
        : send(lab, router, guest, row.bytes, row.window);
  }

  private static String send(Lab lab, Station from, Station to, long bytes, long window) {
    Undertaking transfer =
        lab.traffic().transfer(from, to.address(from), Optional.of(to), Lab.octets(bytes, window));
    assertTrue(lab.run(transfer));
    List<String> lines = lab.lines("transfer-end");
    assertEquals(1, lines.size());
    return lines.get(0);
  }

  private static double rate(String end) {
    return Double.parseDouble(OneHost.field(end, "rate").replace("Mbps", ""));
  }

  private static void near(double wanted, double found) {
    assertEquals(wanted, found, wanted * 0.02);
  }
}
