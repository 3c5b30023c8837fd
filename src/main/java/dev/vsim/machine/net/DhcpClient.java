package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.Dhcp;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Udp;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for an interface's address when it is first needed: DISCOVER, OFFER, REQUEST, ACK; again
 * when the lease has run out (RFC 2131; rules.md R25).
 */
final class DhcpClient implements Happening {
  private static final long PATIENCE = 1_000_000_000_000L;
  private static final long PER_SECOND = 1_000_000_000L;
  private static final int ATTEMPTS = 3;

  private final NetWorld world;
  private final Interface owner;
  private final List<Waiting> waiting = new ArrayList<>();
  private int transaction;
  private int attempts;
  private long until;

  private record Waiting(Runnable work, Undertaking cause) {}

  DhcpClient(NetWorld world, Interface owner) {
    this.world = world;
    this.owner = owner;
  }

  /** Does something once there is an address. */
  void obtain(Undertaking cause, Runnable work) {
    cause.hold();
    waiting.add(new Waiting(work, cause));
    if (waiting.size() == 1) {
      attempts = 0;
      discover();
    }
  }

  private void discover() {
    attempts++;
    transaction++;
    say(Dhcp.DISCOVER, 0, 0);
    world.queue().in(PATIENCE, Phase.ARRIVAL, 0, this, transaction);
  }

  private void say(int kind, int address, int server) {
    Dhcp message = new Dhcp(kind, transaction, owner.mac(), address, server, 0, 0, 0);
    byte[] packet = Udp.of(0, Dhcp.CLIENT_PORT, Ipv4.BROADCAST, Dhcp.SERVER_PORT, message.octets());
    owner.stack().broadcast(owner, packet, waiting.get(0).cause);
  }

  /** A message from a server has come. */
  void receive(byte[] packet) {
    byte[] data = Udp.data(packet);
    if (!Dhcp.isSound(data) || waiting.isEmpty()) {
      return;
    }
    Dhcp message = Dhcp.read(data);
    if (message.transaction() != transaction || message.client() != owner.mac()) {
      return;
    }
    if (message.kind() == Dhcp.OFFER) {
      say(Dhcp.REQUEST, message.address(), message.server());
    } else if (message.kind() == Dhcp.ACKNOWLEDGE) {
      take(message);
    }
  }

  private void take(Dhcp lease) {
    owner.address(lease.address());
    long time = lease.seconds() * PER_SECOND;
    until = world.now() + time;
    world.queue().at(until, Phase.ARRIVAL, 0, this, -until);
    world
        .journal()
        .tell(
            new NetEvent.DhcpLease(
                owner.speaker(),
                new Value.Ip(lease.address()),
                new Value.Ip(lease.server()),
                time));
    finish(true);
  }

  /** Nobody has answered for a second, or the lease has run out, unless that has lost its sense. */
  @Override
  public void happen(long about) {
    if (about < 0) {
      if (-about == until) {
        owner.address(Subnet.NONE);
      }
    } else if (about == transaction && !waiting.isEmpty()) {
      Optional<DropReason> silence = owner.stack().silence();
      if (silence.isEmpty() && attempts < ATTEMPTS) {
        discover();
      } else {
        giveUp(silence.orElse(DropReason.NO_ADDRESS));
      }
    }
  }

  private void giveUp(DropReason why) {
    byte[] packet = Ipv4.room(0, 0, Ipv4.BROADCAST, 0);
    world.journal().droppedPacket(owner.speaker(), why, packet);
    finish(false);
  }

  private void finish(boolean obtained) {
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    for (Waiting one : all) {
      if (obtained) {
        one.work.run();
      }
      one.cause.release();
    }
  }
}
