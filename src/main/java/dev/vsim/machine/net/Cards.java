package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Dhcp;
import dev.vsim.machine.virt.Vm;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The VMs' network cards: which each VM has, and the addresses that they get (rules.md R25). */
final class Cards {
  private static final long FIRST_MAC = 0x000C_2900_0001L;
  private static final int BYTES_A_CARD = 3000;
  private static final int BYTES_A_PLAN = 300;

  private final NetWorld world;
  private final Map<String, List<NicSettings>> plans = new LinkedHashMap<>();
  private final Map<String, Guest> guests = new LinkedHashMap<>();
  private final Set<Long> givenMacs = new HashSet<>();
  private long nextMac = FIRST_MAC;

  Cards(NetWorld world) {
    this.world = world;
  }

  /** A VM will have these cards; addresses that it gives them itself are nobody else's. */
  void plan(Vm vm, List<NicSettings> nics) {
    world.charge((long) BYTES_A_PLAN * nics.size());
    nics.forEach(n -> n.mac().ifPresent(givenMacs::add));
    plans.put(vm.path(), List.copyOf(nics));
  }

  /** The cards that a VM was to have; empty where it has none. */
  List<NicSettings> planned(Vm vm) {
    return plans.getOrDefault(vm.path(), List.of());
  }

  /** Whether a VM was to have cards. */
  boolean isPlanned(String vm) {
    return plans.containsKey(vm);
  }

  /** The VMs that have cards by now, by their paths. */
  Map<String, Guest> guests() {
    return guests;
  }

  /** A VM on a host gets its cards, each in a port of its own. */
  void connect(Vm vm, List<NicSettings> nics, HostNetwork on) {
    for (NicSettings settings : nics) {
      world.charge(BYTES_A_CARD);
      Guest guest = guests.computeIfAbsent(vm.path(), p -> new Guest(world, vm));
      Socket socket = settings.network().socket(on);
      Subnet subnet = on.subnet(socket.owner());
      long mac = settings.mac().orElseGet(this::nextMac);
      VirtualNic nic = new VirtualNic(world, guest, guest.nics().size(), settings, subnet, mac);
      address(nic, subnet, on, socket.owner());
      guest.add(nic);
      nic.plug(socket);
    }
  }

  private long nextMac() {
    while (givenMacs.contains(nextMac)) {
      nextMac++;
    }
    return nextMac++;
  }

  private void address(VirtualNic nic, Subnet subnet, HostNetwork on, Switch where) {
    Interface own = nic.address();
    int ip = nic.settings().ip().orElseGet(() -> subnet.next(own.mac()));
    subnet.take(ip, own.mac());
    if (nic.settings().dhcp()) {
      on.serve(where);
      own.lease(new DhcpClient(world, own));
      Stack stack = nic.guest().stack();
      stack
          .sockets()
          .listen(
              Dhcp.CLIENT_PORT, (in, packet, cause) -> in.dhcp().ifPresent(c -> c.receive(packet)));
    } else {
      own.address(ip);
    }
  }
}
