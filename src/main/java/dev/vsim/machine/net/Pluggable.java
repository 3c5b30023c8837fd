package dev.vsim.machine.net;

/** What can be plugged into a port of a physical switch by a cable. */
interface Pluggable {
  /**
   * Plugs its cable into a port, after pulling it out of another.
   *
   * @param rate of a cable that has no card of its own rate, in bits a second
   */
  void plug(Port port, long rate);
}
