package dev.vsim.commands.network;

import dev.vsim.machine.net.Datagram;
import dev.vsim.machine.net.Octets;
import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.net.Undertaking;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code send linux -> 8.8.8.8 < proto udp; port 53; size 512 >}: one message. */
public final class Send implements Command {
  private static final int USUAL_SIZE = 64;
  private static final int USUAL_PORT = 7;
  private static final int MOST_TTL = 255;
  private static final int USUAL_TTL = 64;
  private static final long WINDOW = 256 << 10;
  private static final Ends ENDS = new Ends();
  private static final Slot PROTO =
      Slot.of("proto", Type.Words.of("a protocol", "udp", "tcp", "icmp"));
  private static final Signature PROTO_OPTION =
      Signature.of("proto")
          .required(PROTO)
          .fallback("udp")
          .doc("By which protocol; TCP opens a connection for it and closes it.");
  private static final Slot TO_PORT = Slot.of("port", Ends.PORT);
  private static final Signature PORT_OPTION =
      Signature.of("port")
          .required(TO_PORT)
          .fallback("7")
          .doc("The port that it is for; at port 53 it is a question for a name.");
  private static final Slot FROM_PORT = Slot.of("port", Ends.PORT);
  private static final Signature FROM_PORT_OPTION =
      Signature.of("from-port")
          .required(FROM_PORT)
          .doc("The port that it is from; without it the sender's next from 49152 upward.");
  private static final Slot FROM = Slot.of("ip", new Type.NetAddress(Type.NetAddress.Sort.IP));
  private static final Signature FROM_OPTION =
      Signature.of("from")
          .required(FROM)
          .doc("The address that it says it is from; for the internet without it 203.0.113.1.");
  private static final Slot SIZE =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, 0, Ends.MOST_DATA));
  private static final Signature SIZE_OPTION =
      Signature.of("size").required(SIZE).fallback("64").doc("Bytes of data.");
  private static final Slot TTL = Slot.of("routers", new Type.Whole(Dimension.COUNT, 1, MOST_TTL));
  private static final Signature TTL_OPTION =
      Signature.of("ttl")
          .required(TTL)
          .fallback("64")
          .doc("How many routers and NAT devices it may pass.");
  private static final Slot WHOLE = Slot.of("state", Types.SWITCH);
  private static final Signature DF_OPTION =
      Signature.of("df")
          .required(WHOLE)
          .fallback("off")
          .doc("Whether it is lost rather than cut into fragments where it is too long.");
  private static final Signature SIGNATURE =
      Signature.of("send")
          .required(ENDS.from())
          .arrow()
          .required(ENDS.to())
          .options(PROTO_OPTION, PORT_OPTION, FROM_PORT_OPTION, FROM_OPTION)
          .options(SIZE_OPTION, TTL_OPTION, DF_OPTION)
          .doc("Sends one message and waits until what comes of it is over.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Traffic traffic = new Traffic(setting.machine().network());
    return ENDS.perform(
        SIGNATURE.word(), given, setting.machine(), ends -> send(given, ends, traffic));
  }

  private static Undertaking send(Arguments given, Ends.Pair ends, Traffic traffic) {
    int port = given.option(PORT_OPTION).map(o -> (int) o.number(TO_PORT)).orElse(USUAL_PORT);
    int size = given.option(SIZE_OPTION).map(o -> (int) o.number(SIZE)).orElse(USUAL_SIZE);
    boolean whole = given.option(DF_OPTION).map(o -> o.isOn(WHOLE)).orElse(false);
    Optional<Integer> fromPort = given.option(FROM_PORT_OPTION).map(o -> (int) o.number(FROM_PORT));
    Optional<Integer> from = given.option(FROM_OPTION).map(o -> ((Value.Ip) o.value(FROM)).bits());
    return switch (proto(given)) {
      case UDP ->
          traffic.send(
              ends.sender(),
              ends.address(),
              new Datagram(
                  port,
                  size,
                  fromPort,
                  from,
                  given.option(TTL_OPTION).map(o -> (int) o.number(TTL)).orElse(USUAL_TTL),
                  whole));
      case TCP ->
          traffic.transfer(
              ends.sender(),
              ends.address(),
              ends.receiver(),
              new Octets(port, fromPort, from, size, WINDOW, false));
      case ICMP -> traffic.ping(ends.sender(), ends.address(), 1, 1, size, whole);
    };
  }

  /** What can be sent. */
  private enum Proto {
    UDP,
    TCP,
    ICMP
  }

  private static Proto proto(Arguments given) {
    return given
        .option(PROTO_OPTION)
        .map(o -> Proto.valueOf(o.word(PROTO).toUpperCase(java.util.Locale.ROOT)))
        .orElse(Proto.UDP);
  }
}
