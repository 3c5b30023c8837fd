package dev.vsim.commands.network;

import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.net.VirtualNic;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code mac a.nic0 = 00:50:56:00:00:09}: a guest gives its card another address. */
public final class SetMac implements Command {
  private static final Slot NIC = Slot.of("nic", new Type.OfKind("nic"));
  private static final Slot MAC = Slot.of("mac", new Type.NetAddress(Type.NetAddress.Sort.MAC));
  private static final Signature SIGNATURE =
      Signature.of("mac")
          .required(NIC)
          .assigned(MAC)
          .doc("Lets a guest give its card another address than the one that it was given.");

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
          "only a guest changes its card's address, and " + given.object(NIC).path() + " has none",
          "name a VM's card: `linux.nic0`");
    }
    Value.Mac mac = (Value.Mac) given.value(MAC);
    if (Ethernet.isGroup(mac.bits())) {
      return Outcome.wrongAt(MAC, NetProblem.GROUP_ADDRESS, mac.print());
    } else if (!Ends.refused(SIGNATURE.word(), Optional.of(nic.vm()), setting.machine())) {
      new Traffic(setting.machine().network()).readdress(nic, mac.bits());
    }
    return Outcome.DONE;
  }
}
