package dev.vsim.machine.net;

import dev.vsim.value.Subject;

/** The way from an adapter or router port to what is at its far end. */
final class Line implements Medium {
  private final NetWorld world;
  private final Subject nic;
  private final Receiver way;

  Line(NetWorld world, Subject nic, Receiver way) {
    this.world = world;
    this.nic = nic;
    this.way = way;
  }

  @Override
  public void send(Frame frame) {
    world.journal().sent(nic, frame);
    way.receive(frame);
  }
}
