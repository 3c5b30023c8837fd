package dev.vsim.image;

/**
 * What a file of a virtual disk is to hold: grains of 64 KiB by number; the others are not there.
 */
public interface GrainSource {
  /** Bytes of the whole disk, a multiple of {@link Vmdk#GRAIN}. */
  long capacity();

  /** The first grain at or behind a number that is there; −1 if there is none. */
  long next(long from);

  /** The bytes of a grain that is there. */
  byte[] read(long grain);
}
