package dev.vsim.machine.paging;

/** Where the frames of table pages come from: a kernel region (rules.md R8). */
public interface TableFrames {
  int take();

  void free(int frame);
}
