package dev.vsim.machine.net;

/** A card whose link can go up and down. */
interface Cabled {
  /** Its link goes up or down. */
  void link(boolean isUp, Undertaking cause);
}
