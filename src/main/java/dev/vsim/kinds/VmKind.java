package dev.vsim.kinds;

import dev.vsim.event.EventField;
import dev.vsim.event.ExitReason;
import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code vm linux < vcpu 2; mem 512M; nic vmxnet3 bridge >}: a virtual machine, on from its
 * declaration.
 */
public final class VmKind implements Kind {
  private static final int MOST_VCPUS = 1024;
  private static final String INERT = " Declared and inert in this version.";

  private final KernelProperties kernel = new KernelProperties(KernelSettings.GUEST);
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
  private final Signature disk;
  private final Signature os;
  private final Signature signature;

  public VmKind() {
    this.disk =
        Signature.of("disk")
            .required(Slot.of("size", Types.SIZE))
            .optional(Slot.of("provisioning", Type.Words.of("a provisioning", "thin", "thick")))
            .repeats()
            .doc("A virtual disk." + INERT);
    this.os =
        Signature.of("os")
            .required(Slot.of("name", Types.TEXT))
            .doc("The guest operating system's name, for people.");
    this.signature =
        Signature.of("vm")
            .options(kernel.signatures())
            .options(vcpu, kernelBacking, nic.signature(), disk, os)
            .doc("A virtual machine, on from its declaration.");
  }

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("host");
  }

  @Override
  public List<Child> children() {
    return List.of(
        new Child("init", "process"), new Child("vcpu#", "vcpu"), new Child("nic#", "nic"));
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
        Attribute.of("host", "The host that it is on.", s -> host((Vm) s))
            .gives(new Type.OfKind("host")));
    return attributes;
  }

  private static Attribute exits(ExitReason reason) {
    return Attribute.of(
            EventField.word(reason),
            "Exits with reason " + reason.number() + ".",
            s -> new Value.Whole(((Vm) s).exits(reason)))
        .gives(Types.COUNT);
  }

  private static Value host(Vm vm) {
    return new Value.Thing("host", vm.host().subject());
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    if (machine.find(declaration.name()).isPresent()) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    }
    Arguments given = declaration.given();
    Optional<Outcome> problem = kernel.problem(given).or(() -> nic.problem(given));
    if (problem.isPresent()) {
      return problem.get();
    }
    Host host = declaration.owner().map(owner -> (Host) owner).orElseGet(machine::host);
    Optional<Outcome> unlike =
        pagesProblem(kernel.settings(given), host)
            .or(() -> nic.addressProblem(given, machine.network(), host));
    if (unlike.isPresent()) {
      return unlike.get();
    }
    int count = given.option(vcpu).map(o -> (int) o.number(vcpus)).orElse(1);
    boolean late =
        given.option(kernelBacking).map(o -> o.word(backing).equals("demand")).orElse(false);
    VmSettings settings =
        new VmSettings(
            count,
            kernel.settings(given),
            late ? VmSettings.Backing.DEMAND : VmSettings.Backing.TAKEN);
    Vm vm = machine.declareVm(declaration.name(), host, settings);
    machine.network().add(vm, nic.read(given));
    return Outcome.DONE;
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
