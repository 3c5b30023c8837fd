package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.world.SplitMix64;
import org.junit.jupiter.api.Test;

/** What the model takes of the heap, as it accounts for it. */
final class SizeOfModelTest {
  private static final int PAGES = 1_000_000;
  private static final long LIMIT = 1L << 30;

  /** 1 TiB in pages of 4K. */
  private static final long SPARSE = 1L << 28;

  private final Machine machine = new Machine(Told.nothing(), LIMIT, 0);
  private final Host host = machine.declareHost("host", HostSettings.DEFAULT);

  @Test
  void aMillionPagesStrewnOverOneTebibyte() {
    SplitMix64 dice = new SplitMix64(1);
    for (int i = 0; i < PAGES; i++) {
      host.init().accessPage(dice.below(SPARSE), Op.READ);
    }
    assertTrue(host.init().resident() > 990_000);
    assertTrue(machine.budget().used() < 200_000_000, () -> machine.budget().used() + " bytes");
  }

  @Test
  void aPageSideBySideWithOthers() {
    touch(host.init());
    long each = machine.budget().used() / PAGES;
    assertTrue(each <= 40, () -> each + " bytes a page");
  }

  @Test
  void aPageThatIsShared() {
    touch(host.init());
    long before = machine.budget().used();
    Process child = machine.fork(host.init(), "child");
    assertEquals(PAGES, child.resident());
    long each = (machine.budget().used() - before) / PAGES;
    assertTrue(each <= 40, () -> each + " bytes a page of a child");
    child.end();
    assertEquals(1, host.init().sharers(0));
    host.init().end();
    assertEquals(host.kernel().frames().total(), host.kernel().frames().free());
  }

  private static void touch(Process process) {
    for (int i = 0; i < PAGES; i++) {
      process.accessPage(i, Op.WRITE);
    }
  }
}
