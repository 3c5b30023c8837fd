package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Told;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.virt.Vm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** TCP over whatever the network does to it. */
class TcpTest {
  private static final long MILLISECOND = 1_000_000L;

  private final Lab lab = new Lab(Told.only("transfer-end", "drop", "frame-rx"));
  private final Vm linux = lab.vm("linux", Lab.nic(Mode.BRIDGE));

  private Undertaking transfer(Station to, long bytes) {
    Station from = lab.station(linux);
    return lab.traffic()
        .transfer(from, to.address(from), Optional.of(to), Lab.octets(bytes, 1 << 18));
  }

  private String end() {
    List<String> ends = lab.lines("transfer-end");
    assertEquals(1, ends.size());
    return ends.get(0);
  }

  @Test
  void aConnectionOpensSendsAndCloses() {
    assertTrue(lab.run(transfer(lab.router(), 3000)));
    List<String> flags =
        lab.lines("frame-rx").stream()
            .map(l -> Lab.field(l, "flags"))
            .filter(f -> !f.isEmpty())
            .toList();
    assertEquals(
        List.of(
            "syn", "syn-ack", "ack", "data", "data", "data", "ack", "ack", "fin-ack", "fin-ack",
            "ack"),
        flags);
  }

  @Test
  void nothingIsAConnectionToo() {
    assertTrue(lab.run(transfer(lab.router(), 0)));
    assertTrue(end().startsWith("transfer-end linux.nic0 bytes 0"));
  }

  @Test
  void toItself() {
    assertTrue(lab.run(transfer(lab.station(linux), 1_000_000)));
    assertEquals("1000000", Lab.field(end(), "bytes"));
    assertTrue(lab.machine().clock().now() < 200_000_000, "every segment of a burst comes round");
  }

  /** A cable pulled now and then costs time, but no octet. */
  @Test
  void whatIsLostIsSentAgain() {
    SplittableRandom random = new SplittableRandom(1);
    Nic cable = (Nic) lab.machine().find("host.nic0").orElseThrow();
    Undertaking transfer = transfer(lab.router(), 5_000_000);
    boolean up = true;
    while (!transfer.isOver()) {
      lab.pass(random.nextInt(1, 30) * MILLISECOND);
      up = !up;
      lab.traffic().link(cable, up);
    }
    String end = end();
    assertEquals("5000000", Lab.field(end, "bytes"), end);
    assertTrue(!end.contains("aborted"), end);
  }

  @Test
  void whoeverNeverAnswersIsGivenUp() {
    Nic cable = (Nic) lab.machine().find("host.nic0").orElseThrow();
    lab.ping(lab.station(linux), Lab.ip("192.168.1.1"));
    lab.traffic().link(cable, false);
    assertTrue(lab.run(transfer(lab.router(), 100)));
    String end = end();
    assertTrue(
        end.startsWith("transfer-end linux.nic0 bytes 0 time ") && end.endsWith("aborted true"),
        end);
  }

  /** A switch in between that lets no jumbo frames through swallows them all, but not the SYN. */
  @Test
  void aBlackHoleForLongFramesIsFoundOut() {
    Vm jumbo = lab.vm("jumbo", Lab.withMtu(Lab.nic(Mode.BRIDGE), 9000));
    Station from = lab.station(jumbo);
    Undertaking transfer =
        lab.traffic()
            .transfer(
                from,
                lab.router().address(from),
                Optional.of(lab.router()),
                Lab.octets(1 << 20, 1 << 18));
    assertTrue(lab.run(transfer));
    List<String> lines = lab.lines();
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("drop vswitch0 reason mtu port 2")));
    assertTrue(lines.get(lines.size() - 1).endsWith("aborted true"));
  }

  @Test
  void aSegmentOfNoConnectionIsReset() {
    lab.ping(lab.station(linux), Lab.ip("192.168.1.1"));
    lab.lines();
    Stack stack = lab.station(linux).stack();
    dev.vsim.machine.net.packet.Tcp.Ends ends =
        new dev.vsim.machine.net.packet.Tcp.Ends(
            Lab.ip("192.168.1.101"), 5, Lab.ip("192.168.1.1"), 6);
    Undertaking cause = new Undertaking();
    stack.send(dev.vsim.machine.net.packet.Tcp.bare(ends, 1, 1, 16, 100), cause);
    assertTrue(lab.run(cause));
    List<String> flags = lab.lines("frame-rx").stream().map(l -> Lab.field(l, "flags")).toList();
    assertEquals(List.of("ack", "rst"), flags);
  }

  /** All that was charged for frames and connections is given back in the end. */
  @Test
  void nothingIsLeftBehind() {
    lab.run(transfer(lab.router(), 100_000));
    Map<String, Long> used = new HashMap<>();
    used.put("once", lab.machine().budget().used());
    for (int i = 0; i < 5; i++) {
      lab.run(transfer(lab.router(), 100_000));
    }
    lab.pass(1000 * MILLISECOND);
    assertEquals(used.get("once"), lab.machine().budget().used());
  }
}
