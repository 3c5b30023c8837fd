package dev.vsim.commands.network;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.Station;
import dev.vsim.machine.net.Undertaking;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;
import java.util.function.Function;

/** What commands from one station to another share: who sends, and to which address. */
final class Ends {
  static final Type STATION = new Type.OfKind("vm", "nic", "host", "router", "internet");
  static final Type ADDRESS =
      new Type.Either(STATION, new Type.NetAddress(Type.NetAddress.Sort.IP));

  /** A port of UDP or TCP. */
  static final Type PORT = new Type.Whole(Dimension.COUNT, 1, 65_535);

  /** The most data that a datagram or an echo holds, in bytes: 65,535 less the headers. */
  static final int MOST_DATA = 65_507;

  private final Slot from = Slot.of("from", STATION);
  private final Slot to = Slot.of("to", ADDRESS);

  /**
   * Two stations that are there.
   *
   * @param receiver who is at the address, if that is a station of this world
   */
  record Pair(Station sender, int address, Optional<Station> receiver) {}

  Slot from() {
    return from;
  }

  Slot to() {
    return to;
  }

  /**
   * Lets the stations that a command means do something; what they cannot is told instead.
   *
   * @param command its word, as {@code refused} has it
   */
  Outcome perform(
      String command, Arguments given, Machine machine, Function<Pair, Undertaking> work) {
    Optional<Station> sender = machine.network().station(given.object(from));
    if (sender.isEmpty()) {
      return noCard(from, given);
    }
    Optional<Station> receiver = Optional.empty();
    int address;
    if (given.value(to) instanceof Value.Ip ip) {
      address = ip.bits();
    } else {
      receiver = machine.network().station(given.object(to));
      if (receiver.isEmpty()) {
        return noCard(to, given);
      }
      address = receiver.get().address(sender.get());
    }
    if (receiver.isPresent() && address == 0) {
      return Outcome.wrongAt(to, NetProblem.NO_ADDRESS, given.object(to).path());
    }
    return start(command, new Pair(sender.get(), address, receiver), machine, work);
  }

  private static Outcome start(
      String command, Pair pair, Machine machine, Function<Pair, Undertaking> work) {
    return refused(command, pair.sender.vm(), machine) || crashed(command, pair.sender, machine)
        ? Outcome.DONE
        : new Outcome.Runs(work.apply(pair));
  }

  private static boolean crashed(String command, Station sender, Machine machine) {
    boolean crashed = machine.hosts().stream().anyMatch(h -> h == sender.subject() && !h.isUp());
    if (crashed) {
      machine.refuse(sender.subject(), command, "crashed");
    }
    return crashed;
  }

  /** Whether a VM cannot act now, which is told then. */
  static boolean refused(String command, Optional<Vm> actor, Machine machine) {
    Optional<String> why = actor.flatMap(Vm::hindrance);
    why.ifPresent(reason -> machine.refuse(actor.get(), command, reason));
    return why.isPresent();
  }

  private static Outcome noCard(Slot slot, Arguments given) {
    return Outcome.wrongAt(slot, NetProblem.NO_CARD, given.object(slot).path());
  }
}
