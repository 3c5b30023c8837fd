package dev.vsim.machine.net;

/** Who takes a frame that comes out of a wire or a port. */
@FunctionalInterface
interface Receiver {
  void receive(Frame frame);
}
