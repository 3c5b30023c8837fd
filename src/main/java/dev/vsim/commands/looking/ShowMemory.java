package dev.vsim.commands.looking;

import dev.vsim.machine.Host;
import dev.vsim.machine.memory.Claim;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.SharedFrames;
import dev.vsim.machine.virt.Vm;
import dev.vsim.text.Numerals;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show memory}, {@code show memory esxi1}: how a host's memory serves its VMs. */
public final class ShowMemory implements Command {
  private static final Slot HOST = Slot.of("host", new Type.OfKind("host"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("memory")
          .optional(HOST)
          .doc(
              "Draws how a host's memory serves its VMs: what is backed, shared, taken by balloons and in the host's swap area.");

  private static final long PAGE = 4096;

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Host host = given.has(HOST) ? (Host) given.object(HOST) : setting.machine().host();
    Kernel kernel = host.kernel();
    Table table =
        new Table(
            "memory of " + host.path(),
            side(kernel),
            "VM",
            "Memory",
            "Backed",
            "Shared",
            "Balloon",
            "Host swap",
            "Reservation",
            "Limit",
            "Shares");
    for (Vm vm : setting.machine().vms()) {
      if (vm.host() == kernel) {
        row(table, vm, kernel);
      }
    }
    return new Outcome.Shown(table.lines());
  }

  private static String side(Kernel kernel) {
    SharedFrames shared = kernel.overcommit().shared();
    return kernel.frames().free()
        + " of "
        + Numerals.count(kernel.frames().total(), "frame", "frames")
        + " free"
        + (shared.size() == 0 ? "" : ", sharing saves " + shared.saved());
  }

  private static void row(Table table, Vm vm, Kernel kernel) {
    Claim claim = vm.settings().claim();
    table.row(
        vm.path(),
        size(vm.memory()),
        size(vm.tenant().backed() * PAGE),
        size(kernel.overcommit().shared().pagesOf(vm.tenant()) * PAGE),
        size(vm.tenant().balloon().size() * PAGE),
        size(vm.inHostSwap() * PAGE),
        size(claim.reservation()),
        claim.limit() == Claim.DEFAULT.limit() ? "none" : size(claim.limit()),
        Integer.toString(claim.shares()));
  }

  private static String size(long bytes) {
    return Printed.whole(bytes, Dimension.SIZE);
  }
}
