package dev.vsim.kinds;

import dev.vsim.machine.Host;
import dev.vsim.machine.cpu.Affinity;
import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.source.ProcessorProblem;
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

/** What a VM declares about processor time: where its vCPUs may run, and how much they get. */
final class CpuProperties {
  private static final int MOST_SHARES = 1_000_000;

  private final Slot cores =
      Slot.of(
          "cores", new Type.ListOf(new Type.Whole(Dimension.COUNT, 0, HostKind.MOST_CORES - 1)));
  private final Signature affinity =
      Signature.of("affinity")
          .required(cores)
          .doc("The cores on which its vCPUs may run: `[0, 1]`; all of the host's unless given.");
  private final Slot weight = Slot.of("shares", new Type.Whole(Dimension.COUNT, 1, MOST_SHARES));
  private final Signature shares =
      Signature.of("shares")
          .required(weight)
          .fallback("1000")
          .doc(
              "How much each of its vCPUs counts beside others under `proportional`; unlike vSphere's, not divided by their number.");
  private final Slot least = part("least");
  private final Signature reservation =
      Signature.of("reservation")
          .required(least)
          .fallback("0%")
          .doc(
              "What each of its vCPUs gets at least of a core under `proportional`, if it wants it, in every 100 ms.");
  private final Slot most = part("most");
  private final Signature limit =
      Signature.of("limit")
          .required(most)
          .fallback("100%")
          .doc(
              "What each of its vCPUs gets at most of a core under `proportional`, in every 100 ms.");

  private static Slot part(String name) {
    return Slot.of(name, new Type.Real(Dimension.COUNT, 0, 1));
  }

  List<Signature> signatures() {
    return List.of(affinity, shares, reservation, limit);
  }

  CpuSettings settings(Arguments given) {
    CpuSettings settings = CpuSettings.DEFAULT;
    Optional<Arguments> where = given.option(affinity);
    if (where.isPresent()) {
      settings = settings.withAffinity(Affinity.of(cores(where.get())));
    }
    Optional<Arguments> count = given.option(shares);
    if (count.isPresent()) {
      settings = settings.withShares((int) count.get().number(weight));
    }
    Optional<Arguments> reserved = given.option(reservation);
    if (reserved.isPresent()) {
      settings = settings.withReservation(window(reserved.get(), least));
    }
    Optional<Arguments> limited = given.option(limit);
    return limited.isPresent() ? settings.withLimit(window(limited.get(), most)) : settings;
  }

  private List<Integer> cores(Arguments given) {
    return ((Value.Items) given.value(cores))
        .items().stream().map(v -> (int) ((Value.Whole) v).amount()).toList();
  }

  private static long window(Arguments given, Slot slot) {
    return Math.round(Shares.of(given.value(slot)) * CpuSettings.WINDOW);
  }

  /** What is wrong with these on a host, if anything. */
  Optional<Outcome> problem(Arguments given, Host host) {
    CpuSettings settings = settings(given);
    Optional<Arguments> where = given.option(affinity);
    if (where.isPresent()) {
      int last = host.settings().cpus() - 1;
      if (cores(where.get()).isEmpty()) {
        return Optional.of(Outcome.wrongAt(cores, ProcessorProblem.NOWHERE_TO_RUN, "0.." + last));
      } else if (settings.affinity().highest() > last) {
        return Optional.of(
            Outcome.wrongAt(
                cores,
                ProcessorProblem.NO_SUCH_CORE,
                host.path(),
                settings.affinity().highest(),
                last));
      }
    }
    return settings.reservation() <= settings.limit()
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                most,
                ProcessorProblem.LIMIT_BELOW_RESERVATION,
                time(settings.limit()),
                time(settings.reservation())));
  }

  private static String time(long nanoseconds) {
    return Printed.whole(nanoseconds, Dimension.DURATION);
  }
}
