package dev.vsim.machine.net;

/** A part of the network that sends and takes packets in under its own name. */
interface Talker {
  /** Who it is. */
  Station station();
}
