package dev.vsim.kinds;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.PolicyOption;
import dev.vsim.machine.memory.PolicyOptions;
import dev.vsim.machine.memory.SwapSettings;
import dev.vsim.machine.paging.TlbSettings;
import dev.vsim.machine.time.Cost;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.CostWords;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.PolicyWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The properties that a host and a VM share, since both have a kernel: memory, paging, TLB, swap,
 * policy, costs.
 */
final class KernelProperties {
  private static final long LARGEST_MEMORY = 1L << 42;
  private static final int LARGEST_TLB = 1 << 16;
  private static final int PICOSECONDS = 1000;

  /** The clock is read every few thousand references; until then so much a piece adds up. */
  private static final double LONGEST_PIECE = 1e10;

  private static final Type DURATION = new Type.Real(Dimension.DURATION, 0, LONGEST_PIECE);

  private final KernelSettings usual;
  private final Slot mem;
  private final Signature memProperty;
  private final Slot swapSize = Slot.of("size", new Type.Whole(Dimension.SIZE, 0, LARGEST_MEMORY));
  private final Slot swapMedium = Slot.of("medium", Type.Words.of("a medium", "ssd", "hdd"));
  private final Signature swapProperty;
  private final PagingProperties paging = new PagingProperties();
  private final Slot entries = Slot.of("entries", new Type.Whole(Dimension.COUNT, 1, LARGEST_TLB));
  private final Signature entriesOption =
      Signature.of("entries")
          .required(entries)
          .fallback("64")
          .doc("How many translations it holds.");
  private final Slot ways = Slot.of("ways", new Type.Whole(Dimension.COUNT, 1, LARGEST_TLB));
  private final Signature waysOption =
      Signature.of("ways")
          .required(ways)
          .fallback("4")
          .doc("How many of them share a set; as many as entries: fully associative.");
  private final Slot asid = Slot.of("asid", Types.SWITCH);
  private final Signature asidOption =
      Signature.of("asid")
          .required(asid)
          .fallback("on")
          .doc("Whether translations carry their address space; off: each change empties the TLB.");
  private final Slot clearFlush = Slot.of("state", Types.SWITCH);
  private final Signature clearFlushOption =
      Signature.of("clear-flush")
          .required(clearFlush)
          .fallback("on")
          .doc(
              "Whether a kernel that clears the referenced bit drops the page's translation, so that the next use sets it again; off: as Linux on x86, where a use that hits the TLB is not seen.");
  private final Signature tlbProperty =
      Signature.of("tlb")
          .options(entriesOption, waysOption, asidOption, clearFlushOption)
          .doc("The cache of translations (rule R7).");
  private final PolicyProperty policy = new PolicyProperty();
  private final Map<Cost, Slot> costSlots = new LinkedHashMap<>();
  private final Slot costSet =
      Slot.of(
          "set",
          new Type.MapOf(
              new Type.Words("a cost", Arrays.stream(Cost.values()).map(Cost::word).toList()),
              DURATION));
  private final Signature costsProperty;

  /**
   * @param usual what holds where nothing is said
   * @param ofMemory options of {@code mem}
   */
  KernelProperties(KernelSettings usual, Signature... ofMemory) {
    this.usual = usual;
    this.mem = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, LARGEST_MEMORY));
    this.memProperty =
        Signature.of("mem")
            .required(mem)
            .fallback(Printed.whole(usual.memory(), Dimension.SIZE))
            .options(ofMemory)
            .doc("Physical memory for user pages; a whole number of pages.");
    this.swapProperty =
        Signature.of("swap")
            .required(swapSize)
            .optional(swapMedium)
            .fallback(Printed.whole(usual.swap().size(), Dimension.SIZE) + " ssd")
            .doc("The swap area, a device of its own (rule R12).");
    List<Signature> options = new ArrayList<>();
    for (Cost cost : Cost.values()) {
      Slot slot = Slot.of("time", DURATION);
      costSlots.put(cost, slot);
      options.add(
          Signature.of(cost.word())
              .required(slot)
              .fallback(printed(cost.picoseconds()))
              .doc(CostWords.of(cost).meaning() + "."));
    }
    this.costsProperty =
        Signature.of("costs")
            .optional(costSet)
            .options(options)
            .doc(
                "What each piece of work costs in virtual time; a map such as `(costs.textbook)` of `std/costs` sets several at once.");
  }

  private static String printed(long picoseconds) {
    return picoseconds % PICOSECONDS == 0
        ? Printed.whole(picoseconds / PICOSECONDS, Dimension.DURATION)
        : picoseconds + "ps";
  }

  /** {@code mem}. */
  Signature memory() {
    return memProperty;
  }

  List<Signature> signatures() {
    List<Signature> all = new ArrayList<>(List.of(memProperty, swapProperty));
    all.addAll(paging.signatures());
    all.addAll(List.of(tlbProperty, policy.signature(), costsProperty));
    return all;
  }

  /** What is wrong with these values together, if anything. */
  Optional<Outcome> problem(Arguments given) {
    Optional<Outcome> shape = paging.shapeProblem(given);
    if (shape.isPresent()) {
      return shape;
    }
    KernelSettings settings = settings(given);
    long page = settings.paging().pageSize();
    if (settings.memory() % page != 0) {
      return Optional.of(noWholePages(mem, settings.memory(), page));
    } else if (settings.swap().size() % page != 0) {
      return Optional.of(noWholePages(swapSize, settings.swap().size(), page));
    }
    Optional<Outcome> tables = paging.problem(settings, mem);
    if (tables.isPresent()) {
      return tables;
    }
    TlbSettings tlb = settings.tlb();
    return tlb.entries() % tlb.ways() == 0
        ? policy.problem(given)
        : Optional.of(
            Outcome.wrong(
                ActionProblem.UNUSABLE_VALUE,
                tlb.entries() + " entries cannot be divided into sets of " + tlb.ways() + " ways",
                "make entries a multiple of ways"));
  }

  private static Outcome noWholePages(Slot slot, long size, long page) {
    return Outcome.wrongAt(
        slot,
        ActionProblem.UNUSABLE_VALUE,
        PagingProperties.size(size)
            + " is no whole number of pages of "
            + PagingProperties.size(page),
        "write a multiple of " + PagingProperties.size(page));
  }

  KernelSettings settings(Arguments given) {
    KernelSettings settings = usual;
    Optional<Arguments> memory = given.option(memProperty);
    if (memory.isPresent()) {
      settings = settings.withMemory(memory.get().number(mem));
    }
    settings = paging.settings(given, settings, memory.isPresent());
    Optional<Arguments> swap = given.option(swapProperty);
    if (swap.isPresent()) {
      settings = settings.withSwap(swap(swap.get()));
    }
    Optional<Arguments> tlb = given.option(tlbProperty);
    if (tlb.isPresent()) {
      settings = settings.withTlb(tlb(tlb.get()));
    }
    Optional<PolicyChoice> chosen = policy.choice(given);
    if (chosen.isPresent()) {
      settings = settings.withPolicy(chosen.get());
    }
    return given.option(costsProperty).map(this::costs).map(settings::withCosts).orElse(settings);
  }

  private SwapSettings swap(Arguments given) {
    boolean disk = given.has(swapMedium) && given.word(swapMedium).equals("hdd");
    return new SwapSettings(given.number(swapSize), disk ? Medium.HDD : Medium.SSD);
  }

  /** With fewer entries than a set usually has, all are one set. */
  private TlbSettings tlb(Arguments given) {
    TlbSettings usually = TlbSettings.DEFAULT;
    int number =
        given.option(entriesOption).map(o -> (int) o.number(entries)).orElse(usually.entries());
    int set =
        given
            .option(waysOption)
            .map(o -> (int) o.number(ways))
            .orElse(Math.min(number, usually.ways()));
    boolean tagged = given.option(asidOption).map(o -> o.isOn(asid)).orElse(true);
    boolean exact = given.option(clearFlushOption).map(o -> o.isOn(clearFlush)).orElse(true);
    return new TlbSettings(number, set, tagged, exact);
  }

  private Map<Cost, Long> costs(Arguments given) {
    Map<Cost, Long> costs = new LinkedHashMap<>();
    if (given.has(costSet)) {
      ((Value.Entries) given.value(costSet))
          .entries()
          .forEach((word, time) -> costs.put(cost(word.print()), picoseconds(time)));
    }
    for (Arguments option : given.options()) {
      Cost cost = cost(option.signature().word());
      costs.put(cost, picoseconds(option.value(costSlots.get(cost))));
    }
    return costs;
  }

  private static long picoseconds(Value time) {
    double nanoseconds =
        time instanceof Value.Real real ? real.amount() : ((Value.Whole) time).amount();
    return Math.round(nanoseconds * PICOSECONDS);
  }

  private Cost cost(String word) {
    return costSlots.keySet().stream().filter(c -> c.word().equals(word)).findFirst().orElseThrow();
  }

  /** {@code policy clock < set-on-load off >}, of a kernel or a process. */
  static final class PolicyProperty {
    private final Slot rule =
        Slot.of(
            "rule",
            new Type.Strategy(
                PolicySort.WORD,
                new Type.Words(
                    "a replacement policy", Policies.ALL.stream().map(PolicyKind::word).toList())));
    private final Map<PolicyOption, Signature> options = new EnumMap<>(PolicyOption.class);
    private final Signature signature;

    PolicyProperty() {
      for (PolicyOption option : PolicyOption.values()) {
        options.put(option, signature(option));
      }
      signature =
          Signature.of("policy")
              .required(rule)
              .options(List.copyOf(options.values()))
              .fallback("lru")
              .doc(
                  "Which page goes when no frame is free: a built-in rule, or one declared by `policy NAME { … }`.");
    }

    private static Signature signature(PolicyOption option) {
      return Signature.of(option.word())
          .required(Slot.of(option.word(), type(option)))
          .fallback(option.fallback())
          .doc(String.join(", ", Policies.with(option)) + ": " + PolicyWords.meaning(option) + ".");
    }

    private static Type type(PolicyOption option) {
      return switch (option.sort()) {
        case SWITCH -> Types.SWITCH;
        case COUNT -> new Type.Whole(Dimension.COUNT, option.least(), option.most());
        case SHARE -> new Type.Real(Dimension.COUNT, option.least(), option.most());
      };
    }

    Signature signature() {
      return signature;
    }

    Optional<PolicyChoice> choice(Arguments given) {
      return given.option(signature).map(this::read);
    }

    /** What is wrong with the options of the policy that was chosen, if anything. */
    Optional<Outcome> problem(Arguments properties) {
      Optional<Arguments> given = properties.option(signature);
      return given.flatMap(this::stranger);
    }

    private Optional<Outcome> stranger(Arguments given) {
      PolicyKind kind = kind(given);
      return options.entrySet().stream()
          .filter(
              o -> given.option(o.getValue()).isPresent() && !kind.options().contains(o.getKey()))
          .findFirst()
          .map(
              o ->
                  Outcome.wrongAt(
                      o.getValue().slots().get(0),
                      ActionProblem.OPTION_OF_ANOTHER,
                      o.getKey().word(),
                      String.join(" and ", Policies.with(o.getKey())),
                      kind.word(),
                      advice(kind)));
    }

    private static String advice(PolicyKind kind) {
      List<String> words =
          Stream.of(PolicyOption.values())
              .filter(kind.options()::contains)
              .map(PolicyOption::word)
              .toList();
      return words.isEmpty()
          ? kind.word() + " has no options"
          : "the options of " + kind.word() + " are: " + String.join(", ", words);
    }

    private PolicyKind kind(Arguments given) {
      return given.value(rule) instanceof Value.Strategy strategy
          ? ((PolicySort.Made) strategy.made()).kind()
          : Policies.named(given.word(rule)).orElseThrow();
    }

    private PolicyChoice read(Arguments given) {
      Map<PolicyOption, Double> values = new EnumMap<>(PolicyOption.class);
      options.forEach(
          (option, property) ->
              given
                  .option(property)
                  .ifPresent(o -> values.put(option, number(o, property.slots().get(0)))));
      return new PolicyChoice(kind(given), new PolicyOptions(values));
    }

    private static double number(Arguments given, Slot slot) {
      Value value = given.value(slot);
      if (value instanceof Value.Real real) {
        return real.amount();
      }
      return value instanceof Value.Whole whole ? whole.amount() : given.isOn(slot) ? 1 : 0;
    }
  }
}
