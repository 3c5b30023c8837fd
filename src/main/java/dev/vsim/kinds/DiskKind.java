package dev.vsim.kinds;

import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.DiskWork;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** A virtual disk of a VM: {@code linux.disk0}. */
public final class DiskKind implements Kind {
  private static final long MOST_BYTES = 1 << 20;
  private static final Slot OFFSET = Slot.of("offset", Types.SIZE);
  private static final Slot LENGTH =
      Slot.of("length", new Type.Whole(Dimension.SIZE, 0, MOST_BYTES));
  private static final Signature SIGNATURE = Signature.of("disk").doc("A virtual disk of a VM.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of("vm");
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>();
    all.add(size("size", "Bytes that the guest sees.", VirtualDisk::size));
    all.add(
        size(
            "size-on-disk",
            "Bytes that its own files take in the datastore: its grains, or its size if it is thick.",
            VirtualDisk::sizeOnDisk));
    all.add(
        size(
            "file-size",
            "Bytes of the file that takes the writes, with header, grain directory and tables.",
            d -> d.files().active().fileSize()));
    all.add(
        Attribute.of(
                "file",
                "The name of the file that takes the writes.",
                s -> new Value.Text(disk(s).files().active().name()))
            .gives(Types.TEXT));
    all.add(
        Attribute.of(
                "chain",
                "The names of the files through which a read falls, the one that takes the writes first.",
                s -> Value.Items.of(chain(disk(s))))
            .gives(new Type.ListOf(Types.TEXT)));
    all.add(called("text", "What so many bytes from an offset on say as UTF-8.", DiskKind::text));
    all.add(called("bytes", "The bytes from an offset on, as numbers.", DiskKind::bytes));
    all.add(
        Attribute.of(
                "datastore",
                "Where its files lie.",
                s -> new Value.Thing("datastore", disk(s).datastore()))
            .gives(new Type.OfKind("datastore")));
    all.add(work());
    return all;
  }

  private static Attribute work() {
    return Attribute.of(
        "work",
        "How often its medium was accessed, a grain or a table each time.",
        s -> new Value.Whole(disk(s).work().all()),
        List.of(
            count("reads", "Grains read for the guest.", DiskWork::reads),
            count("writes", "Grains written for the guest.", DiskWork::writes),
            count(
                "copies", "Grains read to fill what a write to a delta leaves.", DiskWork::copies),
            count("zeroed", "Grains filled with zeros for a thick disk.", DiskWork::zeroed),
            count(
                "merged",
                "Grains moved into another file, each read and written.",
                DiskWork::merged),
            count("table-reads", "Grain tables read, each at its first use.", DiskWork::tableReads),
            count(
                "table-writes",
                "Entries of grain tables written for new grains.",
                DiskWork::tableWrites)));
  }

  private static List<Value.Text> chain(VirtualDisk disk) {
    return disk.files().active().chain().stream().map(DiskFile::name).map(Value.Text::new).toList();
  }

  private static Value text(byte[] bytes) {
    return new Value.Text(new String(bytes, StandardCharsets.UTF_8));
  }

  private static Value bytes(byte[] bytes) {
    List<Value> numbers = new ArrayList<>(bytes.length);
    for (byte b : bytes) {
      numbers.add(new Value.Whole(b & 0xFF));
    }
    return Value.Items.of(numbers);
  }

  /** What becomes of bytes that were read. */
  private interface Shown {
    Value of(byte[] bytes);
  }

  private static Attribute called(String name, String doc, Shown shown) {
    return new Attribute(
        name,
        doc,
        new Attribute.Access.Called(
            List.of(OFFSET, LENGTH), (s, given) -> shown.of(read(disk(s), given))),
        List.of(),
        Types.ANY);
  }

  /** What lies behind the disk's end is left out. */
  private static byte[] read(VirtualDisk disk, List<Value> given) {
    long offset = Math.min(((Value.Whole) given.get(0)).amount(), disk.size());
    long length = Math.min(((Value.Whole) given.get(1)).amount(), disk.size() - offset);
    return disk.bytes(offset, (int) length);
  }

  private static Attribute size(String name, String doc, ToLongFunction<VirtualDisk> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(disk(s)), Dimension.SIZE))
        .gives(Types.SIZE);
  }

  private static Attribute count(String name, String doc, ToLongFunction<DiskWork> read) {
    return Attribute.of(name, doc, s -> new Value.Whole(read.applyAsLong(disk(s).work())))
        .gives(Types.COUNT);
  }

  private static VirtualDisk disk(Subject subject) {
    return (VirtualDisk) subject;
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("disks come with their VM");
  }
}
