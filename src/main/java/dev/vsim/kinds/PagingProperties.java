package dev.vsim.kinds;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.TableSettings;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.source.ActionProblem;
import dev.vsim.text.Numerals;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a kernel's addresses are split, where its tables lie and which pages are valid. */
final class PagingProperties {
  private static final int MOST_LEVELS = 8;
  private static final int MOST_BITS_OF_LEVEL = 20;
  private static final int LEAST_OFFSET_BITS = 3;
  private static final int LARGEST_FRAME = 1 << 30;

  private final Slot form =
      Slot.of(
          "form",
          new Type.Either(
              new Type.Words(
                  "a paging form", PagingForm.NAMED.stream().map(PagingForm::word).toList()),
              new Type.ListOf(new Type.Whole(Dimension.COUNT, 1, 63))));
  private final Signature paging =
      Signature.of("paging")
          .required(form)
          .fallback("x86-64")
          .doc(
              "How addresses are split and what its tables look like: a form by name, or the index bits of an"
                  + " exercise's own levels from the top and the offset's last, [5, 5, 5].");
  private final Slot root = Slot.of("frame", new Type.Whole(Dimension.COUNT, 0, LARGEST_FRAME));
  private final Signature tables =
      Signature.of("page-tables")
          .fixed("inside")
          .optional(root)
          .doc(
              "Puts page tables into ordinary frames, the first process's highest into this one, else into the lowest"
                  + " that are free; so it is where memory fills the physical address space.");
  private final Slot demanded = Slot.of("state", Types.SWITCH);
  private final Signature demand =
      Signature.of("demand")
          .required(demanded)
          .fallback("on")
          .doc("Whether pages are valid that nobody has mapped; off: only those of `map` are.");

  List<Signature> signatures() {
    return List.of(paging, tables, demand);
  }

  /** What is wrong with an exercise's own form, if anything; asked before {@link #settings}. */
  Optional<Outcome> shapeProblem(Arguments given) {
    return bits(given).flatMap(PagingProperties::wrongShape).map(this::wrong);
  }

  /** What is wrong between memory and tables, if anything. */
  Optional<Outcome> problem(KernelSettings settings, Slot mem) {
    PagingForm chosen = settings.paging();
    long frames = settings.memory() / chosen.pageSize();
    if (settings.memory() > chosen.physicalSpace() || frames > LARGEST_FRAME) {
      return Optional.of(tooMuch(settings, mem));
    }
    TableSettings where = settings.tables();
    if (where.inside() && where.root().orElse(0) + (long) chosen.rootFrames() > frames) {
      return Optional.of(noRoom(settings, frames));
    }
    return Optional.empty();
  }

  private Outcome tooMuch(KernelSettings settings, Slot mem) {
    PagingForm chosen = settings.paging();
    long most = Math.min(chosen.physicalSpace(), (long) LARGEST_FRAME * chosen.pageSize());
    return Outcome.wrongAt(
        mem,
        ActionProblem.UNUSABLE_VALUE,
        Printed.whole(settings.memory(), Dimension.SIZE)
            + " is more than entries of "
            + chosen.entries().bytes()
            + (chosen.entries().bytes() == 1 ? " byte" : " bytes")
            + " can reach with pages of "
            + size(chosen.pageSize()),
        "write at most " + Printed.whole(most, Dimension.SIZE));
  }

  /** A page's size for a sentence: {@code 4K}, {@code 32 bytes}. */
  static String size(long bytes) {
    String written = Printed.whole(bytes, Dimension.SIZE);
    return written.matches("[0-9]+") ? written + " bytes" : written;
  }

  private Outcome noRoom(KernelSettings settings, long frames) {
    int wanted = settings.paging().rootFrames();
    boolean given = settings.tables().root().isPresent();
    String why =
        "the highest table takes "
            + (wanted == 1 ? "a frame" : wanted + " frames")
            + (given ? " from " + settings.tables().root().getAsInt() + " on" : "")
            + ", and there are "
            + frames;
    String help = "frames are numbered from 0 to " + (frames - 1);
    return given
        ? Outcome.wrongAt(root, ActionProblem.UNUSABLE_VALUE, why, help)
        : Outcome.wrong(ActionProblem.UNUSABLE_VALUE, why, help);
  }

  /**
   * The settings with what is given here. Where nothing is said of memory, it is the usual, or half
   * of what the entries can reach, so that tables lie above it.
   */
  KernelSettings settings(Arguments given, KernelSettings usual, boolean memoryGiven) {
    PagingForm chosen = chosen(given).orElse(usual.paging());
    long reach = Math.min(chosen.physicalSpace(), 2L * LARGEST_FRAME * chosen.pageSize());
    long memory = memoryGiven ? usual.memory() : Math.min(usual.memory(), reach / 2);
    TableSettings where = usual.tables();
    Optional<Arguments> inside = given.option(tables);
    if (inside.isPresent() || memory == chosen.physicalSpace()) {
      where = where.withInside(inside.map(this::frame).orElse(OptionalInt.empty()));
    }
    boolean on = given.option(demand).map(o -> o.isOn(demanded)).orElse(true);
    return usual.withPaging(chosen).withMemory(memory).withTables(where.withDemand(on));
  }

  private OptionalInt frame(Arguments option) {
    return option.has(root) ? OptionalInt.of((int) option.number(root)) : OptionalInt.empty();
  }

  private Optional<PagingForm> chosen(Arguments given) {
    Optional<List<Integer>> own = bits(given);
    return own.isPresent()
        ? own.map(PagingForm::geometry)
        : given.option(paging).flatMap(o -> PagingForm.named(o.word(form)));
  }

  private Optional<List<Integer>> bits(Arguments given) {
    return given
        .option(paging)
        .map(o -> o.value(form))
        .filter(v -> v instanceof Value.Items)
        .map(v -> ((Value.Items) v).items().stream().map(PagingProperties::whole).toList());
  }

  private static int whole(Value value) {
    return (int) ((Value.Whole) value).amount();
  }

  private static Optional<String> wrongShape(List<Integer> bits) {
    int levels = bits.size() - 1;
    if (levels < 1 || levels > MOST_LEVELS) {
      return Optional.of("a paging form has 1 to " + MOST_LEVELS + " levels and an offset");
    }
    int offset = bits.get(levels);
    if (offset < LEAST_OFFSET_BITS || offset > PagingForm.MOST_OFFSET_BITS) {
      return Optional.of(
          "an offset of "
              + Numerals.count(offset, "bit", "bits")
              + ": it has "
              + LEAST_OFFSET_BITS
              + " to "
              + PagingForm.MOST_OFFSET_BITS);
    }
    List<Integer> indexes = bits.subList(0, levels);
    int sum = indexes.stream().mapToInt(Integer::intValue).sum();
    if (sum > PagingForm.MOST_INDEX_BITS) {
      return Optional.of(
          "indexes of " + sum + " bits in all: there are at most " + PagingForm.MOST_INDEX_BITS);
    }
    return indexes.stream()
        .filter(one -> one > MOST_BITS_OF_LEVEL)
        .findFirst()
        .map(one -> "an index of " + one + " bits: a level has at most " + MOST_BITS_OF_LEVEL);
  }

  private Outcome wrong(String why) {
    return Outcome.wrongAt(
        form,
        ActionProblem.UNUSABLE_VALUE,
        why,
        "write the index bits of each level from the top, and the offset's last: [10, 10, 12]");
  }
}
