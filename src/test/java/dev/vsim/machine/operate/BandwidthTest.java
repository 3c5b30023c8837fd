package dev.vsim.machine.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.machine.virt.Bandwidth;
import dev.vsim.machine.world.SplitMix64;
import org.junit.jupiter.api.Test;

/** How long pages take, and how many are through by then. */
class BandwidthTest {
  private static final long GBPS = 1_000_000_000L;

  @Test
  void aPageOfPayloadTakesItsBits() {
    assertEquals(32_768_000L, Bandwidth.of(GBPS).time(1));
    assertEquals(2_147_483_648_000L, Bandwidth.of(GBPS).time(65_536));
    assertEquals(4294, Bandwidth.of(GBPS).during(65_536, 2000));
  }

  @Test
  void aLineCarriesWhatSegmentsLeave() {
    assertEquals(949_284_785L, Bandwidth.ofLine(GBPS).payloadRate());
    assertEquals(32_768_000L * 1538 / 1460, Bandwidth.ofLine(GBPS).time(1));
  }

  @Test
  void asManyPagesAreThroughAsHaveHadTheirTime() {
    SplitMix64 dice = new SplitMix64(7);
    for (int i = 0; i < 2000; i++) {
      long rate = 1_000_000 + dice.below(40_000_000_000L);
      Bandwidth bandwidth = i % 2 == 0 ? Bandwidth.of(rate) : Bandwidth.ofLine(rate);
      long pages = 1 + dice.below(1 << 20);
      assertEquals(pages, bandwidth.pagesIn(bandwidth.time(pages)));
      assertEquals(pages - 1, bandwidth.pagesIn(bandwidth.time(pages) - 1));
    }
  }

  @Test
  void whatWouldTakeForEverTakesLong() {
    assertEquals(Bandwidth.LONGEST_TIME, Bandwidth.of(1).time(1L << 40));
  }
}
