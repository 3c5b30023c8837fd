package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Tcp;

/** One end of a TCP connection. */
interface Connection {
  /** The two ends, as this one sees them. */
  Tcp.Ends ends();

  /** A segment from the other end has come. */
  void receive(byte[] packet, Undertaking cause);
}
