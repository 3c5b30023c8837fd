package dev.vsim.machine.net;

import dev.vsim.value.Value;

/** An adapter of a host's or router's own, which no virtual machine pays for. */
public final class Adapter implements Nic, Talker {
  private final String path;
  private Interface address;

  Adapter(String path) {
    this.path = path;
  }

  @Override
  public String path() {
    return path;
  }

  void address(Interface own) {
    address = own;
  }

  Interface address() {
    return address;
  }

  @Override
  public Station station() {
    return Station.by(this, address);
  }

  @Override
  public Value mac() {
    return new Value.Mac(address.mac());
  }

  @Override
  public Value ip() {
    return address.ip() == Subnet.NONE ? Value.None.NONE : new Value.Ip(address.ip());
  }

  @Override
  public int mtu() {
    return address.mtu();
  }

  @Override
  public boolean isUp() {
    return true;
  }

  @Override
  public long sent() {
    return address.sent();
  }

  @Override
  public long received() {
    return address.received();
  }
}
