package dev.vsim.commands.network;

import dev.vsim.machine.net.Traffic;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code ping linux -> windows < count 3 >}: echo requests, and what comes back. */
public final class Ping implements Command {
  private static final long SECOND = 1_000_000_000L;
  private static final int USUAL_SIZE = 56;
  private static final int MOST_REQUESTS = 65_535;
  private static final Ends ENDS = new Ends();
  private static final Slot COUNT =
      Slot.of("requests", new Type.Whole(Dimension.COUNT, 1, MOST_REQUESTS));
  private static final Signature COUNT_OPTION =
      Signature.of("count").required(COUNT).fallback("1").doc("How many requests.");
  private static final Slot INTERVAL =
      Slot.of("interval", new Type.Whole(Dimension.DURATION, 1, 3600 * SECOND));
  private static final Signature INTERVAL_OPTION =
      Signature.of("interval")
          .required(INTERVAL)
          .fallback("1s")
          .doc("How long after one request the next is sent.");
  private static final Slot SIZE =
      Slot.of("bytes", new Type.Whole(Dimension.SIZE, 0, Ends.MOST_DATA));
  private static final Signature SIZE_OPTION =
      Signature.of("size").required(SIZE).fallback("56").doc("Bytes of data in each request.");
  private static final Slot WHOLE = Slot.of("state", Types.SWITCH);
  private static final Signature DF_OPTION =
      Signature.of("df")
          .required(WHOLE)
          .fallback("off")
          .doc("Whether a request that is too long is lost rather than cut into fragments.");
  private static final Signature SIGNATURE =
      Signature.of("ping")
          .required(ENDS.from())
          .arrow()
          .required(ENDS.to())
          .options(COUNT_OPTION, INTERVAL_OPTION, SIZE_OPTION, DF_OPTION)
          .doc("Sends echo requests and waits for the replies, a second for each (rule R26).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    int count = given.option(COUNT_OPTION).map(o -> (int) o.number(COUNT)).orElse(1);
    long interval = given.option(INTERVAL_OPTION).map(o -> o.number(INTERVAL)).orElse(SECOND);
    int size = given.option(SIZE_OPTION).map(o -> (int) o.number(SIZE)).orElse(USUAL_SIZE);
    boolean whole = given.option(DF_OPTION).map(o -> o.isOn(WHOLE)).orElse(false);
    Traffic traffic = new Traffic(setting.machine().network());
    return ENDS.perform(
        SIGNATURE.word(),
        given,
        setting.machine(),
        ends -> traffic.ping(ends.sender(), ends.address(), count, interval, size, whole));
  }
}
