package dev.vsim.kinds;

import dev.vsim.machine.memory.Claim;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;

/** {@code mem 1G < reservation 256M; limit 512M; shares 2000 >}: a VM's claim on host memory. */
final class ClaimProperties {
  private static final int MOST_SHARES = 1_000_000;
  private static final long LARGEST = 1L << 42;

  private final Slot least = Slot.of("size", new Type.Whole(Dimension.SIZE, 0, LARGEST));
  private final Signature reservation =
      Signature.of("reservation")
          .required(least)
          .fallback("0")
          .doc("What the host never takes back of it; the host must have as much for all its VMs.");
  private final Slot most = Slot.of("size", new Type.Whole(Dimension.SIZE, 4096, LARGEST));
  private final Signature limit =
      Signature.of("limit")
          .required(most)
          .doc(
              "What the host backs of it at most, even where it has more; all of it unless given.");
  private final Slot weight = Slot.of("shares", new Type.Whole(Dimension.COUNT, 1, MOST_SHARES));
  private final Signature shares =
      Signature.of("shares")
          .required(weight)
          .fallback("1000")
          .doc(
              "How much the VM counts beside others when balloons grow: first where most is backed over the reservation for each share (rule R23).");

  Signature[] signatures() {
    return new Signature[] {reservation, limit, shares};
  }

  /** What is said in the options of a VM's memory. */
  Claim read(Arguments given) {
    return new Claim(
        given.option(reservation).map(o -> o.number(least)).orElse(Claim.DEFAULT.reservation()),
        given.option(limit).map(o -> o.number(most)).orElse(Claim.DEFAULT.limit()),
        given.option(shares).map(o -> (int) o.number(weight)).orElse(Claim.DEFAULT.shares()));
  }

  /** What is wrong with a claim on so much memory, if anything. */
  Optional<Outcome> problem(Claim claim, long memory) {
    long top = Math.min(claim.limit(), memory);
    return claim.reservation() <= top
        ? Optional.empty()
        : Optional.of(
            Outcome.wrong(
                ActionProblem.UNUSABLE_VALUE,
                "the VM has at most "
                    + Printed.whole(top, Dimension.SIZE)
                    + " of memory and cannot reserve "
                    + Printed.whole(claim.reservation(), Dimension.SIZE),
                "reserve no more than its memory and its limit"));
  }
}
