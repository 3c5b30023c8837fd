package dev.vsim.kinds;

import dev.vsim.event.EventField;
import dev.vsim.event.ExitReason;
import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.Claim;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.Hardware;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code vm linux < vcpu 2; mem 512M; nic vmxnet3 bridge >}: a virtual machine, on from its
 * declaration.
 */
public final class VmKind implements Kind {
  private static final int MOST_VCPUS = 1024;

  private final ClaimProperties claim = new ClaimProperties();
  private final KernelProperties kernel =
      new KernelProperties(KernelSettings.GUEST, claim.signatures());
  private final CpuProperties cpu = new CpuProperties();
  private final ExitsProperty exits = new ExitsProperty();
  private final HardwareProperties hardware = new HardwareProperties();
  private final Slot vcpus = Slot.of("vcpus", new Type.Whole(Dimension.COUNT, 1, MOST_VCPUS));
  private final Signature vcpu =
      Signature.of("vcpu").required(vcpus).fallback("1").doc("Virtual processors.");
  private final Slot backing =
      Slot.of("when", Type.Words.of("a time of backing", "taken", "demand"));
  private final Signature kernelBacking =
      Signature.of("kernel-backing")
          .required(backing)
          .fallback("taken")
          .doc(
              "When the frames of its page tables are backed by the host: as its kernel takes them, so that a walk alone never violates, or as a walk first reads them (rule R8).");
  private final NicProperty nic = new NicProperty();
  private final DiskProperty disk = new DiskProperty();
  private final PassthroughProperty passthrough = new PassthroughProperty();
  private final Slot osName = Slot.of("name", Types.TEXT);
  private final Signature os =
      Signature.of("os").required(osName).doc("The guest operating system's name, for people.");
  private final Slot haState = Slot.of("state", Types.SWITCH);
  private final Signature ha =
      Signature.of("ha")
          .required(haState)
          .doc(
              "Whether it is started on another host when its own crashes; without it as its host's `ha` says (rule R35).");
  private final FootprintProperties footprint = new FootprintProperties();
  private final Signature signature;

  public VmKind() {
    this.signature =
        Signature.of("vm")
            .options(kernel.signatures())
            .options(vcpu)
            .options(cpu.signatures())
            .options(exits.signature())
            .options(hardware.ofVm())
            .options(kernelBacking, nic.signature(), disk.signature(), disk.datastore())
            .options(passthrough.signature(), ha, os)
            .options(footprint.signatures())
            .doc("A virtual machine, on from its declaration.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("host", "vm");
  }

  @Override
  public List<Child> children() {
    return List.of(
        new Child("init", "process"),
        new Child("vcpu#", "vcpu"),
        new Child("nic#", "nic"),
        new Child("disk#", "disk"));
  }

  @Override
  public boolean acts() {
    return true;
  }

  @Override
  public List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>(KernelAttributes.all());
    attributes.add(
        Attribute.of(
                "exits",
                "How often it has left the guest for the hypervisor; its parts are the reasons.",
                s -> new Value.Whole(((Vm) s).exits()),
                Arrays.stream(ExitReason.values()).map(VmKind::exits).toList())
            .gives(Types.COUNT));
    attributes.add(
        Attribute.of(
                "traps",
                "How often it was stopped by a trap, with `vtx off`.",
                s -> new Value.Whole(((Vm) s).traps()))
            .gives(Types.COUNT));
    attributes.addAll(TranslationAttributes.all());
    attributes.add(CpuAttributes.of(s -> ((Vm) s).gang().times()));
    attributes.add(OverheadAttributes.ofVm());
    attributes.add(LodgingAttributes.ofVm());
    attributes.add(
        Attribute.of("host", "The host that it is on.", s -> host((Vm) s))
            .gives(new Type.OfKind("host")));
    attributes.add(
        Attribute.of(
            "state",
            "on, off, paused (it waits for room in its datastore, or goes to another host), suspended, crashed or removed.",
            s -> new Value.Word(((Vm) s).state().word())));
    attributes.add(
        Attribute.of(
            "pinned",
            "Bytes of its memory that stay where they are, for a device that may write there: all or nothing.",
            s -> new Value.Whole(((Vm) s).isPinned() ? ((Vm) s).memory() : 0, Dimension.SIZE)));
    attributes.add(
        Attribute.of(
            "snapshot",
            "The name of the snapshot from which it went on to where it is; none where there is none.",
            s -> snapshot((Vm) s)));
    attributes.add(
        Attribute.of(
                "snapshots",
                "The names of its snapshots, the first taken first.",
                s -> Value.Items.of(snapshots((Vm) s)))
            .gives(new Type.ListOf(Types.TEXT)));
    attributes.add(MigrationAttributes.all());
    return attributes;
  }

  private static Attribute exits(ExitReason reason) {
    return Attribute.of(
            EventField.word(reason), number(reason), s -> new Value.Whole(((Vm) s).exits(reason)))
        .gives(Types.COUNT);
  }

  private static Value snapshot(Vm vm) {
    return vm.snapshots()
        .current()
        .map(Snapshot::name)
        .<Value>map(Value.Text::new)
        .orElse(Value.None.NONE);
  }

  private static List<Value.Text> snapshots(Vm vm) {
    return vm.snapshots().all().stream().map(Snapshot::name).map(Value.Text::new).toList();
  }

  private static String number(ExitReason reason) {
    if (reason.code() < 0) {
      return "Exits with reason " + reason.number() + ".";
    }
    String code = "SVM's exit code " + Printed.hex(reason.code());
    return reason.number() < 0
        ? "Exits with " + code + "."
        : "Exits with reason " + reason.number() + ", " + code + ".";
  }

  private static Value host(Vm vm) {
    return new Value.Thing("host", vm.physicalHost().subject());
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    if (machine.known(declaration.name()).isPresent()) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    }
    Arguments given = declaration.given();
    Optional<Outcome> problem =
        kernel
            .problem(given)
            .or(() -> nic.problem(given))
            .or(() -> passthrough.problem(given, declaration.name(), this));
    if (problem.isPresent()) {
      return problem.get();
    }
    Optional<Vm> outer = declaration.owner().filter(Vm.class::isInstance).map(Vm.class::cast);
    Host host =
        outer
            .map(vm -> vm.physicalHost().subject())
            .or(declaration::owner)
            .map(owner -> (Host) owner)
            .orElseGet(machine::host);
    Hardware around = outer.map(vm -> vm.settings().hardware()).orElse(host.settings().hardware());
    Hardware help = hardware.read(given, around);
    Optional<Outcome> unfit =
        pagesProblem(kernel.settings(given), host)
            .or(() -> claim.problem(claim(given), kernel.settings(given).memory()))
            .or(() -> nic.placeProblem(given, machine.network(), host))
            .or(() -> outer.flatMap(vm -> nestedProblem(vm, help)))
            .or(() -> outer.flatMap(vm -> passthrough.nestedProblem(given, declaration.name(), vm)))
            .or(() -> processorProblem(given, host, help));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    try (DeclaredDisks disks = new DeclaredDisks(disk, given, host, setting)) {
      Optional<Outcome> storage = disks.open();
      if (storage.isPresent()) {
        return storage.get();
      }
      VmSettings settings = settings(given, help, disks);
      Vm vm =
          outer.isPresent()
              ? machine.declareVm(declaration.name(), outer.get(), settings)
              : machine.declareVm(declaration.name(), host, settings);
      machine.network().add(vm, nic.read(given));
      machine.devices().give(vm, host, passthrough.read(given));
      return disks.fill(vm).orElse(Outcome.DONE);
    }
  }

  private VmSettings settings(Arguments given, Hardware help, DeclaredDisks disks) {
    int count = given.option(vcpu).map(o -> (int) o.number(vcpus)).orElse(1);
    boolean late =
        given.option(kernelBacking).map(o -> o.word(backing).equals("demand")).orElse(false);
    return VmSettings.DEFAULT
        .withVcpus(count)
        .withKernel(kernel.settings(given))
        .withBacking(late ? VmSettings.Backing.DEMAND : VmSettings.Backing.TAKEN)
        .withCpu(cpu.settings(given))
        .withExits(exits.controls(given))
        .withHardware(help)
        .withDisks(disks.settings())
        .in(disk.home(given))
        .withOs(given.option(os).map(o -> o.text(osName)))
        .withFootprint(footprint.read(given))
        .withClaim(claim(given))
        .withHa(given.option(ha).map(o -> o.isOn(haState)));
  }

  private Claim claim(Arguments given) {
    return given.option(kernel.memory()).map(claim::read).orElse(Claim.DEFAULT);
  }

  private Optional<Outcome> processorProblem(Arguments given, Host host, Hardware help) {
    long memory = kernel.settings(given).memory();
    return cpu.problem(given, host)
        .or(() -> exits.problem(given, help))
        .or(() -> hardware.problem(given, help, memory));
  }

  /** Why a VM cannot run another, if it cannot. */
  private static Optional<Outcome> nestedProblem(Vm outer, Hardware help) {
    String why = null;
    if (outer.outer().isPresent()) {
      why = outer.path() + " is in a VM itself, and vsim nests two deep";
    } else if (!outer.settings().hardware().usesEpt() || !help.usesEpt()) {
      why = "nested VMs need an EPT, the outer one's and their own";
    } else if (outer.hindrance().isPresent()) {
      why = outer.path() + " is " + outer.hindrance().get();
    }
    return Optional.ofNullable(why).map(w -> Outcome.wrong(ProcessorProblem.NOT_NESTED, w));
  }

  /** An EPT translates pages of 4K: the guest's and the host's must have that size. */
  private Optional<Outcome> pagesProblem(KernelSettings guest, Host host) {
    int wanted = PagingForm.EPT.pageSize();
    int guests = guest.paging().pageSize();
    int hosts = host.settings().kernel().paging().pageSize();
    if (guests == wanted && hosts == wanted) {
      return Optional.empty();
    }
    return Optional.of(
        Outcome.wrong(
            ActionProblem.UNUSABLE_VALUE,
            "an EPT translates pages of 4K, and those of "
                + (hosts == wanted ? "the guest" : host.path())
                + " have "
                + PagingProperties.size(hosts == wanted ? guests : hosts),
            "an offset of 12 bits makes pages of 4K"));
  }
}
