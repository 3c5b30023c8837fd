package dev.vsim.kinds;

import dev.vsim.machine.net.HostNetwork;
import dev.vsim.machine.net.NatDevice;
import dev.vsim.machine.net.NatMapping;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The NAT device of a host. */
public final class NatKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("nat")
          .doc("The device between a host's NAT network, vmnet8, and the host's own address.");

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
  public List<String> always(boolean severalHosts) {
    return severalHosts ? List.of() : List.of(HostNetwork.NAT_DEVICE);
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        Attribute.of(
            "mappings",
            "How many mappings it has at present.",
            s -> new Value.Whole(((NatDevice) s).table().mappings().size())),
        Attribute.of(
            "table",
            "What it maps: a map from inside addresses and ports to outside ports.",
            s -> table((NatDevice) s)));
  }

  private static Value table(NatDevice of) {
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (NatMapping one : of.table().mappings()) {
      entries.putIfAbsent(
          new Value.Endpoint(one.insideIp(), one.insidePort()), new Value.Whole(one.outsidePort()));
    }
    return Value.Entries.of(entries);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("a NAT device comes with its host");
  }
}
