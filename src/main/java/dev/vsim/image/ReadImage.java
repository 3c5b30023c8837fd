package dev.vsim.image;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A virtual disk that is read: its extents, and the disk below it where they hold nothing. */
final class ReadImage implements Closeable {
  private final List<Extent> extents;
  private final Optional<ReadImage> parent;
  private final int cid;
  private final boolean sparse;
  private final long size;

  ReadImage(List<Extent> extents, Optional<ReadImage> parent, int cid) {
    this.extents = extents;
    this.parent = parent;
    this.cid = cid;
    this.sparse = extents.stream().noneMatch(e -> e instanceof FlatExtent);
    this.size = extents.stream().mapToLong(Extent::size).sum();
  }

  int cid() {
    return cid;
  }

  /** Bytes that a guest sees. */
  long size() {
    return size;
  }

  /** Whether only some of it takes place, down to its base. */
  boolean isSparse() {
    return sparse && parent.map(ReadImage::isSparse).orElse(true);
  }

  /** Whether any file says what stands in a stretch. */
  boolean has(long offset, long count) throws IOException {
    long at = offset;
    long end = Math.min(offset + count, size);
    while (at < end) {
      Place place = place(at);
      if (place.extent.has(place.within)) {
        return true;
      }
      at += place.rest();
    }
    return parent.isPresent() && parent.get().has(offset, count);
  }

  /** Reads a stretch; what lies behind the disk's end is zeros. */
  void read(long offset, byte[] into, int from, int count) throws IOException {
    long at = offset;
    long end = Math.min(offset + count, size);
    while (at < end) {
      Place place = place(at);
      int part = (int) Math.min(place.rest(), end - at);
      int to = from + (int) (at - offset);
      if (place.extent.has(place.within)) {
        place.extent.read(place.within, into, to, part);
      } else if (parent.isPresent()) {
        parent.get().read(at, into, to, part);
      }
      at += part;
    }
  }

  /** An extent, and how far in it. */
  private record Place(Extent extent, long within) {
    /** Bytes to the end of the unit. */
    long rest() {
      long unit = extent.unit() - within % extent.unit();
      return Math.min(unit, extent.size() - within);
    }
  }

  private Place place(long offset) {
    long before = 0;
    for (Extent extent : extents) {
      if (offset < before + extent.size()) {
        return new Place(extent, offset - before);
      }
      before += extent.size();
    }
    throw new IllegalArgumentException("no extent has " + offset);
  }

  @Override
  public void close() throws IOException {
    for (Extent extent : extents) {
      extent.close();
    }
    if (parent.isPresent()) {
      parent.get().close();
    }
  }
}
