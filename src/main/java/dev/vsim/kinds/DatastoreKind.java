package dev.vsim.kinds;

import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DatastoreSettings;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code datastore ds1 in esxi1 < size 1T >}: where the files of VMs lie. */
public final class DatastoreKind implements Kind {
  private static final long LARGEST = 1L << 50;

  private final Slot bytes = Slot.of("size", new Type.Whole(Dimension.SIZE, 1, LARGEST));
  private final Signature size =
      Signature.of("size").required(bytes).fallback("1T").doc("Bytes in all.");
  private final Slot word = Slot.of("medium", Type.Words.of("a medium", "ssd", "hdd"));
  private final Signature medium =
      Signature.of("medium")
          .required(word)
          .fallback("ssd")
          .doc("What it is made of: each access to a grain costs `ssd` or `hdd`.");
  private final Signature signature =
      Signature.of("datastore")
          .options(size, medium)
          .doc(
              "Where the files of VMs lie; in a host only that one reaches it. One called `datastore` is there by default.");

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of("host");
  }

  @Override
  public Optional<String> standard() {
    return Optional.of("datastore");
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(
        amount("size", "Bytes in all.", Datastore::size),
        amount(
            "used",
            "Bytes that files take: grains, thick disks, the memory of snapshots; no headers.",
            Datastore::used),
        amount("free", "Bytes that nobody has.", Datastore::free),
        Attribute.of(
            "medium",
            "What it is made of.",
            s -> new Value.Word(((Datastore) s).medium().name().toLowerCase(Locale.ROOT))),
        Attribute.of(
            "host", "The only host that reaches it; none where all do.", s -> host((Datastore) s)));
  }

  private static Value host(Datastore datastore) {
    return datastore.host().isPresent()
        ? new Value.Thing("host", datastore.host().get())
        : Value.None.NONE;
  }

  private static Attribute amount(String name, String doc, ToLongFunction<Datastore> read) {
    return Attribute.of(
            name, doc, s -> new Value.Whole(read.applyAsLong((Datastore) s), Dimension.SIZE))
        .gives(Types.SIZE);
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    Optional<Datastore> used = machine.datastores().undeclared();
    if (used.isPresent()) {
      return Outcome.wrong(ActionProblem.USED_BEFORE, used.get().path());
    } else if (machine.isTaken(declaration.name())) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    }
    Arguments given = declaration.given();
    DatastoreSettings usual = DatastoreSettings.DEFAULT;
    boolean turning = given.option(medium).map(o -> o.word(word).equals("hdd")).orElse(false);
    machine.declareDatastore(
        declaration.name(),
        new DatastoreSettings(
            given.option(size).map(o -> o.number(bytes)).orElse(usual.size()),
            turning ? Medium.HDD : usual.medium(),
            declaration.owner()));
    return Outcome.DONE;
  }
}
