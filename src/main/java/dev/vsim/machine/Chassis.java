package dev.vsim.machine;

/**
 * What a host is to the computer room.
 *
 * @param idle watts that it takes when no processor works
 * @param peak watts that it takes when all of them work
 * @param units of a rack that it takes
 */
public record Chassis(double idle, double peak, int units) {
  /** A server of one unit. */
  public static final Chassis DEFAULT = new Chassis(200, 400, 1);

  /**
   * The watts that it takes on average: a straight line between both (Fan, Weber and Barroso, Power
   * Provisioning for a Warehouse-sized Computer, ISCA 2007).
   *
   * @param load the part of its processors' time that is taken, from 0 to 1
   */
  public double power(double load) {
    return idle + (peak - idle) * load;
  }
}
