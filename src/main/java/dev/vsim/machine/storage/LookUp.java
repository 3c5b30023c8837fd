package dev.vsim.machine.storage;

import java.util.Optional;
import java.util.TreeSet;

/**
 * Where the grains of a stretch were found on the way from a disk's file down to its base.
 *
 * @param file the file at which the look-up for all of them ended, if that is one
 * @param held how many of them some file holds; the others are zeros
 * @param tables how many grain tables had to be read
 */
record LookUp(Optional<DiskFile> file, long held, long tables) {
  /** Looks for the grains from the first to the last. */
  static LookUp of(DiskFile top, long first, long last) {
    long wanted = last - first + 1;
    long tables = 0;
    TreeSet<Long> found = new TreeSet<>();
    for (DiskFile file : top.chain()) {
      tables += file.readTables(first, last);
      long here = file.count(first, last);
      boolean ends = file.parent().isEmpty() || here == wanted;
      if (ends && found.isEmpty()) {
        return new LookUp(Optional.of(file), here, tables);
      } else if (ends && here == wanted) {
        return new LookUp(Optional.empty(), wanted, tables);
      }
      found.addAll(file.written(first, last));
      if (found.size() == wanted) {
        break;
      }
    }
    return new LookUp(Optional.empty(), found.size(), tables);
  }
}
