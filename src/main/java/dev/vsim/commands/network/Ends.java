package dev.vsim.commands.network;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.Station;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;

/** What commands from one station to another share: who sends, and to which address. */
final class Ends {
  static final Type STATION = new Type.OfKind("vm", "nic", "host", "router", "internet");
  static final Type ADDRESS =
      new Type.Either(STATION, new Type.NetAddress(Type.NetAddress.Sort.IP));

  private final Slot from = Slot.of("from", STATION);
  private final Slot to = Slot.of("to", ADDRESS);

  /** Two stations, or what is wrong with them. */
  sealed interface Found {
    /**
     * They are there.
     *
     * @param receiver who is at the address, if that is a station of this world
     */
    record Good(Station sender, int address, Optional<Station> receiver) implements Found {}

    /** They are not. */
    record Bad(Outcome outcome) implements Found {}
  }

  Slot from() {
    return from;
  }

  Slot to() {
    return to;
  }

  /** The stations that a command means. */
  Found find(Arguments given, Machine machine) {
    Optional<Station> sender = machine.network().station(given.object(from));
    if (sender.isEmpty()) {
      return bad(from, given);
    } else if (given.value(to) instanceof Value.Ip ip) {
      return new Found.Good(sender.get(), ip.bits(), Optional.empty());
    }
    Optional<Station> receiver = machine.network().station(given.object(to));
    if (receiver.isEmpty()) {
      return bad(to, given);
    }
    int address = receiver.get().address(sender.get());
    return address == 0
        ? new Found.Bad(Outcome.wrongAt(to, NetProblem.NO_ADDRESS, given.object(to).path()))
        : new Found.Good(sender.get(), address, receiver);
  }

  private static Found bad(Slot slot, Arguments given) {
    return new Found.Bad(Outcome.wrongAt(slot, NetProblem.NO_CARD, given.object(slot).path()));
  }
}
