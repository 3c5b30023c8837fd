package dev.vsim.machine.net;

import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.net.NicSettings.Attachment;
import dev.vsim.machine.net.NicSettings.Card;
import dev.vsim.machine.net.NicSettings.Mode;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.value.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A world with hosts and VMs in a network, and what it tells. */
final class Lab {
  private static final long LIMIT = 1L << 30;
  private static final long MOST_STEPS = 20_000_000;

  private final Told told;
  private final Machine machine;
  private final Traffic traffic;

  Lab(Told told) {
    this.told = told;
    this.machine = new Machine(told, LIMIT, 0);
    this.traffic = new Traffic(machine.network());
  }

  Machine machine() {
    return machine;
  }

  Traffic traffic() {
    return traffic;
  }

  Network network() {
    return machine.network();
  }

  /** A host with cards of these rates, in bits a second. */
  Host host(String name, Map<Cost, Long> prices, Long... rates) {
    KernelSettings kernel = KernelSettings.HOST.withCosts(new LinkedHashMap<>(prices));
    Host host = machine.declareHost(name, HostSettings.DEFAULT.withKernel(kernel));
    if (rates.length > 0) {
      machine.network().equip(host, List.of(rates));
    }
    return host;
  }

  Host host(String name) {
    return host(name, Map.of());
  }

  /** What is sent to port 80, and told of when it is there. */
  static Octets octets(long bytes, long window) {
    return new Octets(80, Optional.empty(), Optional.empty(), bytes, window, true);
  }

  static NicSettings nic(Card card, Attachment network) {
    return new NicSettings(
        card, network, Optional.empty(), Optional.empty(), 1500, 1, false, false, true, true);
  }

  static NicSettings nic(Mode mode) {
    return nic(Card.VMXNET3, new Attachment.Of(mode));
  }

  static NicSettings withMtu(NicSettings nic, int mtu) {
    return new NicSettings(
        nic.card(), nic.network(), nic.mac(), nic.ip(), mtu, 1, false, false, nic.tso(), true);
  }

  static NicSettings withoutTso(NicSettings nic) {
    return new NicSettings(
        nic.card(), nic.network(), nic.mac(), nic.ip(), nic.mtu(), 1, false, false, false, true);
  }

  static NicSettings withIp(NicSettings nic, int ip) {
    return new NicSettings(
        nic.card(), nic.network(), nic.mac(), Optional.of(ip), 1500, 1, false, false, true, true);
  }

  Vm vm(String name, Host host, NicSettings... nics) {
    Vm vm = machine.declareVm(name, host, VmSettings.DEFAULT);
    machine.network().add(vm, List.of(nics));
    return vm;
  }

  Vm vm(String name, NicSettings... nics) {
    return vm(name, machine.host(), nics);
  }

  Station station(Subject who) {
    return network().station(who).orElseThrow();
  }

  Station internet() {
    return station(network().internet());
  }

  Station router() {
    network().start();
    return station(network().router());
  }

  /** Lets what was begun come to its end; says whether it did. */
  boolean run(Undertaking what) {
    for (long i = 0; i < MOST_STEPS && !what.isOver() && !machine.queue().isEmpty(); i++) {
      machine.queue().step();
    }
    return what.isOver();
  }

  /** Lets time pass. */
  void pass(long nanoseconds) {
    dev.vsim.machine.time.Operation alarm = machine.queue().alarm(nanoseconds);
    while (!alarm.isOver()) {
      machine.queue().step();
    }
  }

  /** Sends a datagram and waits for what comes of it. */
  boolean send(Station from, int to, int port, int fromPort) {
    return run(traffic.send(from, to, datagram(port, fromPort)));
  }

  static Datagram datagram(int port, int fromPort) {
    return new Datagram(port, 20, Optional.of(fromPort), Optional.empty(), 64, false);
  }

  boolean ping(Station from, int to) {
    return run(traffic.ping(from, to, 1, 1, 56, false));
  }

  /** What was told since the last call. */
  List<String> lines() {
    return told.lines();
  }

  /** What was told of one kind since the last call. */
  List<String> lines(String kind) {
    return told.lines().stream().filter(l -> l.startsWith(kind + " ")).toList();
  }

  /** The value of a field in a line, or nothing. */
  static String field(String line, String name) {
    return dev.vsim.machine.OneHost.field(line, name);
  }

  static int ip(String text) {
    return SteeringTest.ip(text);
  }
}
