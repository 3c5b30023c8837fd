package dev.vsim.kinds;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.virt.EptSettings;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;

/** {@code ept off}, {@code ept < exec-only off; page 2M >}: extended page tables. */
final class EptProperty {
  private final Slot state = Slot.of("state", Types.SWITCH);
  private final Slot offered = Slot.of("state", Types.SWITCH);
  private final Signature executeOnly =
      Signature.of("exec-only")
          .required(offered)
          .fallback("on")
          .doc(
              "Whether an entry may permit to execute and not to read; off: such an entry is a misconfiguration.");
  private final Slot marks = Slot.of("state", Types.SWITCH);
  private final Signature accessedDirty =
      Signature.of("ad")
          .required(marks)
          .fallback("on")
          .doc(
              "Whether walks set A and D in the entries; then a guest's tables are read as if they were written.");
  private final Slot size = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, 1L << 40));
  private final Signature page =
      Signature.of("page")
          .required(size)
          .fallback("4K")
          .doc(
              "The largest pages that it backs a guest with, 4K, 2M or 1G; where so many frames in a row are not free, smaller ones.");
  private final Slot depth =
      Slot.of("count", new Type.Whole(Dimension.COUNT, 1, PagingForm.MOST_EPT_LEVELS));
  private final Signature levels =
      Signature.of("levels")
          .required(depth)
          .fallback("4")
          .doc("How many levels it has: processors have 4 or 5, the others are there to compare.");
  private final Signature signature =
      Signature.of("ept")
          .optional(state)
          .fallback("on")
          .options(executeOnly, accessedDirty, page, levels)
          .doc(
              "Extended page tables, from guest-physical to host-physical; off: the hypervisor shadows the guest's tables (rule R21).");

  Signature signature() {
    return signature;
  }

  /** What is said, beside what holds otherwise. */
  EptSettings read(Arguments properties, EptSettings otherwise) {
    return properties.option(signature).map(given -> with(given, otherwise)).orElse(otherwise);
  }

  private EptSettings with(Arguments given, EptSettings otherwise) {
    EptSettings settings = otherwise.withOn(!given.has(state) || given.isOn(state));
    Optional<Arguments> only = given.option(executeOnly);
    if (only.isPresent()) {
      settings = settings.withExecuteOnly(only.get().isOn(offered));
    }
    Optional<Arguments> bits = given.option(accessedDirty);
    if (bits.isPresent()) {
      settings = settings.withAccessedDirty(bits.get().isOn(marks));
    }
    Optional<Arguments> count = given.option(levels);
    if (count.isPresent()) {
      settings = settings.withForm(PagingForm.ept((int) count.get().number(depth)));
    }
    Optional<Arguments> pages = given.option(page);
    if (pages.isPresent()) {
      settings = settings.withLargest(level(settings.form(), pages.get()).orElse(1));
    }
    return settings.withLargest(Math.min(settings.largest(), settings.form().largest()));
  }

  private Optional<Integer> level(PagingForm form, Arguments given) {
    return form.levelOf(given.number(size));
  }

  /**
   * What is wrong with a size or a depth, if anything.
   *
   * @param form how many levels there are then
   * @param memory bytes of the guest's, 0 for a host
   */
  Optional<Outcome> problem(Arguments properties, PagingForm form, long memory) {
    Optional<Arguments> pages = properties.option(signature).flatMap(o -> o.option(page));
    if (pages.isPresent() && level(form, pages.get()).isEmpty()) {
      return Optional.of(
          Outcome.wrongAt(
              size,
              ProcessorProblem.NO_SUCH_EPT_PAGE,
              Printed.whole(pages.get().number(size), Dimension.SIZE),
              form.largest() == 1 ? "4K" : "4K, 2M or 1G"));
    }
    long reach = 1L << Math.min(Long.SIZE - 2, form.addressBits() - 1);
    return memory > reach
        ? Optional.of(
            Outcome.wrongAt(
                depth,
                ProcessorProblem.EPT_TOO_SHALLOW,
                form.levels(),
                Printed.whole(reach, Dimension.SIZE),
                Printed.whole(memory, Dimension.SIZE)))
        : Optional.empty();
  }
}
