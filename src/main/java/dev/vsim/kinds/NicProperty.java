package dev.vsim.kinds;

import dev.vsim.machine.virt.NicSettings;
import dev.vsim.machine.virt.NicSettings.Card;
import dev.vsim.machine.virt.NicSettings.Network;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** {@code nic vmxnet3 bridge} of a VM: a network card and the network it is on. */
final class NicProperty {
  private static final Map<String, Card> CARDS =
      Map.of("e1000", Card.E1000, "vmxnet3", Card.VMXNET3);
  private static final Map<String, Network> NETWORKS =
      Map.of("bridge", Network.BRIDGE, "nat", Network.NAT, "host-only", Network.HOST_ONLY);

  private final Slot card = Slot.of("card", Type.Words.of("a network card", "e1000", "vmxnet3"));
  private final Slot network =
      Slot.of("network", Type.Words.of("a network", "bridge", "nat", "host-only"));
  private final Slot address = Slot.of("mac", new Type.NetAddress(Type.NetAddress.Sort.MAC));
  private final Signature mac = Signature.of("mac").required(address).doc("Its MAC address.");
  private final Signature nic =
      Signature.of("nic")
          .required(card)
          .optional(network)
          .repeats()
          .options(
              mac,
              Signature.of("mtu")
                  .required(Slot.of("bytes", new Type.Whole(Dimension.COUNT, 68, 9000)))
                  .fallback("1500")
                  .doc("The largest packet."),
              Signature.of("queues")
                  .required(Slot.of("queues", new Type.Whole(Dimension.COUNT, 1, 64)))
                  .fallback("1")
                  .doc("Queues of a vmxnet3."))
          .doc(
              "A network card and the network it is on. Declared, exported and inert in this version.");

  Signature signature() {
    return nic;
  }

  List<NicSettings> settings(Arguments properties) {
    return properties.options(nic).stream().map(this::read).toList();
  }

  private NicSettings read(Arguments given) {
    OptionalLong own =
        given
            .option(mac)
            .map(o -> OptionalLong.of(((Value.Mac) o.value(address)).bits()))
            .orElse(OptionalLong.empty());
    Network joined = given.has(network) ? NETWORKS.get(given.word(network)) : Network.BRIDGE;
    return new NicSettings(CARDS.get(given.word(card)), joined, own);
  }
}
