package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.machine.virt.Vm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The network side of a VM: its stack, its cards, and the time that they take of its vCPUs. */
final class Guest {
  private final Vm vm;
  private final Costs costs;
  private final Stack stack;
  private final List<Turn> processors = new ArrayList<>();
  private final List<VirtualNic> nics = new ArrayList<>();

  Guest(NetWorld world, Vm vm) {
    this.vm = vm;
    this.costs = vm.kernel().costs();
    this.stack = new Stack(world, Role.GUEST, Pace.stack(costs));
    for (int i = 0; i < vm.vcpus().size(); i++) {
      processors.add(new Turn(world.queue()));
    }
  }

  Vm vm() {
    return vm;
  }

  Costs costs() {
    return costs;
  }

  Stack stack() {
    return stack;
  }

  List<VirtualNic> nics() {
    return Collections.unmodifiableList(nics);
  }

  void add(VirtualNic nic) {
    nics.add(nic);
    stack.routes().add(nic.address());
    int gateway = nic.address().subnet().gateway();
    if (gateway != Subnet.NONE && stack.routes().wayOut().isEmpty()) {
      stack.routes().lead(nic.address(), gateway);
    }
  }

  /** The vCPU that serves a card's queue. */
  Vcpu vcpu(int queue) {
    return vm.vcpus().get(queue % processors.size());
  }

  /** That vCPU's time. */
  Turn processor(int queue) {
    return processors.get(queue % processors.size());
  }

  /** How long its vCPUs have worked for the network, together, in picoseconds. */
  long busy() {
    return processors.stream().mapToLong(Turn::busy).sum();
  }

  /** It neither sends nor takes anything in, or does so again. */
  void silence(Optional<DropReason> why) {
    stack.silence(why);
  }
}
