package dev.vsim.kinds;

import dev.vsim.machine.net.Nic;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.function.ToLongFunction;

/** A network card or adapter of a VM, a host or a router. */
public final class NicKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("nic").doc("A network card or adapter of a VM, a host or a router.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("vm", "host", "router");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of("mac", "Its hardware address.", s -> ((Nic) s).mac()),
        Attribute.of("ip", "The IPv4 address on it, or none.", s -> ((Nic) s).ip()),
        Attribute.of(
            "mtu",
            "The longest packet that it sends.",
            s -> new Value.Whole(((Nic) s).mtu(), Dimension.SIZE)),
        Attribute.of("up", "Whether its link is up.", s -> Value.Truth.of(((Nic) s).isUp())),
        Attribute.of(
            "throughput",
            "The rate of the last transfer from or to it; 0 before any.",
            s -> new Value.Whole(((Nic) s).throughput(), Dimension.RATE)),
        count("sent", "Frames that it has sent.", Nic::sent),
        count("received", "Frames that it has taken in.", Nic::received),
        count("exits", "Exits that it has caused.", Nic::exitCount));
  }

  private static Attribute count(String name, String doc, ToLongFunction<Nic> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong((Nic) s)));
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("cards come with their machine");
  }
}
