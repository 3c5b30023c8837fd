package dev.vsim.kinds;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
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
import dev.vsim.vocabulary.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties that a host and a VM share, since both have a kernel: memory, paging, TLB, swap,
 * policy, costs.
 */
final class KernelProperties {
  private static final long LARGEST_MEMORY = 1L << 42;
  private static final int LARGEST_TLB = 1 << 16;
  private static final int PICOSECONDS = 1000;
  private static final Type DURATION = new Type.Real(Dimension.DURATION, 0, 1e15);

  private final KernelSettings usual;
  private final Slot mem;
  private final Signature memProperty;
  private final Slot swapSize = Slot.of("size", new Type.Whole(Dimension.SIZE, 0, LARGEST_MEMORY));
  private final Slot swapMedium = Slot.of("medium", Type.Words.of("a medium", "ssd", "hdd"));
  private final Signature swapProperty;
  private final Slot form = Slot.of("form", Type.Words.of("a paging form", "x86-64"));
  private final Signature pagingProperty =
      Signature.of("paging")
          .required(form)
          .fallback("x86-64")
          .doc("How addresses are split and what its tables look like.");
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
  private final Signature tlbProperty =
      Signature.of("tlb")
          .options(entriesOption, waysOption, asidOption)
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
   */
  KernelProperties(KernelSettings usual) {
    this.usual = usual;
    this.mem = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, LARGEST_MEMORY));
    this.memProperty =
        Signature.of("mem")
            .required(mem)
            .fallback(Printed.whole(usual.memory(), Dimension.SIZE))
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
              .fallback(Printed.whole(cost.picoseconds() / PICOSECONDS, Dimension.DURATION))
              .doc(cost.meaning() + "."));
    }
    this.costsProperty =
        Signature.of("costs")
            .optional(costSet)
            .options(options)
            .doc(
                "What each piece of work costs in virtual time; a map such as `(costs.textbook)` of `std/costs` sets several at once.");
  }

  List<Signature> signatures() {
    return List.of(
        memProperty, swapProperty, pagingProperty, tlbProperty, policy.signature(), costsProperty);
  }

  /** What is wrong with these values together, if anything. */
  Optional<Outcome> problem(Arguments given) {
    KernelSettings settings = settings(given);
    long page = settings.paging().pageSize();
    if (settings.memory() % page != 0) {
      return Optional.of(
          Outcome.wrongAt(
              mem,
              ActionProblem.UNUSABLE_VALUE,
              Printed.whole(settings.memory(), Dimension.SIZE)
                  + " is no whole number of pages of "
                  + Printed.whole(page, Dimension.SIZE),
              "write a multiple of " + Printed.whole(page, Dimension.SIZE)));
    }
    TlbSettings tlb = settings.tlb();
    return tlb.entries() % tlb.ways() == 0
        ? Optional.empty()
        : Optional.of(
            Outcome.wrong(
                ActionProblem.UNUSABLE_VALUE,
                tlb.entries() + " entries cannot be divided into sets of " + tlb.ways() + " ways",
                "make entries a multiple of ways"));
  }

  KernelSettings settings(Arguments given) {
    KernelSettings settings = usual;
    Optional<Arguments> memory = given.option(memProperty);
    if (memory.isPresent()) {
      settings = settings.withMemory(memory.get().number(mem));
    }
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
    return new TlbSettings(number, set, tagged);
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
            new Type.Words(
                "a replacement policy", Policies.ALL.stream().map(PolicyKind::word).toList()));
    private final Slot setOnLoad = Slot.of("set-on-load", Types.SWITCH);
    private final Signature setOnLoadOption =
        Signature.of("set-on-load")
            .required(setOnLoad)
            .fallback("on")
            .doc("clock: whether loading a page counts as referring to it.");
    private final Signature signature =
        Signature.of("policy")
            .required(rule)
            .options(setOnLoadOption)
            .fallback("lru")
            .doc("Which page goes when no frame is free.");

    Signature signature() {
      return signature;
    }

    Optional<PolicyChoice> choice(Arguments given) {
      return given.option(signature).map(this::read);
    }

    private PolicyChoice read(Arguments given) {
      PolicyKind kind = Policies.named(given.word(rule)).orElseThrow();
      boolean set = given.option(setOnLoadOption).map(o -> o.isOn(setOnLoad)).orElse(true);
      return new PolicyChoice(kind, new PolicyOptions(set));
    }
  }
}
