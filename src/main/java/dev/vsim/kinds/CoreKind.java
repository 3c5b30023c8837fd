package dev.vsim.kinds;

import dev.vsim.machine.cpu.Core;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import dev.vsim.value.Subject;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** A core of a host. */
public final class CoreKind implements Kind {
  private static final Signature SIGNATURE = Signature.of("core").doc("A core of a host.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("host");
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
                "Its number on the host, from 0.",
                s -> new Value.Whole(((Core) s).number()))
            .gives(Types.COUNT),
        Attribute.of("runs", "The vCPU or task that is on it, or none.", s -> runs((Core) s)),
        CpuAttributes.ofCores(s -> ((Core) s).times()));
  }

  private static Value runs(Core core) {
    return core.running().<Value>map(thread -> thing(thread.subject())).orElse(Value.None.NONE);
  }

  private static Value thing(Subject subject) {
    return new Value.Thing(subject.kind(), subject);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("cores come with their host");
  }
}
