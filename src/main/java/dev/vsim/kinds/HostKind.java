package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.net.HostNetwork;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code host esxi1 < cpu 4; mem 16G >}: a physical machine. */
public final class HostKind implements Kind {
  static final int MOST_CORES = 4096;
  private static final long LEAST_RATE = 1000;
  private static final long MOST_RATE = 1_000_000_000_000_000L;

  private final KernelProperties kernel = new KernelProperties(KernelSettings.HOST);
  private final Slot cores = Slot.of("cores", new Type.Whole(Dimension.COUNT, 1, MOST_CORES));
  private final Signature cpu =
      Signature.of("cpu").required(cores).fallback("4").doc("Processor cores.");
  private final SharingProperty sharing = new SharingProperty();
  private final SchedulerProperty scheduler = new SchedulerProperty();
  private final HardwareProperties hardware = new HardwareProperties();
  private final Slot rate = Slot.of("rate", new Type.Whole(Dimension.RATE, LEAST_RATE, MOST_RATE));
  private final Signature nic =
      Signature.of("nic")
          .optional(rate)
          .repeats()
          .fallback("1Gbps")
          .doc(
              "A network card, by which the host is joined to the physical network; its line rate.");
  private final Slot haState = Slot.of("state", Types.SWITCH);
  private final Signature ha =
      Signature.of("ha")
          .required(haState)
          .fallback("off")
          .doc("Whether its VMs are started on other hosts when it crashes (rule R35).");
  private final IommuProperties iommu = new IommuProperties();
  private final ChassisProperties chassis = new ChassisProperties();
  private final Signature signature;

  public HostKind() {
    this.signature =
        Signature.of("host")
            .options(kernel.signatures())
            .options(sharing.signature())
            .options(cpu, scheduler.signature())
            .options(hardware.ofHost())
            .options(nic, ha)
            .options(iommu.signatures())
            .options(chassis.signatures())
            .doc("A physical machine; one called `host` is there by default.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of();
  }

  @Override
  public Optional<String> standard() {
    return Optional.of("host");
  }

  @Override
  public List<Child> children() {
    List<Child> children = new ArrayList<>(cards());
    children.add(new Child(HostNetwork.NAT, "nic"));
    children.add(new Child(HostNetwork.HOST_ONLY, "nic"));
    return children;
  }

  @Override
  public List<Child> childrenAmongHosts() {
    List<Child> children = new ArrayList<>(cards());
    for (String name : List.of(HostNetwork.BRIDGED, HostNetwork.NAT, HostNetwork.HOST_ONLY)) {
      children.add(new Child(name, "switch"));
    }
    children.add(new Child(HostNetwork.NAT_DEVICE, "nat"));
    return children;
  }

  private static List<Child> cards() {
    return List.of(
        new Child("init", "process"),
        new Child("core#", "core"),
        new Child("nic#", "nic"),
        new Child(HostNetwork.OWN_CARD, "nic"));
  }

  @Override
  public List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>(KernelAttributes.all());
    attributes.add(CpuAttributes.ofCores(s -> ((Host) s).dispatcher().times()));
    attributes.add(
        Attribute.of(
            "state",
            "on, or crashed.",
            s -> new Value.Word(((Host) s).isUp() ? "on" : PowerState.CRASHED.word())));
    attributes.addAll(HostUseAttributes.all());
    return attributes;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    if (machine.undeclaredHost().isPresent()) {
      return Outcome.wrong(ActionProblem.USED_BEFORE, machine.undeclaredHost().get().path());
    }
    if (machine.isTaken(declaration.name())) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    }
    Arguments given = declaration.given();
    Optional<Outcome> problem =
        kernel
            .problem(given)
            .or(() -> scheduler.problem(given))
            .or(() -> chassis.problem(given))
            .or(() -> hardware.problem(given, hardware.read(given, Hardware.DEFAULT), 0));
    if (problem.isPresent()) {
      return problem.get();
    }
    int count =
        given.option(cpu).map(o -> (int) o.number(cores)).orElse(HostSettings.DEFAULT.cpus());
    HostSettings settings =
        HostSettings.DEFAULT
            .withCpus(count)
            .withKernel(kernel.settings(given).withSharing(sharing.read(given)))
            .withScheduler(scheduler.choice(given).orElse(HostSettings.DEFAULT.scheduler()))
            .withHardware(hardware.read(given, HostSettings.DEFAULT.hardware()))
            .withIommu(iommu.read(given))
            .withChassis(chassis.read(given))
            .withHa(given.option(ha).map(o -> o.isOn(haState)).orElse(false));
    Host host = machine.declareHost(declaration.name(), settings);
    List<Long> rates =
        given.options(nic).stream()
            .map(o -> o.has(rate) ? o.number(rate) : HostNetwork.USUAL_RATE)
            .toList();
    if (!rates.isEmpty()) {
      machine.network().equip(host, rates);
    }
    return Outcome.DONE;
  }
}
