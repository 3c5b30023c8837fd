package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.world.SplitMix64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Remembered pages are a set in the order in which they left, whoever leaves twice. */
final class GhostsTest {
  @Test
  void isASetInOrder() {
    Machine machine = new Machine(Told.nothing(), 1L << 30, 42);
    FrameSet frames = Hosts.host(machine, 4, PolicyChoice.of(Policies.LRU)).kernel().frameSet();
    Ghosts ghosts = new Ghosts(frames);
    Set<Long> model = new LinkedHashSet<>();
    SplitMix64 random = new SplitMix64(5);
    for (int i = 0; i < 20_000; i++) {
      long page = random.below(60) << 3;
      switch ((int) random.below(4)) {
        case 0 -> assertEquals(model.remove(page), ghosts.remove(page));
        case 1 -> {
          if (!model.isEmpty()) {
            model.remove(model.iterator().next());
            ghosts.removeFirst();
          }
        }
        default -> {
          model.add(page);
          ghosts.add(page);
        }
      }
      assertEquals(model.size(), ghosts.size());
      assertEquals(model.contains(page), ghosts.contains(page));
    }
  }
}
