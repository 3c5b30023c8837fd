package dev.vsim.machine.net;

import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Somebody who sends and takes packets in: a VM, a host, a router, the Internet. */
public final class Station {
  private final Subject subject;
  private final Stack stack;
  private final Optional<Interface> card;
  private final List<VirtualNic> cards;

  private Station(Subject subject, Stack stack, Optional<Interface> card, List<VirtualNic> cards) {
    this.subject = subject;
    this.stack = stack;
    this.card = card;
    this.cards = cards;
  }

  /** One that is no VM. */
  static Station of(Subject subject, Stack stack) {
    return new Station(subject, stack, Optional.empty(), List.of());
  }

  /** One that is no VM, by one of its adapters. */
  static Station by(Subject adapter, Interface address) {
    return new Station(adapter, address.stack(), Optional.of(address), List.of());
  }

  /** A VM. */
  static Station of(Subject subject, Guest guest) {
    return new Station(subject, guest.stack(), Optional.empty(), guest.nics());
  }

  /** A VM by one of its cards. */
  static Station by(VirtualNic nic) {
    Interface address = nic.address();
    return new Station(nic, address.stack(), Optional.of(address), List.of(nic));
  }

  /** The virtual cards by which it sends, the first first; empty where it is no VM. */
  List<VirtualNic> cards() {
    return cards;
  }

  /** The VM that it is, or whose card. */
  public Optional<Vm> vm() {
    return cards.stream().findFirst().map(card -> card.guest().vm());
  }

  /** Who it is. */
  public Subject subject() {
    return subject;
  }

  Stack stack() {
    return stack;
  }

  /**
   * The address by which another reaches it: that of the card that is meant, else one on a switch
   * of the other's, else one on a network of the other's, else its first; 0 where it has none.
   */
  public int address(Station from) {
    return card.or(() -> meeting(from, Interface::isBeside))
        .or(() -> meeting(from, (own, other) -> own.subnet() == other.subnet()))
        .map(Station::known)
        .orElseGet(() -> known(stack.routes().first()));
  }

  /** The first of its interfaces that meets one of the other's and has an address. */
  private Optional<Interface> meeting(Station from, BiPredicate<Interface, Interface> how) {
    return stack.routes().interfaces().stream()
        .filter(own -> known(own) != Subnet.NONE)
        .filter(
            own ->
                from.stack.routes().interfaces().stream().anyMatch(other -> how.test(own, other)))
        .findFirst();
  }

  /** Somebody on a link that an interface knows. */
  public record Neighbour(Subject interfaceOf, int ip, long mac, long age) {}

  /** A network and the way to it; {@code nextHop} is 0 where it is on the link itself. */
  public record Way(int network, int prefix, int nextHop, Subject by) {}

  /** Whom it knows on its links by ARP, link by link. */
  public List<Neighbour> neighbours() {
    List<Neighbour> all = new ArrayList<>();
    for (Interface one : interfaces()) {
      for (Neighbours.Row row : one.neighbours().rows()) {
        all.add(new Neighbour(one.nic(), row.ip(), row.mac(), row.age()));
      }
    }
    return all;
  }

  /** Its routing table: the networks on its links, then the way to everywhere else. */
  public List<Way> ways() {
    List<Way> all = new ArrayList<>();
    for (Interface one : interfaces()) {
      all.add(new Way(one.subnet().network(), one.subnet().prefix(), 0, one.nic()));
    }
    stack.routes().wayOut().ifPresent(w -> all.add(new Way(0, 0, w.nextHop(), w.out().nic())));
    return all;
  }

  private List<Interface> interfaces() {
    return card.map(List::of).orElseGet(() -> stack.routes().interfaces());
  }

  /** An interface's address, or the one that it will be given when it asks. */
  private static int known(Interface one) {
    return one.ip() == Subnet.NONE ? one.subnet().of(one.mac()) : one.ip();
  }
}
