package dev.vsim.machine.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.net.NicSettings;
import dev.vsim.machine.net.NicSettings.Attachment;
import dev.vsim.machine.net.NicSettings.Card;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a VM's crash is to others: nothing. */
class CrashTest {
  private static final int STEPS = 300;
  private static final int PAGES = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theEventsOfTheOthersAreTheSameWithIt(long seed) {
    List<String> without = story(seed, false);
    List<String> with = story(seed, true);
    assertEquals(String.join("\n", without), String.join("\n", with));
    assertTrue(with.stream().anyMatch(l -> l.startsWith("echo-reply")), "they talked");
    assertTrue(with.stream().anyMatch(l -> l.startsWith("ept-map")), "they took frames");
  }

  /** What is told of two VMs and a process of the host while a third one crashes, or idles. */
  private static List<String> story(long seed, boolean crashes) {
    Cluster cluster = new Cluster(Told.everything());
    Vm victim = cluster.vm("victim", 256);
    List<Process> others = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Vm vm = cluster.vm(name, 256);
      cluster.machine().network().add(vm, List.of(nic()));
      others.add(vm.init());
    }
    others.add(cluster.machine().declareProcess("own", cluster.first(), ProcessSettings.PLAIN));
    cluster.machine().network().add(victim, List.of(nic()));
    victim.init().write(0x1000, 8, 1);
    SplitMix64 dice = new SplitMix64(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (i == STEPS / 3 && crashes) {
        cluster.machine().operations().crash(victim);
      }
      Process process = others.get((int) dice.below(others.size()));
      process.access(dice.below(PAGES) * 4096, dice.below(2) == 0 ? Op.READ : Op.WRITE);
      if (dice.below(20) == 0) {
        ping(cluster);
      }
    }
    cluster.lines().stream().filter(l -> !l.contains(" victim")).forEach(lines::add);
    return lines;
  }

  private static void ping(Cluster cluster) {
    var network = cluster.machine().network();
    var one = network.station(cluster.machine().find("one").orElseThrow()).orElseThrow();
    var two = network.station(cluster.machine().find("two").orElseThrow()).orElseThrow();
    cluster.finish(new Traffic(network).ping(one, two.address(one), 1, 1, 56, false));
  }

  /** A bridged card. */
  static NicSettings nic() {
    Attachment bridged = new Attachment.Of(Mode.BRIDGE);
    return new NicSettings(
        Card.VMXNET3,
        bridged,
        Optional.empty(),
        Optional.empty(),
        1500,
        1,
        false,
        false,
        true,
        true);
  }
}
