package dev.vsim.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The text in or beside a virtual disk's files that says what they are. */
final class Descriptor {
  private static final int MOST_CYLINDERS = 65_535;
  private static final int HEADS = 255;
  private static final int SECTORS = 63;

  private final String type;
  private final Identity identity;
  private final long capacity;
  private final List<String> extents;

  /**
   * @param type {@code monolithicSparse} and the like
   * @param extents a line each
   */
  Descriptor(String type, Identity identity, long capacity, List<String> extents) {
    this.type = type;
    this.identity = identity;
    this.capacity = capacity;
    this.extents = extents;
  }

  /** The line of an extent of sparse grains. */
  static String sparse(long bytes, String file) {
    return "RW " + bytes / Vmdk.SECTOR + " SPARSE \"" + file + "\"";
  }

  /** The line of an extent that is the bytes themselves. */
  static String flat(long bytes, String file) {
    return "RW " + bytes / Vmdk.SECTOR + " FLAT \"" + file + "\" 0";
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append("# Disk DescriptorFile\nversion=1\nencoding=\"UTF-8\"\n");
    text.append("CID=").append(hex(identity.cid())).append('\n');
    text.append("parentCID=").append(hex(identity.parentCid())).append('\n');
    text.append("createType=\"").append(type).append("\"\n");
    identity
        .parent()
        .ifPresent(
            parent -> text.append("parentFileNameHint=\"").append(parent.file()).append("\"\n"));
    text.append("\n# Extent description\n");
    extents.forEach(line -> text.append(line).append('\n'));
    text.append("\n# The Disk Data Base\n#DDB\n\n");
    text.append("ddb.virtualHWVersion = \"19\"\n");
    long cylinders = capacity / Vmdk.SECTOR / (HEADS * SECTORS);
    text.append("ddb.geometry.cylinders = \"");
    text.append(Math.max(1, Math.min(cylinders, MOST_CYLINDERS))).append("\"\n");
    text.append("ddb.geometry.heads = \"").append(HEADS).append("\"\n");
    text.append("ddb.geometry.sectors = \"").append(SECTORS).append("\"\n");
    text.append("ddb.adapterType = \"lsilogic\"\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(int id) {
    return String.format(Locale.ROOT, "%08x", id);
  }
}
