package dev.vsim.commands.looking;

import static java.util.stream.Collectors.joining;

import dev.vsim.machine.Host;
import dev.vsim.machine.device.Device;
import dev.vsim.machine.device.Domain;
import dev.vsim.machine.device.IommuSettings;
import dev.vsim.machine.net.PhysicalNic;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show iommu}: which device reaches what memory of a host. */
public final class ShowIommu implements Command {
  private static final Slot HOST = Slot.of("host", new Type.OfKind("host"));
  private static final String NOTHING = "–";
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("iommu")
          .optional(HOST)
          .doc(
              "Draws which device of a host reaches what memory through the IOMMU: the host's own in the identity"
                  + " domain, those of VMs each in its own.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Host host = given.has(HOST) ? (Host) given.object(HOST) : setting.machine().host();
    IommuSettings settings = host.iommu().settings();
    Table table =
        new Table(
            "IOMMU of " + host.path(),
            side(settings),
            "Device",
            "Domain",
            "DMA Address",
            "Host-Physical",
            "Rights",
            "Vectors");
    for (PhysicalNic nic : setting.machine().network().host(host).nics()) {
      String domain = settings.on() ? "identity" : NOTHING;
      table.row(nic.path(), domain, "any", "the same", "rw", "any");
    }
    for (Device device : host.iommu().assigned()) {
      if (device.domain().isPresent()) {
        ranges(device, device.domain().get(), table);
      } else {
        table.row(device.path(), NOTHING, "any", "the same", "rw", "any");
      }
    }
    return new Outcome.Shown(table.lines());
  }

  private static String side(IommuSettings settings) {
    String remapping = settings.remapping() ? "on" : "off";
    return settings.on() ? "on, interrupt remapping " + remapping : "off";
  }

  /** A row for each stretch of pages whose frames lie one behind the other. */
  private static void ranges(Device device, Domain domain, Table table) {
    long first = domain.next(0);
    boolean begun = false;
    while (first >= 0) {
      long last = first;
      while (domain.has(last + 1) && domain.frame(last + 1) == domain.frame(last) + 1) {
        last++;
      }
      table.row(
          begun ? "" : device.path(),
          begun ? "" : device.owner(),
          range(first, last),
          range(domain.frame(first), domain.frame(last)),
          device.settings().rights().word(),
          begun ? "" : vectors(device));
      begun = true;
      first = domain.next(last + 1);
    }
  }

  private static String range(long first, long last) {
    int bits = PagingForm.EPT.offsetBits();
    return Printed.hex(first << bits) + "–" + Printed.hex((last + 1 << bits) - 1);
  }

  private static String vectors(Device device) {
    if (!device.iommu().settings().remaps()) {
      return "any";
    }
    String all =
        device.settings().vectors().stream().sorted().map(Printed::hex).collect(joining(", "));
    return all.isEmpty() ? "none" : all;
  }
}
