package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.cpu.Load;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.ExitControls.Control;
import dev.vsim.machine.virt.ExitControls.Msrs;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules.md R37: overhead comes out of counted work, and moves with what makes work. */
final class OverheadTest {
  private static final long LIMIT = 1L << 30;
  private static final long SECOND = 1_000_000_000L;

  private final Machine machine = new Machine(Told.nothing(), LIMIT, 0);

  private Vm vm(VmSettings settings) {
    return machine.declareVm("vm" + machine.vms().size(), machine.host(), settings);
  }

  private static VmSettings with(ExitControls controls) {
    return VmSettings.DEFAULT.withExits(controls);
  }

  private static ExitControls switched(Set<Control> controls, Msrs msrs) {
    return new ExitControls(controls, msrs, Set.of(), 0);
  }

  private double cpu(VmSettings settings, Profile profile) {
    Vm vm = vm(settings);
    vm.load(Load.PERIOD / 2, profile);
    return vm.overhead().cpu();
  }

  private double cpu(VmSettings settings) {
    return cpu(settings, Profile.SERVER);
  }

  private void pass(long nanoseconds) {
    Operation alarm = machine.queue().alarm(nanoseconds);
    while (!alarm.isOver()) {
      machine.queue().step();
    }
  }

  @Test
  void theRulesFigure() {
    assertEquals(0.0606, cpu(VmSettings.DEFAULT), "12 + 8.6 + 40 ms of a second, to the bit");
    Overhead overhead = vm(VmSettings.DEFAULT).overhead();
    long exits = 0;
    for (GuestAction action : GuestAction.values()) {
      exits += Profile.SERVER.rate(action) * overhead.exits(action);
    }
    assertEquals(10_000, exits);
    assertEquals(24, overhead.walk());
    assertEquals(4, overhead.walkOnHost());
  }

  @Test
  void tablesOfTheRulesVm() {
    VmSettings half =
        VmSettings.DEFAULT.withKernel(VmSettings.DEFAULT.kernel().withMemory(512L << 20));
    Overhead overhead = vm(half).overhead();
    assertEquals(259 * 4096, overhead.tables());
    assertEquals((96L << 20) + 259 * 4096, overhead.memory());
    Vm small = vm(half.withFootprint(new Footprint(1, 2)));
    assertEquals(3 + 259 * 4096, small.overhead().memory());
  }

  /** Twice the load is twice the work, and the same part of the time. */
  @Test
  void workFollowsTheTimeThatTheGuestHas() {
    Vm vm = vm(VmSettings.DEFAULT);
    vm.load(Load.PERIOD / 10);
    pass(SECOND);
    double tenth = vm.overhead().count(GuestAction.MISSES);
    assertEquals(SECOND / 10, vm.overhead().guestTime());
    assertEquals(10_000, tenth);
    vm.load(Load.PERIOD / 5);
    pass(SECOND);
    assertEquals(3 * tenth, vm.overhead().count(GuestAction.MISSES));
    assertEquals(0.0606, vm.overhead().cpu());
  }

  /** What was done under another profile stays done. */
  @Test
  void changedProfilesAddUp() {
    Vm vm = vm(VmSettings.DEFAULT);
    vm.load(Load.PERIOD / 10, Profile.SERVER);
    pass(SECOND);
    Profile idle = new Profile(Map.of(), 1);
    vm.load(Load.PERIOD / 10, idle);
    pass(SECOND);
    assertEquals(10_000, vm.overhead().count(GuestAction.MISSES));
    assertEquals(0.0303, vm.overhead().cpu(), 1e-12, "half of its time without any");
  }

  /** Each control that makes more exit makes it dearer, if the guest does such things. */
  @ParameterizedTest
  @EnumSource(
      value = Control.class,
      names = {"HLT", "CR3", "INVLPG", "RDTSC", "PAUSE"})
  void aControlMakesItDearer(Control control) {
    Random random = new Random(control.ordinal());
    for (int i = 0; i < 40; i++) {
      Set<Control> without = EnumSet.noneOf(Control.class);
      for (Control other : Control.values()) {
        if (random.nextBoolean() && other != control) {
          without.add(other);
        }
      }
      Set<Control> with = EnumSet.copyOf(without);
      with.add(control);
      double more = cpu(with(switched(with, Msrs.KVM)));
      double less = cpu(with(switched(without, Msrs.KVM)));
      assertTrue(more > less, () -> control + " beside " + without);
    }
  }

  @Test
  void lessExits() {
    Set<Control> usual = ExitControls.DEFAULT.switched();
    Set<Control> posted = EnumSet.copyOf(usual);
    posted.add(Control.POSTED);
    double normal = cpu(VmSettings.DEFAULT);
    assertEquals(0.0606 - 500 * 1.2e-6, cpu(with(switched(usual, Msrs.KVM))), 1e-12);
    assertEquals(0.0606 - 3_500 * 1.2e-6, cpu(with(switched(usual, Msrs.OFF))), 1e-12);
    assertEquals(normal - 2_500 * 1.2e-6, cpu(with(switched(posted, Msrs.ALL))), 1e-12);
  }

  /** A guest with larger pages has shorter walks; the two dimensions multiply. */
  @Test
  void largePagesMakeItCheaper() {
    double[] each = new double[3];
    for (int level = 1; level <= 3; level++) {
      each[level - 1] = cpu(VmSettings.DEFAULT, Profile.SERVER.withLevel(level));
    }
    assertEquals(0.0206 + 100_000 * (24 - 4) * 20e-9, each[0], 1e-12);
    assertEquals(0.0206 + 100_000 * (19 - 3) * 20e-9, each[1], 1e-12);
    assertEquals(0.0206 + 100_000 * (14 - 2) * 20e-9, each[2], 1e-12);
  }

  private static VmSettings with(EptSettings ept) {
    return VmSettings.DEFAULT.withHardware(Hardware.DEFAULT.withEpt(ept));
  }

  /** The EPT's pages shorten the other dimension, and its tables are fewer. */
  @Test
  void largePagesOfTheEpt() {
    VmSettings large = with(EptSettings.DEFAULT.withLargest(2));
    assertEquals(0.0206 + 100_000 * (19 - 4) * 20e-9, cpu(large), 1e-12);
    assertEquals(
        0.0206 + 100_000 * (15 - 3) * 20e-9, cpu(large, Profile.SERVER.withLevel(2)), 1e-12);
    assertEquals(3 * 4096, vm(large).overhead().tables(), "a gigabyte: one table a level");
    assertEquals(515 * 4096, vm(VmSettings.DEFAULT).overhead().tables());
  }

  /** Shadow tables: a miss is as cheap as on the host, and what changes tables exits. */
  @Test
  void withoutAnEpt() {
    VmSettings shadow = with(EptSettings.DEFAULT.withOn(false));
    double exits = 10_000 * 1.2e-6 + 2_000 * 4.3e-6;
    double tables = 6_000 * 1.2e-6 + 10_000 * (3 * 1.2e-6 + 1e-6);
    assertEquals(exits + tables, cpu(shadow), 1e-12);
    assertTrue(cpu(shadow) > cpu(VmSettings.DEFAULT), "for a server, whose processes change");
    assertTrue(
        cpu(shadow, Profile.COMPUTE) < cpu(VmSettings.DEFAULT, Profile.COMPUTE),
        "not for who only misses the TLB");
  }

  /**
   * Without hardware help tables are shadowed: misses are cheap, and changes of tables are dear.
   */
  @Test
  void withoutHardwareHelp() {
    Hardware none = Hardware.DEFAULT.withVtx(false);
    VmSettings soft = VmSettings.DEFAULT.withHardware(none);
    Overhead overhead = vm(soft).overhead();
    assertEquals(0, overhead.price(GuestAction.MISSES));
    assertEquals(
        3.0 * Cost.TRAP.picoseconds() + Cost.FAULT_HANDLER.picoseconds(),
        overhead.price(GuestAction.FAULTS));
    assertTrue(cpu(soft) > cpu(VmSettings.DEFAULT), "a server's kernel traps all the time");
    assertTrue(
        cpu(soft, Profile.COMPUTE) < cpu(VmSettings.DEFAULT, Profile.COMPUTE),
        "who only misses the TLB fares better");
    assertTrue(cpu(VmSettings.DEFAULT.withHardware(none.withTranslation(true))) > cpu(soft));
  }
}
