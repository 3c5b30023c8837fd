package dev.vsim.commands.network;

import dev.vsim.machine.net.Station;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code show arp linux}: whom a station knows on its links. */
public final class ShowArp implements Command {
  /** What never has to be asked for is older than anything. */
  private static final long FOR_EVER = Long.MIN_VALUE / 4;

  private static final Slot STATION = Slot.of("of", Ends.STATION);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("arp")
          .required(STATION)
          .doc("Draws the ARP cache of a VM, a host or a router: who has which hardware address.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Optional<Station> station = setting.machine().network().station(given.object(STATION));
    if (station.isEmpty()) {
      return Outcome.wrongAt(STATION, NetProblem.NO_CARD, given.object(STATION).path());
    }
    Table table =
        new Table(
            "ARP cache of " + station.get().subject().path(),
            "",
            "IP Address",
            "MAC Address",
            "Interface",
            "Age");
    for (Station.Neighbour one : station.get().neighbours()) {
      table.row(
          Printed.ip(one.ip()),
          Printed.mac(one.mac()),
          one.interfaceOf().path(),
          one.age() < FOR_EVER ? "fixed" : Shown.time(one.age()));
    }
    return new Outcome.Shown(table.lines());
  }
}
