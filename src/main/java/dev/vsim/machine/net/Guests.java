package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.ArpPacket;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to VMs as a whole, as far as the network sees it: they are held or off, move to
 * another host, go for ever. For a VM without cards nothing is done.
 */
public final class Guests {
  private final Network network;
  private final Map<String, Guest> guests;
  private final Map<String, HostNetwork> hosts;

  Guests(Network network, Map<String, Guest> guests, Map<String, HostNetwork> hosts) {
    this.network = network;
    this.guests = guests;
    this.hosts = hosts;
  }

  private Optional<Guest> guest(Vm vm) {
    if (network.hasCards(vm.path())) {
      network.start();
    }
    return Optional.ofNullable(guests.get(vm.path()));
  }

  private List<VirtualNic> nics(Vm vm) {
    return guest(vm).map(Guest::nics).orElse(List.of());
  }

  /**
   * A VM neither sends nor takes anything in from now on; what comes for it is dropped with this
   * reason. Its ports and addresses stay.
   */
  public void silence(Vm vm, DropReason why) {
    guest(vm).ifPresent(g -> g.silence(Optional.of(why)));
  }

  /** A VM sends and takes in again. */
  public void hear(Vm vm) {
    guest(vm).ifPresent(g -> g.silence(Optional.empty()));
  }

  /** Whether each card of a VM finds the like of its network on another host. */
  public boolean canMove(Vm vm, Subject to) {
    HostNetwork on = hosts.get(to.path());
    return nics(vm).stream().allMatch(n -> n.settings().network().elsewhere(on).isPresent());
  }

  /**
   * Pulls a VM's cards out of their ports and plugs them in on another host, where {@link #canMove}
   * has found their networks; nobody is told yet.
   */
  public void move(Vm vm, Subject to) {
    HostNetwork on = hosts.get(to.path());
    for (VirtualNic nic : nics(vm)) {
      Socket socket = nic.settings().network().elsewhere(on).orElseThrow();
      nic.unplug();
      nic.plug(socket);
    }
  }

  /**
   * Lets the host announce a VM's addresses by reverse ARP from its ports, so that the switches
   * learn where it is now (RFC 903's frame, as ESX and QEMU send it).
   */
  public Undertaking announce(Vm vm) {
    Undertaking cause = new Undertaking();
    for (VirtualNic nic : nics(vm)) {
      long mac = nic.address().mac();
      byte[] octets = ArpPacket.announcement(mac).frame(Ethernet.BROADCAST);
      nic.port().owner().receive(nic.port(), Frame.of(octets, cause));
    }
    return cause;
  }

  /**
   * A VM is there no longer: its ports are empty, its addresses free. Its cards keep their names,
   * as everything does that was declared.
   */
  public void remove(Vm vm) {
    silence(vm, DropReason.OFF);
    for (VirtualNic nic : nics(vm)) {
      nic.unplug();
      nic.address()
          .subnet()
          .free(nic.address().subnet().of(nic.address().mac()), nic.address().mac());
    }
  }
}
