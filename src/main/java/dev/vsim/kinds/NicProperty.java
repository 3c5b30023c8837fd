package dev.vsim.kinds;

import dev.vsim.machine.net.Network;
import dev.vsim.machine.net.NicSettings;
import dev.vsim.machine.net.NicSettings.Attachment;
import dev.vsim.machine.net.PortGroup;
import dev.vsim.machine.net.Switch;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code nic vmxnet3 prod < queues 4; mtu 9000 >}: one of a VM's network cards. */
final class NicProperty {
  private static final int SHORTEST_MTU = 68;
  private static final int LONGEST_MTU = 9000;
  private static final int MOST_QUEUES = 64;
  private static final String E1000 = "e1000";

  private final Slot card = Slot.of("card", Type.Words.of("a network card", E1000, "vmxnet3"));
  private final Slot network =
      Slot.of(
          "network",
          new Type.Either(
              Type.Words.of("a network", "bridge", "nat", "host-only"),
              new Type.OfKind("port-group", "switch")));
  private final Slot lease = Slot.of("lease", Type.Words.of("a way to get an address", "dhcp"));
  private final Slot macAddress = Slot.of("mac", new Type.NetAddress(Type.NetAddress.Sort.MAC));
  private final Signature mac =
      Signature.of("mac")
          .required(macAddress)
          .doc("Its hardware address; without it the next from 00:0C:29:00:00:01 upward.");
  private final Slot ipAddress = Slot.of("ip", new Type.NetAddress(Type.NetAddress.Sort.IP));
  private final Signature ip =
      Signature.of("ip")
          .required(ipAddress)
          .doc("Its guest's address on it; without it the lowest free one of the network.");
  private final Slot bytes =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, SHORTEST_MTU, LONGEST_MTU));
  private final Signature mtu =
      Signature.of("mtu")
          .required(bytes)
          .fallback("1500")
          .doc("The longest packet that its guest sends, in bytes.");
  private final Slot count = Slot.of("queues", new Type.Whole(Dimension.COUNT, 1, MOST_QUEUES));
  private final Signature queues =
      Signature.of("queues")
          .required(count)
          .fallback("1")
          .doc("Queues of a vmxnet3, served by the vCPUs in turn; a flow keeps to one.");
  private final Slot hears = Slot.of("state", Types.SWITCH);
  private final Signature promiscuous =
      Signature.of("promiscuous")
          .required(hears)
          .fallback("off")
          .doc("Whether it takes in frames for others too, as far as they come to its port.");
  private final Slot cuts = Slot.of("state", Types.SWITCH);
  private final Signature tso =
      Signature.of("tso")
          .required(cuts)
          .fallback("on")
          .doc("TCP segmentation offload of a vmxnet3: it cuts bursts of up to 64K itself.");
  private final Slot joins = Slot.of("state", Types.SWITCH);
  private final Signature lro =
      Signature.of("lro")
          .required(joins)
          .fallback("on")
          .doc("Large receive offload of a vmxnet3: it joins the segments of a stream.");
  private final Signature signature =
      Signature.of("nic")
          .required(card)
          .optional(network)
          .optional(lease)
          .repeats()
          .options(mac, ip, mtu, queues, promiscuous, tso, lro)
          .doc(
              "A network card, and what it is on: `bridge` (which it is without a word), `nat`, `host-only`, a port group or a switch; with `dhcp` its guest asks a server for its address.");

  Signature signature() {
    return signature;
  }

  /** What is wrong with the cards that a VM is given, if anything. */
  Optional<Outcome> problem(Arguments vm) {
    for (Arguments one : vm.options(signature)) {
      boolean emulated = one.word(card).equals(E1000);
      for (Signature other : List.of(queues, tso, lro)) {
        if (emulated && one.option(other).isPresent()) {
          return Optional.of(Outcome.wrongAt(card, NetProblem.OF_OTHER_CARD, other.word()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What is wrong with what the cards of a VM on a host are on, or with their addresses there, if
   * anything.
   */
  Optional<Outcome> placeProblem(Arguments vm, Network network, Subject host) {
    for (Arguments one : vm.options(signature)) {
      NicSettings settings = nic(one);
      Optional<Outcome> problem =
          network.has(host, settings)
              ? macProblem(settings)
                  .or(() -> ipProblem(settings, network.addresses(settings, host)))
              : Optional.of(
                  Outcome.wrongAt(
                      this.network,
                      NetProblem.NOT_OF_ITS_HOST,
                      one.object(this.network).path(),
                      host.path()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Outcome> macProblem(NicSettings one) {
    return one.mac()
        .filter(Ethernet::isGroup)
        .map(
            group ->
                Outcome.wrongAt(
                    macAddress, NetProblem.GROUP_ADDRESS, new Value.Mac(group).print()));
  }

  private Optional<Outcome> ipProblem(NicSettings one, Value.Network own) {
    return one.ip().filter(ip -> !own.hasHost(ip)).map(ip -> outside(ip, own));
  }

  private Outcome outside(int ip, Value.Network own) {
    String given = new Value.Ip(ip).print();
    String first = new Value.Ip(own.first() + 1).print();
    String last = new Value.Ip(own.last() - 1).print();
    return Outcome.wrongAt(
        ipAddress, NetProblem.OUTSIDE_NETWORK, given, own.print(), first + " to " + last);
  }

  /** The cards that a VM is given, in order. */
  List<NicSettings> read(Arguments vm) {
    List<NicSettings> all = new ArrayList<>();
    for (Arguments one : vm.options(signature)) {
      all.add(nic(one));
    }
    return all;
  }

  private NicSettings nic(Arguments given) {
    return new NicSettings(
        NicSettings.Card.valueOf(given.word(card).toUpperCase(Locale.ROOT)),
        attachment(given),
        given.option(mac).map(o -> ((Value.Mac) o.value(macAddress)).bits()),
        given.option(ip).map(o -> ((Value.Ip) o.value(ipAddress)).bits()),
        given.option(mtu).map(o -> (int) o.number(bytes)).orElse(1500),
        given.option(queues).map(o -> (int) o.number(count)).orElse(1),
        given.has(lease),
        given.option(promiscuous).map(o -> o.isOn(hears)).orElse(false),
        given.option(tso).map(o -> o.isOn(cuts)).orElse(true),
        given.option(lro).map(o -> o.isOn(joins)).orElse(true));
  }

  private Attachment attachment(Arguments given) {
    if (!given.has(network)) {
      return new Attachment.Of(NicSettings.Mode.BRIDGE);
    } else if (given.value(network) instanceof Value.Thing thing) {
      return thing.subject() instanceof PortGroup group
          ? new Attachment.ToGroup(group)
          : new Attachment.ToSwitch((Switch) thing.subject());
    }
    String word = given.word(network).toUpperCase(Locale.ROOT).replace('-', '_');
    return new Attachment.Of(NicSettings.Mode.valueOf(word));
  }
}
