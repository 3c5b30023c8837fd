package dev.vsim.kinds;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.MappedFile;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code region heap 0x200000 4M rw < page 2M >}: a stretch of a process's valid addresses. */
final class RegionProperty {
  private final Slot name = Slot.of("name", new Type.NewName());
  private final Slot start = Slot.of("start", Types.ADDRESS);
  private final Slot length = Slot.of("length", new Type.Whole(Dimension.SIZE, 1, 1L << 47));
  private final Slot rights =
      Slot.of("rights", Type.Words.of("a region's rights", "r", "rw", "rx", "rwx"));
  private final Slot pageSize = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, 1L << 40));
  private final Signature page =
      Signature.of("page")
          .required(pageSize)
          .fallback("4K")
          .doc(
              "How large its pages are; a large page takes aligned frames in a row and one TLB entry.");
  private final Slot fileName = Slot.of("name", new Type.Text());
  private final Slot fileText = Slot.of("text", new Type.Text());
  private final Signature fileTextOption =
      Signature.of("text").required(fileText).doc("What the file holds, as UTF-8; zeros follow.");
  private final Signature file =
      Signature.of("file")
          .required(fileName)
          .options(fileTextOption)
          .doc(
              "Its pages are read from this file at their first use, and again after they were dropped clean; unless its text is given, each page of the file begins with the file's name and its own place, `app+0x1000`.");
  private final Signature signature =
      Signature.of("region")
          .required(name)
          .required(start)
          .required(length)
          .optional(rights)
          .repeats()
          .options(page, file)
          .doc(
              "A stretch of valid addresses, readable and writable unless it says otherwise; with regions only they are valid.");

  Signature signature() {
    return signature;
  }

  /** The regions that a process of this kernel is given. */
  List<Region> read(Arguments process, Kernel kernel) {
    List<Region> regions = new ArrayList<>();
    for (Arguments one : process.options(signature)) {
      regions.add(region(one, form(kernel)));
    }
    return regions;
  }

  /**
   * What is wrong with the regions that a process of this kernel is given, if anything.
   *
   * @param limit how many frames the process may have, if that is limited
   */
  Optional<Outcome> problem(Arguments process, Kernel kernel, OptionalInt limit) {
    List<Region> before = new ArrayList<>();
    for (Arguments one : process.options(signature)) {
      Optional<Outcome> size = unknownSize(one, form(kernel));
      if (size.isPresent()) {
        return size;
      }
      Region region = region(one, form(kernel));
      Optional<Outcome> problem =
          misplaced(region, form(kernel))
              .or(() -> named(region, before))
              .or(() -> overlap(region, before))
              .or(() -> largeOfFile(region))
              .or(() -> tooLarge(region, kernel, limit));
      if (problem.isPresent()) {
        return problem;
      }
      before.add(region);
    }
    return Optional.empty();
  }

  private static PagingForm form(Kernel kernel) {
    return kernel.settings().paging();
  }

  private Region region(Arguments given, PagingForm form) {
    Rights allowed =
        given.has(rights) ? Rights.valueOf(given.word(rights).toUpperCase(Locale.ROOT)) : Rights.RW;
    int level = given.option(page).flatMap(o -> form.levelOf(o.number(pageSize))).orElse(1);
    Region plain =
        new Region(given.word(name), given.number(start), given.number(length), allowed, level);
    return given.option(file).map(this::mappedFile).map(plain::withFile).orElse(plain);
  }

  private MappedFile mappedFile(Arguments given) {
    return new MappedFile(
        given.text(fileName), given.option(fileTextOption).map(o -> o.text(fileText)));
  }

  private Optional<Outcome> largeOfFile(Region region) {
    return region.level() == 1 || region.file().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                pageSize,
                ActionProblem.UNUSABLE_VALUE,
                "the region " + region.name() + " is read from a file page by page",
                "leave the size of its pages away, or the file"));
  }

  private Optional<Outcome> unknownSize(Arguments given, PagingForm form) {
    Optional<Arguments> size = given.option(page);
    if (size.isEmpty() || form.levelOf(size.get().number(pageSize)).isPresent()) {
      return Optional.empty();
    }
    List<String> sizes = new ArrayList<>();
    for (int level = 1; level <= form.largest(); level++) {
      sizes.add(Printed.whole(form.size(level), Dimension.SIZE));
    }
    return Optional.of(
        Outcome.wrongAt(
            pageSize,
            ActionProblem.UNUSABLE_VALUE,
            "paging "
                + form.word()
                + " has no pages of "
                + Printed.whole(size.get().number(pageSize), Dimension.SIZE),
            "its pages have " + String.join(" or ", sizes)));
  }

  private Optional<Outcome> misplaced(Region region, PagingForm form) {
    long size = form.size(region.level());
    if (region.start() % size != 0 || region.length() % size != 0) {
      return Optional.of(
          Outcome.wrongAt(
              region.start() % size != 0 ? start : length,
              ActionProblem.UNUSABLE_VALUE,
              "the region "
                  + region.name()
                  + " is not made of whole pages of "
                  + Printed.whole(size, Dimension.SIZE),
              "begin and end at a multiple of " + Printed.hex(size)));
    }
    long end = region.start() + region.length();
    boolean inside = region.start() >= 0 && end > 0 && end <= 1L << form.userBits();
    return inside ? Optional.empty() : Optional.of(outside(region, form));
  }

  private Outcome outside(Region region, PagingForm form) {
    boolean half = form.userBits() < form.addressBits();
    return Outcome.wrongAt(
        start,
        ActionProblem.UNUSABLE_VALUE,
        "the region "
            + region.name()
            + " does not lie in the "
            + (half ? "lower half of the address space" : "address space"),
        "it ends below " + Printed.hex(1L << form.userBits()));
  }

  private Optional<Outcome> named(Region region, List<Region> others) {
    return others.stream().noneMatch(other -> other.name().equals(region.name()))
        ? Optional.empty()
        : Optional.of(Outcome.wrongAt(name, ActionProblem.DECLARED_TWICE, region.name()));
  }

  private Optional<Outcome> overlap(Region region, List<Region> others) {
    return others.stream()
        .filter(region::overlaps)
        .findFirst()
        .map(
            other ->
                Outcome.wrongAt(
                    start,
                    ActionProblem.UNUSABLE_VALUE,
                    "the regions " + other.name() + " and " + region.name() + " overlap",
                    "let one end before the other begins"));
  }

  /** A large page that could never be resident would end every process in vain. */
  private Optional<Outcome> tooLarge(Region region, Kernel kernel, OptionalInt limit) {
    long frames = form(kernel).size(region.level()) / form(kernel).pageSize();
    boolean limited = limit.orElse(Integer.MAX_VALUE) < frames;
    if (!limited && kernel.frames().total() >= frames) {
      return Optional.empty();
    }
    return Optional.of(
        Outcome.wrongAt(
            pageSize,
            ActionProblem.UNUSABLE_VALUE,
            "a page of the region "
                + region.name()
                + " takes "
                + frames
                + " frames, and "
                + (limited
                    ? "the process may have " + limit.getAsInt()
                    : kernel.subject().path() + " has " + kernel.frames().total()),
            ""));
  }
}
