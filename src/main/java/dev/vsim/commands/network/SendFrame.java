package dev.vsim.commands.network;

import dev.vsim.machine.net.RawFrame;
import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.net.VirtualNic;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code send linux.nic0 -> 00:0C:29:00:00:02 < vlan 100 >}: a frame as it is. */
public final class SendFrame implements Command {
  private static final int USUAL_SIZE = 46;
  private static final int MOST_PAYLOAD = 9000;
  private static final int LAST_TYPE = 0xFFFF;
  private static final int FIRST_TYPE = 0x0600;
  private static final Type MAC = new Type.NetAddress(Type.NetAddress.Sort.MAC);
  private static final Slot NIC = Slot.of("nic", new Type.OfKind("nic"));
  private static final Slot TO = Slot.of("to", MAC);
  private static final Slot SOURCE = Slot.of("mac", MAC);
  private static final Signature SRC_OPTION =
      Signature.of("src")
          .required(SOURCE)
          .doc("The address that it says it is from; without it the card's own.");
  private static final Slot VLAN =
      Slot.of("vlan", new Type.Whole(Dimension.COUNT, 1, Ethernet.LAST_VLAN));
  private static final Signature VLAN_OPTION =
      Signature.of("vlan").required(VLAN).doc("The VLAN of its tag; without it it has no tag.");
  private static final Slot TYPE =
      Slot.of("type", new Type.Whole(Dimension.ADDRESS, FIRST_TYPE, LAST_TYPE));
  private static final Signature TYPE_OPTION =
      Signature.of("type").required(TYPE).fallback("0x88b5").doc("Its EtherType.");
  private static final Slot SIZE =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, 0, MOST_PAYLOAD));
  private static final Signature SIZE_OPTION =
      Signature.of("size").required(SIZE).fallback("46").doc("Bytes of payload.");
  private static final Signature SIGNATURE =
      Signature.of("send")
          .required(NIC)
          .arrow()
          .required(TO)
          .options(SRC_OPTION, VLAN_OPTION, TYPE_OPTION, SIZE_OPTION)
          .doc("Sends a frame as it is from a VM's card.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    if (!(given.object(NIC) instanceof VirtualNic nic)) {
      return Outcome.wrongAt(
          NIC,
          ActionProblem.UNUSABLE_VALUE,
          "frames are put together by a guest, and " + given.object(NIC).path() + " has none",
          "name a VM's card: `linux.nic0`");
    }
    if (Ends.refused(SIGNATURE.word(), Optional.of(nic.vm()), setting.machine())) {
      return Outcome.DONE;
    }
    RawFrame frame =
        new RawFrame(
            mac(given.value(TO)),
            given.option(SRC_OPTION).map(o -> mac(o.value(SOURCE))).orElse(mac(nic.mac())),
            given.option(VLAN_OPTION).map(o -> (int) o.number(VLAN)).orElse(0),
            given.option(TYPE_OPTION).map(o -> (int) o.number(TYPE)).orElse(Ethernet.EXPERIMENTAL),
            given.option(SIZE_OPTION).map(o -> (int) o.number(SIZE)).orElse(USUAL_SIZE));
    return new Outcome.Runs(new Traffic(setting.machine().network()).send(nic, frame));
  }

  private static long mac(Value value) {
    return ((Value.Mac) value).bits();
  }
}
