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

/** {@code show route linux}: which way a station's packets go. */
public final class ShowRoute implements Command {
  private static final Slot STATION = Slot.of("of", Ends.STATION);
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("route")
          .required(STATION)
          .doc("Draws the routing table of a VM, a host or a router.");

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
            "routes of " + station.get().subject().path(),
            "",
            "Destination",
            "Next Hop",
            "Interface");
    for (Station.Way way : station.get().ways()) {
      table.row(
          way.prefix() == 0 ? "default" : Printed.ip(way.network()) + "/" + way.prefix(),
          way.nextHop() == 0 ? "on the link" : Printed.ip(way.nextHop()),
          way.by().path());
    }
    return new Outcome.Shown(table.lines());
  }
}
