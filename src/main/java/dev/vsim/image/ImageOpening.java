package dev.vsim.image;

import dev.vsim.source.FileProblem;
import dev.vsim.text.PlainText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a disk with its extents and all that it stands on. Whatever a file names must lie beside
 * it: a disk from a stranger reads no other file of the user's.
 */
final class ImageOpening {
  private static final int MOST_DESCRIPTOR = 1 << 20;
  private static final int DEEPEST = 64;
  private static final int LONGEST = 30;

  private static final Map<String, String> FOREIGN =
      Map.of(
          "QFI\u00fb", "it is a qcow2 image",
          "conectix", "it is a VHD image",
          "vhdxfile", "it is a VHDX image",
          "<<< ", "it is a VDI image",
          "COWD", "it is an ESX delta (vmfsSparse)");

  /** The files of the chain so far, and how their users call them. */
  private final Map<Path, String> chain = new LinkedHashMap<>();

  ReadImage open(Path file, String name) throws IOException {
    Path real = regular(file, name);
    if (chain.containsKey(real)) {
      List<String> circle = new ArrayList<>(chain.values());
      circle.add(name);
      throw new BadImage(FileProblem.IMAGE_CYCLE, name, String.join(" → ", circle));
    } else if (chain.size() == DEEPEST) {
      throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "it stands on more than 64 files");
    }
    chain.put(real, name);
    byte[] start = start(real);
    if (isSparse(start)) {
      return sparse(real, name);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(ReadDescriptor.FIRST_LINE)) {
      throw foreign(name, text);
    }
    return described(real, name, descriptor(real, name));
  }

  private static Path regular(Path file, String name) throws IOException {
    Path real = file.toRealPath();
    if (!Files.isRegularFile(real)) {
      String what =
          Files.isDirectory(real) ? "it is a folder" : "it is a device, a pipe or a socket";
      throw new BadImage(FileProblem.IMAGE_FOREIGN, name, what);
    }
    return real;
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(Vmdk.SECTOR);
    }
  }

  private static boolean isSparse(byte[] start) {
    return start.length >= Integer.BYTES
        && ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt() == Vmdk.MAGIC;
  }

  private static BadImage foreign(String name, String start) {
    String what =
        FOREIGN.entrySet().stream()
            .filter(magic -> start.startsWith(magic.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(start.isEmpty() ? "it is empty" : "it begins with `" + beginning(start) + "`");
    return new BadImage(FileProblem.IMAGE_FOREIGN, name, what);
  }

  private static String beginning(String start) {
    String line = start.lines().findFirst().orElse("");
    return PlainText.shown(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  private static byte[] descriptor(Path file, String name) throws IOException {
    if (Files.size(file) > MOST_DESCRIPTOR) {
      throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "its descriptor is larger than 1M");
    }
    return Files.readAllBytes(file);
  }

  /** One file with its descriptor inside. */
  private ReadImage sparse(Path file, String name) throws IOException {
    SparseHeader header;
    byte[] text;
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer sector = ByteBuffer.allocate(Vmdk.SECTOR);
      FlatExtent.readFully(name, in, 0, sector);
      header = SparseHeader.read(sector);
      text = inside(in, name, header);
    }
    ReadDescriptor descriptor = ReadDescriptor.read(name, text);
    SparseExtent extent = new SparseExtent(name, FileChannel.open(file, StandardOpenOption.READ));
    return on(file, name, descriptor, List.of(extent));
  }

  private static byte[] inside(FileChannel in, String name, SparseHeader header)
      throws IOException {
    long sectors = header.descriptorSectors();
    if (sectors < 1 || sectors > MOST_DESCRIPTOR / Vmdk.SECTOR) {
      throw new BadImage(
          FileProblem.IMAGE_DAMAGED,
          name,
          sectors == 0
              ? "it is a part of a disk; open the disk's descriptor instead"
              : "its descriptor would have " + sectors + " sectors");
    }
    long at = header.descriptorOffset();
    if (at < 1 || at > in.size() / Vmdk.SECTOR - sectors) {
      throw new BadImage(
          FileProblem.IMAGE_DAMAGED, name, "its descriptor would lie outside the file");
    }
    ByteBuffer text = ByteBuffer.allocate((int) sectors * Vmdk.SECTOR);
    FlatExtent.readFully(name, in, at * Vmdk.SECTOR, text);
    return text.array();
  }

  /** A descriptor, and files beside it. */
  private ReadImage described(Path file, String name, byte[] text) throws IOException {
    ReadDescriptor descriptor = ReadDescriptor.read(name, text);
    List<Extent> extents = new ArrayList<>();
    try {
      for (ReadDescriptor.Line line : descriptor.extents()) {
        extents.add(extent(file, name, line));
      }
      return on(file, name, descriptor, extents);
    } catch (IOException e) {
      for (Extent extent : extents) {
        extent.close();
      }
      throw e;
    }
  }

  private static Extent extent(Path file, String name, ReadDescriptor.Line line)
      throws IOException {
    boolean flat = line.kind().equals("FLAT") || line.kind().equals("VMFS");
    if (!flat && !line.kind().equals("SPARSE")) {
      throw new BadImage(
          FileProblem.IMAGE_UNSUPPORTED, name, "an extent of the kind " + line.kind());
    }
    String within = name(name, line.file());
    Path path = regular(beside(file, name, line.file()), within);
    FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
    if (flat) {
      long most = Long.MAX_VALUE / Vmdk.SECTOR / 2;
      if (line.sectors() > most || line.start() > most) {
        in.close();
        throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "an extent would be too long");
      }
      return new FlatExtent(within, in, line.start() * Vmdk.SECTOR, line.sectors() * Vmdk.SECTOR);
    }
    SparseExtent extent = new SparseExtent(within, in);
    if (extent.size() != line.sectors() * Vmdk.SECTOR) {
      extent.close();
      throw new BadImage(
          FileProblem.IMAGE_DAMAGED, within, "it is not as long as its disk's descriptor says");
    }
    return extent;
  }

  /** Puts a disk on the one that its descriptor names, if any. */
  private ReadImage on(
      Path file, String name, ReadDescriptor descriptor, List<? extends Extent> extents)
      throws IOException {
    Optional<Identity.Parent> below = descriptor.parent();
    Optional<ReadImage> parent = Optional.empty();
    if (below.isPresent()) {
      String called = name(name, below.get().file());
      ReadImage opened = parent(beside(file, name, below.get().file()), called);
      if (opened.cid() != below.get().cid()) {
        opened.close();
        throw new BadImage(FileProblem.IMAGE_PARENT_CHANGED, name, called);
      }
      parent = Optional.of(opened);
    }
    return new ReadImage(List.copyOf(extents), parent, descriptor.cid());
  }

  private ReadImage parent(Path file, String name) throws IOException {
    try {
      return open(file, name);
    } catch (NoSuchFileException e) {
      throw new BadImage(FileProblem.UNREADABLE, name, "there is no such file");
    }
  }

  /** A file that another names, which lies in the same folder. */
  private static Path beside(Path file, String user, String named) throws BadImage {
    try {
      Path path = Path.of(named);
      boolean plain =
          path.getNameCount() == 1
              && !path.isAbsolute()
              && !named.contains("\\")
              && !named.contains("/")
              && !named.equals("..")
              && !named.equals(".")
              && !named.isEmpty();
      if (plain) {
        return file.resolveSibling(path);
      }
    } catch (InvalidPathException e) {
      // It names no file at all.
    }
    throw new BadImage(FileProblem.IMAGE_OUTSIDE, user, PlainText.shown(named));
  }

  /** How a user would call a file beside one that is called so. */
  private static String name(String user, String named) {
    int slash = Math.max(user.lastIndexOf('/'), user.lastIndexOf('\\'));
    return user.substring(0, slash + 1) + named;
  }
}
