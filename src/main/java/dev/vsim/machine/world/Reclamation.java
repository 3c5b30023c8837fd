package dev.vsim.machine.world;

import dev.vsim.value.Subject;
import java.util.List;

/**
 * How a host that was full came to a free frame (rules.md R23).
 *
 * @param host whose frames they are
 * @param wanted how many were to be free
 * @param frames how many it has
 * @param merged how many frames became free since equal pages were merged
 * @param balloons which balloons grew, in order
 * @param taken how many frames the host's policy took, of which the last decision tells the last
 */
public record Reclamation(
    Subject host, int wanted, int frames, int merged, List<Grown> balloons, int taken) {
  /**
   * A balloon that grew.
   *
   * @param backed how many pages of the VM were backed before
   * @param reserved how many are reserved for it
   * @param shares how much it counts beside others
   * @param pages how many pages the driver took
   * @param freed how many frames of the host became free by that
   */
  public record Grown(Subject vm, int backed, long reserved, int shares, int pages, int freed) {}
}
