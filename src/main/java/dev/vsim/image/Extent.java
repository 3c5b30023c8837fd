package dev.vsim.image;

import java.io.Closeable;
import java.io.IOException;

/** A stretch of a disk as one file holds it; offsets count bytes from the stretch's start. */
interface Extent extends Closeable {
  /** Bytes of the stretch. */
  long size();

  /** Bytes that are there or not as one, a power of two. */
  int unit();

  /** Whether the file says what stands at an offset; else it is the parent's, or zeros. */
  boolean has(long offset) throws IOException;

  /** Copies bytes out that lie in one unit which is there. */
  void read(long offset, byte[] into, int from, int count) throws IOException;

  @Override
  void close() throws IOException;
}
