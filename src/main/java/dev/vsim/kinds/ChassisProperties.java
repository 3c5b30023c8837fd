package dev.vsim.kinds;

import dev.vsim.machine.Chassis;
import dev.vsim.source.DeviceProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.List;
import java.util.Optional;

/** What a host declares of itself in the computer room: {@code power idle 200W peak 400W}. */
final class ChassisProperties {
  private static final double MOST_WATTS = 1e6;
  private static final int MOST_UNITS = 48;

  private final Slot least = Slot.of("idle", watts());
  private final Slot most = Slot.of("peak", watts());
  private final Signature power =
      Signature.of("power")
          .fixed("idle")
          .required(least)
          .fixed("peak")
          .required(most)
          .fallback("idle 200W peak 400W")
          .doc(
              "The power that it takes with idle processors and with all of them busy; between them it grows with"
                  + " their load (rule R38).");
  private final Slot count = Slot.of("units", new Type.Whole(Dimension.COUNT, 1, MOST_UNITS));
  private final Signature rackUnits =
      Signature.of("rack-units")
          .required(count)
          .fallback("1")
          .doc("The units of a rack that it takes, 44.45 mm each.");

  private static Type watts() {
    return new Type.Real(Dimension.POWER, 0, MOST_WATTS);
  }

  List<Signature> signatures() {
    return List.of(power, rackUnits);
  }

  Chassis read(Arguments given) {
    Optional<Arguments> drawn = given.option(power);
    return new Chassis(
        drawn.map(o -> Shares.of(o.value(least))).orElse(Chassis.DEFAULT.idle()),
        drawn.map(o -> Shares.of(o.value(most))).orElse(Chassis.DEFAULT.peak()),
        given.option(rackUnits).map(o -> (int) o.number(count)).orElse(Chassis.DEFAULT.units()));
  }

  /** What is wrong with them, if anything. */
  Optional<Outcome> problem(Arguments given) {
    Chassis chassis = read(given);
    return chassis.idle() <= chassis.peak()
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                most, DeviceProblem.POWER_FALLS, shown(chassis.peak()), shown(chassis.idle())));
  }

  private static String shown(double watts) {
    return Printed.of(new Value.Real(watts, Dimension.POWER));
  }
}
