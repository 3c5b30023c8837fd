package dev.vsim.machine.operate;

import dev.vsim.event.DropReason;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.OperationEvent;
import dev.vsim.event.OperationEvent.StopReason;
import dev.vsim.machine.net.Network;
import dev.vsim.machine.net.Undertaking;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Residence;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.Journal;
import dev.vsim.value.Subject;
import java.util.Optional;
import java.util.function.Consumer;

/** A VM's stop on one host and its start on another, and how the network learns of it. */
public final class HandOver {
  private static final EventKind STOP = EventKind.of(OperationEvent.MigrateStop.class);
  private static final EventKind RESUME = EventKind.of(OperationEvent.MigrateResume.class);
  private static final EventKind MOVE = EventKind.of(OperationEvent.MigrateCold.class);
  private static final EventKind FAIL = EventKind.of(OperationEvent.MigrateFail.class);
  private static final long PER_NANOSECOND = 1000;

  private final Journal journal;
  private final Network network;
  private final Vm vm;
  private final Residence to;
  private final MigrationReport report;
  private boolean held;
  private Operation announcement = () -> true;

  public HandOver(Journal journal, Network network, Vm vm, Residence to, MigrationReport report) {
    this.journal = journal;
    this.network = network;
    this.vm = vm;
    this.to = to;
    this.report = report;
  }

  Vm vm() {
    return vm;
  }

  MigrationReport report() {
    return report;
  }

  Journal journal() {
    return journal;
  }

  /** Stops the VM, of which so many pages are still to be sent. */
  void stop(long pages, StopReason why) {
    report.stops(pages, why);
    if (journal.wants(STOP)) {
      journal.accept(new OperationEvent.MigrateStop(vm, pages, why));
    }
    if (vm.state() == PowerState.ON) {
      held = true;
      vm.hold();
      if (hasCards()) {
        network.guests().silence(vm, DropReason.PAUSED);
      }
    }
  }

  /** Why the other host takes the VM no longer, if that is so. */
  Optional<String> hindrance() {
    if (!network.guests().canMove(vm, host())) {
      return Optional.of("port-group");
    }
    return to.cores().refusal(vm.gang()).map(EventField::word);
  }

  /**
   * Starts the VM on the other host, which tells the switches where it is now.
   *
   * @param moving brings it there
   * @param downtime how long it stood, in picoseconds
   * @param total how long all took
   */
  void start(Consumer<Residence> moving, long downtime, long total) {
    if (hasCards()) {
      network.guests().move(vm, host());
    }
    moving.accept(to);
    report.resumes(downtime / PER_NANOSECOND, total / PER_NANOSECOND);
    goOn();
    if (journal.wants(RESUME)) {
      journal.accept(
          new OperationEvent.MigrateResume(vm, report.downtime(), report.total(), host()));
    }
    if (hasCards()) {
      Undertaking frames = network.guests().announce(vm);
      announcement = frames;
    }
  }

  /** The VM, which is off, is on the other host. */
  void relocate() {
    if (hasCards()) {
      network.guests().move(vm, host());
    }
    vm.relocate(to);
    report.resumes(0, 0);
    if (journal.wants(MOVE)) {
      journal.accept(new OperationEvent.MigrateCold(vm, host()));
    }
  }

  /** The VM goes on where it is. */
  void fail(String why) {
    report.fails(why);
    if (journal.wants(FAIL)) {
      journal.accept(new OperationEvent.MigrateFail(vm, why, host()));
    }
    goOn();
  }

  private void goOn() {
    if (held) {
      held = false;
      vm.goOn();
      if (hasCards()) {
        network.guests().hear(vm);
      }
    }
  }

  /** Whether all switches have been told. */
  boolean isAnnounced() {
    return announcement.isOver();
  }

  private Subject host() {
    return report.to();
  }

  private boolean hasCards() {
    return network.hasCards(vm.path());
  }
}
