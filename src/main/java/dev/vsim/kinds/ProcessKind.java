package dev.vsim.kinds;

import dev.vsim.event.Cause;
import dev.vsim.machine.Host;
import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * {@code process chrome in web < region heap 0x10000 4M rw; frames 4 >}: an address space and who
 * uses it.
 */
public final class ProcessKind implements Kind {
  private final RegionProperty region = new RegionProperty();
  private final Slot frameLimit =
      Slot.of("limit", new Type.Whole(Dimension.COUNT, 1, Integer.MAX_VALUE));
  private final Signature frames =
      Signature.of("frames")
          .required(frameLimit)
          .doc("How many frames its resident pages may have: a local set of frames.");
  private final KernelProperties.PolicyProperty policy = new KernelProperties.PolicyProperty();
  private final Signature signature =
      Signature.of("process")
          .options(region.signature(), frames, policy.signature())
          .doc("A process with an address space of its own.");

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("vm", "host");
  }

  @Override
  public boolean nested() {
    return true;
  }

  @Override
  public boolean acts() {
    return true;
  }

  @Override
  public List<Attribute> attributes() {
    List<Attribute> parts = new ArrayList<>();
    parts.add(
        count(
            "first-touch",
            "Neither a frame nor a copy in swap.",
            p -> p.faults(Cause.FIRST_TOUCH)));
    parts.add(
        count("file", "The page was read from its region's file.", p -> p.faults(Cause.FILE)));
    parts.add(
        count(
            "copy-on-write",
            "A first write to a page shared since a fork.",
            p -> p.faults(Cause.COPY_ON_WRITE)));
    parts.add(count("major", "The page was read from swap.", p -> p.faults(Cause.SWAPPED)));
    parts.add(
        count(
                "minor",
                "Nothing had to be read: first touch and copy-on-write.",
                p -> p.faults(Cause.FIRST_TOUCH) + p.faults(Cause.COPY_ON_WRITE))
            .summingUp());
    parts.add(
        count(
            "invalid",
            "The process may not do it: invalid or protected.",
            p -> p.faults(Cause.INVALID) + p.faults(Cause.PROTECTION)));
    return List.of(
        Attribute.of(
                "faults",
                "Page faults, all of them.",
                s -> new Value.Whole(process(s).faults()),
                parts)
            .gives(Types.COUNT),
        count("accesses", "References to memory.", Process::accesses),
        count("hits", "References without a page fault.", Process::hits),
        Attribute.of("hit-rate", "hits / accesses, from 0 to 1.", s -> rate(process(s))),
        Attribute.of(
            "eat",
            "Effective access time: virtual time of all accesses / accesses.",
            s -> eat(process(s))),
        count("resident", "Its pages that have a frame.", Process::resident),
        count("swapped", "Its pages that are in swap and have no frame.", Process::swapped),
        count("evictions", "Its pages that lost their frame.", Process::evictions),
        count("swap-outs", "Its pages written to swap.", Process::swapOuts),
        count("swap-ins", "Its pages read from swap.", Process::swapIns),
        count(
            "walk-references", "Table entries that its walks have read.", Process::walkReferences),
        Attribute.of("ended", "Whether it has ended.", s -> Value.Truth.of(process(s).ended()))
            .gives(Types.TRUTH),
        Attribute.indexed(
            "page",
            "One of its pages, by number.",
            "page",
            (s, n) -> new Value.Thing("page", PageOf.named(process(s), n))));
  }

  private static Process process(Subject subject) {
    return (Process) subject;
  }

  private static Attribute count(String name, String doc, ToLongFunction<Process> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(process(s))))
        .gives(Types.COUNT);
  }

  private static Value rate(Process process) {
    return process.accesses() == 0
        ? Value.None.NONE
        : new Value.Real((double) process.hits() / process.accesses());
  }

  private static Value eat(Process process) {
    return process.eat().isEmpty()
        ? Value.None.NONE
        : new Value.Real(process.eat().getAsDouble(), Dimension.DURATION);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    Subject owner = declaration.owner().orElseGet(machine::host);
    String path =
        owner instanceof Vm vm ? vm.path() + "." + declaration.name() : declaration.name();
    if (machine.known(path).isPresent()) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, path);
    }
    if (owner instanceof Vm vm && vm.state() != PowerState.ON) {
      return Outcome.wrong(
          ActionProblem.UNUSABLE_VALUE,
          vm.path() + " is " + vm.state().word() + ", so no process can begin in it",
          "switch it on first: `power " + vm.path() + " on`");
    }
    Kernel kernel = owner instanceof Vm vm ? vm.kernel() : ((Host) owner).kernel();
    Arguments given = declaration.given();
    Optional<Outcome> problem = policy.problem(given).or(() -> problem(given, kernel));
    if (problem.isPresent()) {
      return problem.get();
    }
    ProcessSettings settings = settings(given).withRegions(region.read(given, kernel));
    if (owner instanceof Vm vm) {
      machine.declareProcess(declaration.name(), vm, settings);
    } else {
      machine.declareProcess(declaration.name(), (Host) owner, settings);
    }
    return Outcome.DONE;
  }

  private ProcessSettings settings(Arguments given) {
    ProcessSettings settings = ProcessSettings.PLAIN;
    Optional<Arguments> limit = given.option(frames);
    if (limit.isPresent()) {
      settings = settings.withFrames((int) limit.get().number(frameLimit));
    }
    return policy.choice(given).map(settings::withPolicy).orElse(settings);
  }

  private Optional<Outcome> problem(Arguments given, Kernel kernel) {
    if (!kernel.hasRoomForTables()) {
      return Optional.of(
          Outcome.wrong(
              ActionProblem.UNUSABLE_VALUE,
              "no frame of " + kernel.subject().path() + " is free for its page table",
              "declare it before they are used, or more `mem`"));
    }
    OptionalInt limit =
        given
            .option(frames)
            .map(o -> OptionalInt.of((int) o.number(frameLimit)))
            .orElse(OptionalInt.empty());
    return region.problem(given, kernel, limit);
  }
}
