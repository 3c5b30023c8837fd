package dev.vsim.commands.processor;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.GuestAction;
import dev.vsim.machine.virt.Profile;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.ProcessorWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code < profile compute; misses 200_000; page 2M >}: what the software of a load does that
 * concerns a hypervisor.
 */
final class ProfileOptions {
  private static final String SERVER = "server";
  private static final String COMPUTE = "compute";
  private static final long MOST = 1_000_000_000;

  private final Slot name = Slot.of("name", Type.Words.of("a profile", SERVER, COMPUTE));
  private final Signature profile =
      Signature.of("profile")
          .required(name)
          .fallback(SERVER)
          .doc(
              "What its software does: `server`, 10,000 exits in a second of its time, of them 2,000 register accesses, and 100,000 TLB misses; or `compute`, which hardly leaves the guest and misses the TLB four times as often.");
  private final Slot times = Slot.of("times", new Type.Whole(Dimension.COUNT, 0, MOST));
  private final List<Signature> rates =
      Arrays.stream(GuestAction.values()).map(this::rate).toList();
  private final Slot size = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, 1L << 40));
  private final Signature page =
      Signature.of("page")
          .required(size)
          .fallback("4K")
          .doc("How large the pages of its software are: what a TLB miss walks depends on it.");

  private Signature rate(GuestAction action) {
    return Signature.of(action.word())
        .required(times)
        .fallback(Long.toString(Profile.SERVER.rate(action)))
        .doc(
            "How often in a second of its time: "
                + ProcessorWords.of(action)
                + (Profile.COMPUTE.rate(action) == Profile.SERVER.rate(action)
                    ? "."
                    : "; " + Profile.COMPUTE.rate(action) + " with `profile compute`."));
  }

  Signature[] signatures() {
    List<Signature> all = new ArrayList<>(List.of(profile));
    all.addAll(rates);
    all.add(page);
    return all.toArray(Signature[]::new);
  }

  /** What is wrong with these for a VM, if anything. */
  Optional<Outcome> problem(Arguments given, Vm vm) {
    PagingForm form = vm.settings().kernel().paging();
    Optional<Arguments> pages = given.option(page);
    if (pages.isEmpty() || form.levelOf(pages.get().number(size)).isPresent()) {
      return Optional.empty();
    }
    List<String> sizes = new ArrayList<>();
    for (int level = 1; level <= form.largest(); level++) {
      sizes.add(Printed.whole(form.size(level), Dimension.SIZE));
    }
    return Optional.of(
        Outcome.wrongAt(
            size,
            ActionProblem.UNUSABLE_VALUE,
            "the paging of "
                + vm.path()
                + " has no pages of "
                + Printed.whole(pages.get().number(size), Dimension.SIZE),
            "its pages have " + String.join(" or ", sizes)));
  }

  Profile read(Arguments given, Vm vm) {
    boolean computes = given.option(profile).map(o -> o.word(name).equals(COMPUTE)).orElse(false);
    Profile read = computes ? Profile.COMPUTE : Profile.SERVER;
    for (GuestAction action : GuestAction.values()) {
      Optional<Arguments> rate = given.option(rates.get(action.ordinal()));
      if (rate.isPresent()) {
        read = read.with(action, rate.get().number(times));
      }
    }
    PagingForm form = vm.settings().kernel().paging();
    return read.withLevel(given.option(page).flatMap(o -> form.levelOf(o.number(size))).orElse(1));
  }
}
