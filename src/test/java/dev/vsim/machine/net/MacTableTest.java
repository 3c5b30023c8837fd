package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of addresses against a plain map. */
class MacTableTest {
  private static final long AGEING = 5_000_000_000L;

  private record Seen(int port, long at) {}

  @Test
  void itIsAMapWhoseEntriesAge() {
    Bench bench = new Bench();
    MacTable table = new MacTable(bench.net(), AGEING);
    Map<Long, Seen> plain = new HashMap<>();
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 50_000; i++) {
      int vlan = random.nextInt(3);
      long mac = random.nextInt(2000) * 0x0001_0000_0001L;
      int port = random.nextInt(50);
      long key = (long) vlan << 48 | mac;
      long now = bench.net().now();
      Seen seen = plain.get(key);
      boolean known = seen != null && now - seen.at < AGEING;
      if (random.nextBoolean()) {
        MacTable.Learned expected =
            !known
                ? MacTable.Learned.NEW
                : seen.port == port ? MacTable.Learned.KNOWN : MacTable.Learned.MOVED;
        assertEquals(expected, table.learn(vlan, mac, port));
        plain.put(key, new Seen(port, now));
      } else {
        assertEquals(known ? seen.port : MacTable.NONE, table.port(vlan, mac));
      }
      if (random.nextInt(400) == 0) {
        table.forget(port);
        plain.values().removeIf(s -> s.port == port);
      }
      if (random.nextInt(100) == 0) {
        bench.pass(1);
      }
    }
    TreeSet<Long> expected = new TreeSet<>();
    long end = bench.net().now();
    plain.forEach(
        (key, s) -> {
          if (end - s.at < AGEING) {
            expected.add(key);
          }
        });
    TreeSet<Long> found = new TreeSet<>();
    table.rows().forEach(r -> found.add((long) r.vlan() << 48 | r.mac()));
    assertEquals(expected, found);
    assertTrue(bench.world().budget().used() > 0, "what it takes is charged");
  }
}
