package dev.vsim.machine.memory;

import java.util.OptionalInt;

/**
 * Where a kernel's page tables lie, and which pages it makes valid by itself.
 *
 * @param inside whether tables lie in ordinary frames instead of a region above (rules.md R8)
 * @param root the frame of the first process's highest table, if tables are inside; else the lowest
 * @param demand whether pages are valid that nobody has mapped (rules.md R1b)
 */
public record TableSettings(boolean inside, OptionalInt root, boolean demand) {
  /** Tables above, pages on demand. */
  public static final TableSettings USUAL = new TableSettings(false, OptionalInt.empty(), true);

  public TableSettings withInside(OptionalInt frame) {
    return new TableSettings(true, frame, demand);
  }

  public TableSettings withDemand(boolean on) {
    return new TableSettings(inside, root, on);
  }
}
