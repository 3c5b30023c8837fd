package dev.vsim.machine.cpu;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A machine with one host, and the slices that its cores give. */
final class Watched implements EventSink {
  static final long MS = 1_000_000;

  private final List<Slice> slices = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final Machine machine = new Machine(this, 1L << 30, 0);
  private final Host host;

  /** A slice that begins, in nanoseconds. */
  record Slice(long at, int core, String who) {}

  /** A host of so many cores on which changing over costs nothing. */
  Watched(int cores, SchedulerKind kind, Map<SchedulerOption, Long> options) {
    this(cores, new SchedulerChoice(kind, new SchedulerOptions(options)), 0);
  }

  Watched(int cores, SchedulerChoice choice, long switchTime) {
    KernelSettings kernel =
        KernelSettings.HOST.withCosts(Map.of(Cost.CONTEXT_SWITCH, switchTime * 1000));
    host =
        machine.declareHost(
            "host", HostSettings.DEFAULT.withCpus(cores).withKernel(kernel).withScheduler(choice));
  }

  Machine machine() {
    return machine;
  }

  Host host() {
    return host;
  }

  Dispatcher dispatcher() {
    return host.dispatcher();
  }

  Vm vm(String name, int vcpus) {
    return vm(name, vcpus, CpuSettings.DEFAULT);
  }

  Vm vm(String name, int vcpus, CpuSettings cpu) {
    return machine.declareVm(name, host, VmSettings.DEFAULT.withVcpus(vcpus).withCpu(cpu));
  }

  /** A VM of one vCPU for each task. */
  Task task(String name, TaskSettings settings, Affinity affinity) {
    return machine.startTask(
        "task", vm(name, 1, CpuSettings.DEFAULT.withAffinity(affinity)), settings);
  }

  /** Something happens at a time. */
  void at(long time, Runnable what) {
    machine.queue().at(time, Phase.ACT, 0, about -> machine.queue().act(what), 0);
  }

  /** Lets time pass, in nanoseconds. */
  void run(long duration) {
    until(machine.queue().alarm(duration));
  }

  void until(Operation end) {
    while (!end.isOver() && !machine.queue().isEmpty()) {
      machine.queue().step();
    }
  }

  /** The slices since the last call. */
  List<Slice> slices() {
    List<Slice> since = List.copyOf(slices);
    slices.clear();
    return since;
  }

  /** Other events of processors since the last call: {@code preempt 0 vm1.vcpu0 10000000}. */
  List<String> lines() {
    List<String> since = List.copyOf(lines);
    lines.clear();
    return since;
  }

  /** {@code vm1.0} for {@code vm1.vcpu0}. */
  static String brief(String path) {
    return path.replace("vcpu", "");
  }

  @Override
  public boolean wants(EventKind kind) {
    return kind.area().equals("processor");
  }

  @Override
  public void accept(Event event) {
    long now = machine.queue().instant();
    if (event instanceof ProcessorEvent.Slice slice) {
      slices.add(new Slice(now, slice.core(), brief(slice.who().path())));
    } else if (event instanceof ProcessorEvent.Preempt preempt) {
      lines.add("preempt " + preempt.core() + " " + brief(preempt.who().path()) + " " + now);
    } else if (event instanceof ProcessorEvent.ReadyWait wait) {
      lines.add("ready-wait " + brief(wait.who().path()) + " " + wait.reason() + " " + now);
    } else if (event instanceof ProcessorEvent.Idle idle) {
      lines.add("idle " + idle.core() + " " + now);
    }
  }
}
