package dev.vsim.machine.memory;

/**
 * What a VM may claim of its host's memory.
 *
 * @param reservation bytes that are never taken from it once they are backed
 * @param limit bytes that are backed at most
 * @param shares how much it counts beside others when memory is taken back
 */
public record Claim(long reservation, long limit, int shares) {
  /** Nothing is reserved, all of its memory may be backed, and all count the same. */
  public static final Claim DEFAULT = new Claim(0, Long.MAX_VALUE, 1000);
}
