package dev.vsim.commands.operate;

import dev.vsim.machine.Host;
import dev.vsim.machine.operate.MigrationPlan;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.OperationProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code migrate linux -> esxi2 < method precopy >}: moves a VM to another host. */
public final class Migrate implements Command {
  private static final long PICOSECONDS = 1000;
  private static final long LEAST_BANDWIDTH = 1_000_000;
  private static final long MOST_RATE = 1_000_000_000_000L;
  private static final long LONGEST_SWITCH = 3600L * 1_000_000_000L;
  private static final int MOST_ROUNDS = 1000;
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot HOST = Slot.of("host", new Type.OfKind("host"));
  private static final Slot METHOD_NAME =
      Slot.of(
          "method",
          new Type.Words(
              "a method of migration",
              Arrays.stream(MigrationMethod.values()).map(MigrationMethod::word).toList()));
  private static final Signature METHOD =
      Signature.of("method")
          .required(METHOD_NAME)
          .fallback("precopy")
          .doc(
              "precopy sends the memory while the VM runs, postcopy lets it follow, cold moves a VM that is off.");
  private static final Slot RATE =
      Slot.of("rate", new Type.Whole(Dimension.RATE, LEAST_BANDWIDTH, Long.MAX_VALUE));
  private static final Signature BANDWIDTH =
      Signature.of("bandwidth")
          .required(RATE)
          .doc(
              "How fast pages are sent, in bits of payload; without it 1460/1538 of the slower host's card, which is TCP's share.");
  private static final Slot DIRTIED =
      Slot.of("pages", new Type.Whole(Dimension.COUNT, 0, MOST_RATE));
  private static final Signature DIRTY_RATE =
      Signature.of("dirty-rate")
          .required(DIRTIED)
          .doc(
              "How many pages a second the guest writes to; without it those count that it really writes to.");
  private static final Slot WORKING = Slot.of("pages", Types.COUNT);
  private static final Signature WORKING_SET =
      Signature.of("working-set")
          .required(WORKING)
          .doc("How many pages of `dirty-rate` there are at most in a round; without it all.");
  private static final Slot FEW = Slot.of("pages", Types.COUNT);
  private static final Signature THRESHOLD =
      Signature.of("threshold")
          .required(FEW)
          .fallback("50")
          .doc("With so few dirtied pages the VM is stopped and the rest is sent.");
  private static final Slot ROUNDS =
      Slot.of("rounds", new Type.Whole(Dimension.COUNT, 0, MOST_ROUNDS));
  private static final Signature MAX_ROUNDS =
      Signature.of("max-rounds")
          .required(ROUNDS)
          .fallback("30")
          .doc("After so many rounds the VM is stopped whatever is left; 0 stops it at once.");
  private static final Slot ZEROS = Slot.of("what", Type.Words.of("what to do", "send", "skip"));
  private static final Signature ZERO_PAGES =
      Signature.of("zero-pages")
          .required(ZEROS)
          .fallback("send")
          .doc("Whether the first round sends pages that hold nothing but zeros.");
  private static final Slot LONGEST =
      Slot.of("time", new Type.Whole(Dimension.DURATION, 0, LONGEST_SWITCH));
  private static final Signature DOWNTIME_LIMIT =
      Signature.of("downtime-limit")
          .required(LONGEST)
          .doc(
              "Stops the VM as soon as what is left can be sent in this time, QEMU's rule, in the threshold's place.");
  private static final Slot SWITCHING =
      Slot.of("time", new Type.Whole(Dimension.DURATION, 0, LONGEST_SWITCH));
  private static final Signature SWITCH =
      Signature.of("migrate-switch")
          .required(SWITCHING)
          .doc(
              "How long handing over takes beside the pages; without it the cost `migrate-switch`.");
  private static final Slot CONVERGING = Slot.of("state", Types.SWITCH);
  private static final Signature AUTO_CONVERGE =
      Signature.of("auto-converge")
          .required(CONVERGING)
          .fallback("off")
          .doc(
              "Whether `dirty-rate` is throttled, 20% and 10% more each round, while a round dirties more than half of what it sent.");
  private static final List<Signature> OF_PRECOPY =
      List.of(
          DIRTY_RATE,
          WORKING_SET,
          THRESHOLD,
          MAX_ROUNDS,
          ZERO_PAGES,
          DOWNTIME_LIMIT,
          AUTO_CONVERGE);
  private static final Signature SIGNATURE =
      Signature.of("migrate")
          .required(VM)
          .arrow()
          .required(HOST)
          .options(METHOD, BANDWIDTH)
          .options(OF_PRECOPY)
          .options(SWITCH)
          .doc("Moves a VM to another host, while it runs or while it is off (rule R34).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    MigrationMethod method = method(given);
    Optional<Signature> foreign =
        OF_PRECOPY.stream()
            .filter(o -> method != MigrationMethod.PRECOPY && given.option(o).isPresent())
            .findFirst();
    if (foreign.isPresent()) {
      return Outcome.wrong(
          OperationProblem.OPTION_OF_ANOTHER_METHOD, foreign.get().word(), method.word());
    } else if (given.option(WORKING_SET).isPresent() && given.option(DIRTY_RATE).isEmpty()) {
      return Outcome.wrong(OperationProblem.WORKING_SET_OF_NOTHING);
    }
    Vm vm = (Vm) given.object(VM);
    Host to = (Host) given.object(HOST);
    return new Outcome.Runs(setting.machine().migrations().migrate(vm, to, plan(method, given)));
  }

  private static MigrationMethod method(Arguments given) {
    String word = given.option(METHOD).map(o -> o.word(METHOD_NAME)).orElse("precopy");
    return Arrays.stream(MigrationMethod.values())
        .filter(m -> m.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static MigrationPlan plan(MigrationMethod method, Arguments given) {
    OptionalLong switching = number(given, SWITCH, SWITCHING);
    return new MigrationPlan(
        method,
        number(given, BANDWIDTH, RATE),
        number(given, DIRTY_RATE, DIRTIED),
        number(given, WORKING_SET, WORKING).orElse(Long.MAX_VALUE),
        number(given, THRESHOLD, FEW).orElse(MigrationPlan.THRESHOLD),
        (int) number(given, MAX_ROUNDS, ROUNDS).orElse(MigrationPlan.MAX_ROUNDS),
        given.option(ZERO_PAGES).map(o -> o.word(ZEROS).equals("skip")).orElse(false),
        number(given, DOWNTIME_LIMIT, LONGEST),
        switching.isPresent()
            ? OptionalLong.of(switching.getAsLong() * PICOSECONDS)
            : OptionalLong.empty(),
        given.option(AUTO_CONVERGE).map(o -> o.isOn(CONVERGING)).orElse(false));
  }

  private static OptionalLong number(Arguments given, Signature option, Slot slot) {
    Optional<Arguments> said = given.option(option);
    return said.isPresent() ? OptionalLong.of(said.get().number(slot)) : OptionalLong.empty();
  }
}
