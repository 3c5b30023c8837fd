package dev.vsim.image;

/** What comes of opening a virtual disk's file. */
public sealed interface OpenedImage {
  /** It can be read. */
  record Ready(DiskReading disk) implements OpenedImage {}

  /** It cannot. */
  record Refused(ImageTrouble trouble) implements OpenedImage {}
}
