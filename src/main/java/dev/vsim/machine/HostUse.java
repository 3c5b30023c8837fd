package dev.vsim.machine;

import dev.vsim.machine.cpu.Gang;
import dev.vsim.machine.virt.Vm;
import java.util.List;

/**
 * How much of a host's processor time was taken since the start: by what runs on it, and by the
 * hypervisor for its VMs, which comes out of counted work and is no thread's time (rules.md R37,
 * R38).
 */
public final class HostUse {
  private final Host host;
  private final List<Vm> vms;

  private HostUse(Host host, List<Vm> vms) {
    this.host = host;
    this.vms = vms;
  }

  /** Of a host with the VMs that it has now. */
  public static HostUse of(Host host) {
    List<Vm> vms =
        host.dispatcher().roster().gangs().stream()
            .filter(gang -> gang.dispatcher().filter(host.dispatcher()::equals).isPresent())
            .map(Gang::subject)
            .filter(subject -> subject instanceof Vm)
            .map(subject -> (Vm) subject)
            .toList();
    return new HostUse(host, vms);
  }

  /** The VMs that are on it and are on, in the order in which they came. */
  public List<Vm> vms() {
    return vms;
  }

  /** The part of its processors' time in which threads ran. */
  public double utilization() {
    return host.dispatcher().times().utilization();
  }

  /** The part of its processors' time that a VM had. */
  public double part(Vm vm) {
    long total = host.dispatcher().times().total();
    return total == 0 ? 0 : (double) vm.gang().times().used() / total;
  }

  /** What the hypervisor takes for its VMs, as a part of what they have. */
  public double overhead() {
    double time = 0;
    double taken = 0;
    for (Vm vm : vms) {
      time += vm.gang().times().used();
      taken += vm.gang().times().used() * vm.overhead().cpu();
    }
    return time == 0 ? 0 : taken / time;
  }

  /** The part of its processors' time that was taken, the hypervisor's for its VMs included. */
  public double load() {
    double guests = vms.stream().mapToDouble(this::part).sum();
    double all = utilization() + Math.min(guests, utilization()) * overhead();
    return Math.min(1, all);
  }

  /** The watts that it took on average. */
  public double power() {
    return host.settings().chassis().power(load());
  }

  /**
   * The watts that a machine like it would have taken on average for one of its VMs' work alone,
   * without a hypervisor.
   */
  public double powerAlone(Vm vm) {
    return host.settings().chassis().power(Math.min(1, part(vm)));
  }

  /** The part of their time that vCPUs of its VMs were able to run and did not. */
  public double ready() {
    long ready = 0;
    long on = 0;
    for (Vm vm : vms) {
      ready += vm.gang().times().ready() + vm.gang().times().coStop();
      on += vm.gang().times().total();
    }
    return on == 0 ? 0 : (double) ready / on;
  }

  /** Bytes that its VMs take because they are VMs. */
  public long memoryOverhead() {
    return vms.stream().mapToLong(vm -> vm.overhead().memory()).sum();
  }
}
