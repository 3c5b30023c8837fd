package dev.vsim.commands.network;

import dev.vsim.machine.net.Octets;
import dev.vsim.machine.net.Traffic;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code transfer linux -> gw < size 100M; proto tcp; port 80 >}: how fast it goes. */
public final class Transfer implements Command {
  private static final long USUAL_SIZE = 10 << 20;
  private static final long MOST = 1L << 40;
  private static final int USUAL_PORT = 80;
  private static final long LEAST_WINDOW = 2 << 10;
  private static final long MOST_WINDOW = 1 << 28;
  private static final long USUAL_WINDOW = 256 << 10;
  private static final Ends ENDS = new Ends();
  private static final Slot SIZE = Slot.of("bytes", new Type.Whole(Dimension.SIZE, 0, MOST));
  private static final Signature SIZE_OPTION =
      Signature.of("size").required(SIZE).fallback("10M").doc("How much is sent.");
  private static final Slot PROTO = Slot.of("proto", Type.Words.of("a protocol", "tcp"));
  private static final Signature PROTO_OPTION =
      Signature.of("proto").required(PROTO).fallback("tcp").doc("By which protocol.");
  private static final Slot TO_PORT = Slot.of("port", Ends.PORT);
  private static final Signature PORT_OPTION =
      Signature.of("port").required(TO_PORT).fallback("80").doc("The port at the far end.");
  private static final Slot FROM_PORT = Slot.of("port", Ends.PORT);
  private static final Signature FROM_PORT_OPTION =
      Signature.of("from-port")
          .required(FROM_PORT)
          .doc("The port at this end; without it the next from 49152 upward.");
  private static final Slot WINDOW =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, LEAST_WINDOW, MOST_WINDOW));
  private static final Signature WINDOW_OPTION =
      Signature.of("window")
          .required(WINDOW)
          .fallback("256K")
          .doc("How much may be under way before it is acknowledged.");
  private static final Signature SIGNATURE =
      Signature.of("transfer")
          .required(ENDS.from())
          .arrow()
          .required(ENDS.to())
          .options(SIZE_OPTION, PROTO_OPTION, PORT_OPTION, FROM_PORT_OPTION, WINDOW_OPTION)
          .doc("Sends bytes by TCP, and tells how fast that was and what it took (rule R29).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Traffic traffic = new Traffic(setting.machine().network());
    return ENDS.perform(
        SIGNATURE.word(),
        given,
        setting.machine(),
        ends -> traffic.transfer(ends.sender(), ends.address(), ends.receiver(), octets(given)));
  }

  private static Octets octets(Arguments given) {
    return new Octets(
        given.option(PORT_OPTION).map(o -> (int) o.number(TO_PORT)).orElse(USUAL_PORT),
        given.option(FROM_PORT_OPTION).map(o -> (int) o.number(FROM_PORT)),
        Optional.empty(),
        given.option(SIZE_OPTION).map(o -> o.number(SIZE)).orElse(USUAL_SIZE),
        given.option(WINDOW_OPTION).map(o -> o.number(WINDOW)).orElse(USUAL_WINDOW),
        true);
  }
}
