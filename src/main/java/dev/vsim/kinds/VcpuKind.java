package dev.vsim.kinds;

import dev.vsim.machine.virt.Vcpu;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
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
        CpuAttributes.of(s -> ((Vcpu) s).times()));
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("vCPUs come with their VM");
  }
}
