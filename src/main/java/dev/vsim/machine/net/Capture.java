package dev.vsim.machine.net;

/** Who keeps the frames that pass ports, as they are on the wire. */
@FunctionalInterface
public interface Capture {
  /** Nobody. */
  Capture NONE = (port, nanoseconds, octets) -> {};

  /**
   * A frame passes a port.
   *
   * @param port its name: {@code vmnet8.1}, {@code host.nic0}
   * @param nanoseconds the instant
   * @param octets the frame without its check sequence, not to be changed
   */
  void frame(String port, long nanoseconds, byte[] octets);
}
