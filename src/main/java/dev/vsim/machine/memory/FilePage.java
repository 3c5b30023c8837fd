package dev.vsim.machine.memory;

/** A page's place in the file behind its region, in bytes from the file's start. */
record FilePage(MappedFile file, long offset) {
  /** What the file holds there, or null for zeros. */
  byte[] bytes(int size) {
    return file.page(offset, size);
  }
}
