package dev.vsim.commands.network;

import dev.vsim.machine.net.Nic;
import dev.vsim.machine.net.Traffic;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code link esxi1.nic0 down}: pulls a card's cable, or plugs it in again. */
public final class Link implements Command {
  private static final Slot NIC = Slot.of("nic", new Type.OfKind("nic"));
  private static final Slot STATE = Slot.of("state", Type.Words.of("a link's state", "up", "down"));
  private static final Signature SIGNATURE =
      Signature.of("link")
          .required(NIC)
          .required(STATE)
          .doc("Pulls the cable of a VM's card or of a host's, or plugs it in again.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Nic nic = (Nic) given.object(NIC);
    setting.machine().network().start();
    return new Traffic(setting.machine().network())
        .link(nic, given.word(STATE).equals("up"))
        .<Outcome>map(Outcome.Runs::new)
        .orElseGet(() -> Outcome.wrongAt(NIC, NetProblem.NO_CABLE, nic.path()));
  }
}
