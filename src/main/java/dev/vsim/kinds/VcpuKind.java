package dev.vsim.kinds;

import dev.vsim.event.EventField;
import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.virt.Vcpu;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** A virtual processor of a VM. */
public final class VcpuKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("vcpu").doc("A virtual processor of a VM.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("vm");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of(
                "number",
                "Its number among the VM's, from 0.",
                s -> new Value.Whole(((Vcpu) s).number()))
            .gives(Types.COUNT),
        Attribute.of("vm", "The VM whose processor it is.", s -> vm((Vcpu) s))
            .gives(new Type.OfKind("vm")),
        Attribute.of(
                "shares",
                "How much it counts beside others.",
                s -> new Value.Whole(((Vcpu) s).thread().gang().settings().shares()))
            .gives(Types.COUNT),
        register(ControlRegister.CR0),
        register(ControlRegister.CR3),
        register(ControlRegister.CR4),
        Attribute.of(
                "interrupts",
                "Whether its interrupt flag is set.",
                s -> Value.Truth.of(((Vcpu) s).state().interrupts()))
            .gives(Types.TRUTH),
        Attribute.of(
                "halted",
                "Whether it waits for an interrupt behind a `hlt`.",
                s -> Value.Truth.of(((Vcpu) s).state().isHalted()))
            .gives(Types.TRUTH),
        CpuAttributes.of(s -> ((Vcpu) s).times()));
  }

  private static Value vm(Vcpu vcpu) {
    return new Value.Thing("vm", vcpu.vm());
  }

  private static Attribute register(ControlRegister register) {
    return Attribute.of(
            EventField.word(register),
            "Its control register " + register.number() + ".",
            s -> new Value.Whole(((Vcpu) s).state().register(register), Dimension.ADDRESS))
        .gives(Types.ADDRESS);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("vCPUs come with their VM");
  }
}
