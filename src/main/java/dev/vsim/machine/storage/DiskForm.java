package dev.vsim.machine.storage;

import java.util.Arrays;
import java.util.List;

/** The kinds of file that a disk can be exported as, by the names that VMDK descriptors have. */
public enum DiskForm {
  /** One file with header, tables and those grains that were written. */
  MONOLITHIC_SPARSE("monolithicSparse"),
  /** One file of compressed grains, written from front to back, for sending. */
  STREAM_OPTIMIZED("streamOptimized"),
  /** A descriptor, and the bytes of the disk as they are. */
  MONOLITHIC_FLAT("monolithicFlat"),
  /** A descriptor, and sparse files for at most 2G of the disk each. */
  TWO_GB_MAX_EXTENT_SPARSE("twoGbMaxExtentSparse");

  private final String word;

  DiskForm(String word) {
    this.word = word;
  }

  /** What a descriptor's {@code createType} says. */
  public String word() {
    return word;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(DiskForm::word).toList();
  }

  /** The kind of this name, which is one of {@link #words()}. */
  public static DiskForm named(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst().orElseThrow();
  }
}
