package dev.vsim.machine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What qemu-img and qemu-io found on real chains: which file holds which grain, what each says. */
class DeltaChainTest {
  private static final int GRAIN = VirtualDisk.GRAIN;

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutTheSame() {
    return Cases.list(Cases.read("delta_chain.json"), "cases").stream()
        .map(c -> dynamicTest(c.get("id").getAsString(), () -> check(c)));
  }

  private static void check(JsonObject given) {
    Machine machine = Hosts.machine(Told.nothing());
    int grains = given.get("clusters").getAsInt();
    VmSettings settings = VmSettings.DEFAULT.withDisks(DiskSettings.thin((long) grains * GRAIN));
    Vm vm = machine.declareVm("vm", machine.host(), settings);
    List<JsonObject> states = Cases.list(given, "states");
    int at = 0;
    for (JsonElement op : given.getAsJsonArray("ops")) {
      perform(op.getAsJsonArray(), machine, vm, at);
      compare(states.get(at++), vm.disks().all().get(0), grains);
    }
    assertEquals(states.size(), at);
  }

  private static void perform(JsonArray op, Machine machine, Vm vm, int number) {
    Snapshot current = vm.snapshots().current().orElse(null);
    switch (op.get(0).getAsString()) {
      case "write" ->
          machine
              .storage()
              .write(
                  vm.disks().all().get(0),
                  op.get(1).getAsLong() * GRAIN,
                  GRAIN,
                  new Repeated(new byte[] {op.get(2).getAsByte()}),
                  Value.None.NONE);
      case "snapshot" -> machine.storage().take(vm, "s" + number, true);
      case "revert" -> machine.storage().revert(vm, current, false);
      case "merge_top" -> machine.storage().delete(vm, current);
      default -> throw new IllegalArgumentException(op.toString());
    }
  }

  private static void compare(JsonObject state, VirtualDisk disk, int grains) {
    List<DiskFile> chain = new ArrayList<>(disk.files().active().chain());
    Collections.reverse(chain);
    String after = state.get("after").toString();
    assertEquals(state.get("depth").getAsInt(), chain.size(), after);
    JsonArray allocated = state.getAsJsonArray("allocated");
    for (int i = 0; i < chain.size(); i++) {
      assertEquals(Cases.longs(allocated.get(i)), List.copyOf(chain.get(i).written()), after);
    }
    List<Long> view = new ArrayList<>();
    for (int grain = 0; grain < grains; grain++) {
      byte[] bytes = disk.bytes((long) grain * GRAIN, GRAIN);
      assertEquals(bytes[0], bytes[GRAIN - 1], after);
      view.add(bytes[0] & 0xFFL);
    }
    assertEquals(Cases.longs(state.get("view")), view, after);
  }
}
