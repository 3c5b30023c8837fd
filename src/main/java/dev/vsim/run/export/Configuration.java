package dev.vsim.run.export;

import dev.vsim.image.Vmx;
import dev.vsim.machine.net.NicSettings;
import dev.vsim.machine.net.VirtualNic;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A VM's settings as its {@code .vmx} has them. */
final class Configuration {
  private static final long MEBIBYTE = 1 << 20;

  /** A SCSI bus has places 0 to 15, of which the controller has 7. */
  private static final int PLACES = 15;

  private static final int CONTROLLERS_PLACE = 7;

  private static final Map<NicSettings.Mode, String> CONNECTIONS =
      Map.of(
          NicSettings.Mode.BRIDGE, "bridged",
          NicSettings.Mode.NAT, "nat",
          NicSettings.Mode.HOST_ONLY, "hostonly");

  private final Vm vm;
  private final List<VirtualNic> nics;
  private final Vmx vmx = new Vmx();

  /**
   * @param nics its network cards, in order
   */
  Configuration(Vm vm, List<VirtualNic> nics) {
    this.vm = vm;
    this.nics = nics;
  }

  byte[] bytes() {
    vmx.put(".encoding", "UTF-8").put("config.version", "8").put("virtualHW.version", "19");
    vmx.put("displayName", vm.path()).put("guestOS", vm.settings().os().orElse("other-64"));
    vmx.put("numvcpus", Integer.toString(vm.vcpus().size()));
    vmx.put("memsize", Long.toString((vm.memory() + MEBIBYTE - 1) / MEBIBYTE));
    vmx.put("nvram", vm.path() + ".nvram");
    List<VirtualDisk> disks = vm.disks().all();
    for (int i = 0; i < disks.size(); i++) {
      disk(i, disks.get(i));
    }
    for (int i = 0; i < nics.size(); i++) {
      nic("ethernet" + i + ".", nics.get(i));
    }
    return vmx.bytes();
  }

  private void disk(int number, VirtualDisk disk) {
    String bus = "scsi" + number / PLACES;
    int place = number % PLACES;
    String key = bus + ":" + (place < CONTROLLERS_PLACE ? place : place + 1) + ".";
    vmx.put(bus + ".present", "TRUE").put(bus + ".virtualDev", "lsilogic");
    vmx.put(key + "present", "TRUE").put(key + "fileName", disk.files().active().name());
  }

  private void nic(String key, VirtualNic nic) {
    boolean own = nic.settings().mac().isPresent();
    String mac = Printed.of(nic.mac()).toLowerCase(Locale.ROOT);
    vmx.put(key + "present", "TRUE");
    vmx.put(key + "virtualDev", nic.settings().card().name().toLowerCase(Locale.ROOT));
    connection(key, nic);
    vmx.put(key + "addressType", own ? "static" : "generated");
    vmx.put(key + (own ? "address" : "generatedAddress"), mac);
  }

  /** One of the usual three, or a switch by its name. */
  private void connection(String key, VirtualNic nic) {
    if (nic.settings().network() instanceof NicSettings.Attachment.Of usual) {
      vmx.put(key + "connectionType", CONNECTIONS.get(usual.mode()));
    } else {
      vmx.put(key + "connectionType", "custom");
      vmx.put(key + "vnet", nic.group().map(Subject::path).orElse(nic.port().owner().path()));
    }
  }
}
