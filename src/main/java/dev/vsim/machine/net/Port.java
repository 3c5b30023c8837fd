package dev.vsim.machine.net;

import dev.vsim.value.Subject;
import java.util.Optional;

/** Where something is plugged into a switch. */
public final class Port {
  /** Any source address may come in. */
  static final long ANY = -1;

  private final Switch owner;
  private final String name;
  private final int index;
  private final Vlans vlans;
  private final String captured;
  private Optional<Subject> plugged = Optional.empty();
  private Receiver peer = frame -> {};
  private Security security = Security.DEFAULT;
  private boolean up = true;
  private boolean hearsAll;
  private long address = ANY;
  private long guests = ANY;

  Port(Switch owner, String name, int index, Vlans vlans) {
    this.owner = owner;
    this.name = name;
    this.index = index;
    this.vlans = vlans;
    this.captured = owner.path() + "." + name;
  }

  /** Its number, or {@code uplink}, {@code host}, {@code nat}. */
  public String name() {
    return name;
  }

  /** Its place among the switch's ports, from 0, in order of their making. */
  int index() {
    return index;
  }

  public Switch owner() {
    return owner;
  }

  /** Which VLANs it carries, and how. */
  public Vlans vlans() {
    return vlans;
  }

  /** What is plugged in. */
  public Optional<Subject> plugged() {
    return plugged;
  }

  /** Whether its link is up. */
  public boolean isUp() {
    return up;
  }

  /** Plugs something in: frames that leave by the port go to {@code to}. */
  void plug(Subject what, Receiver to) {
    plugged = Optional.of(what);
    peer = to;
  }

  /** Pulls the plug. */
  void unplug() {
    plugged = Optional.empty();
    peer = frame -> {};
    address = ANY;
    guests = ANY;
    hearsAll = false;
    owner.forget(this);
  }

  /** What the guest on it may do. */
  void restrict(Security other, long mac, boolean listensToAll) {
    security = other;
    address = mac;
    guests = mac;
    hearsAll = listensToAll && other.promiscuous();
  }

  /** The guest has given its card another address. */
  void guestChanged(long mac) {
    guests = mac;
    if (security.macChanges()) {
      address = mac;
    }
  }

  /** The link goes up or down. */
  void link(boolean isUp) {
    up = isUp;
    if (!isUp) {
      owner.forget(this);
    }
  }

  boolean isForged(long source) {
    return source != address && address != ANY && !security.forged();
  }

  /** Whether the guest has changed its address, and that is rejected. */
  boolean isBlocked() {
    return guests != address;
  }

  /** The address that is known to be behind it, or {@link #ANY}. */
  long address() {
    return address;
  }

  /** Whether it also gets what is forwarded to others. */
  boolean hearsAll() {
    return hearsAll;
  }

  /** The name under which its frames are captured. */
  String captured() {
    return captured;
  }

  /** A frame leaves by it. */
  void send(Frame frame) {
    peer.receive(frame);
  }
}
