package dev.vsim.event;

/** Why a frame or packet ends. */
public enum DropReason {
  /** The port or card has no link. */
  LINK,
  /** Larger than the port, or the way on, lets through. */
  MTU,
  /** The source is not the port's address, and forged transmits are rejected. */
  FORGED,
  /** The guest has changed its address, and that is rejected. */
  MAC_CHANGES,
  /** The port does not carry the frame's VLAN. */
  VLAN,
  /** The destination is behind the port that the frame came from. */
  SAME_PORT,
  /** A switch that does not learn does not know the destination. */
  UNKNOWN,
  /** It came in on an uplink that stands by. */
  STANDBY,
  /** Its copies go round in a loop. */
  STORM,
  /** The destination is another's address. */
  NOT_FOR_ME,
  /** The card has no address, and none is to be had. */
  NO_ADDRESS,
  /** No way leads there. */
  NO_ROUTE,
  /** It has passed too many routers. */
  TTL,
  /** Nobody has answered who has the next hop's address. */
  ARP_TIMEOUT,
  /** Fragments of it are missing. */
  REASSEMBLY,
  /** From an endpoint that the inside has not sent to. */
  NAT_FILTERED,
  /** There is no mapping for it. */
  NAT_UNKNOWN,
  /** There is no free port for another mapping. */
  NAT_FULL,
  /** The VM is off. */
  OFF,
  /** The VM has crashed. */
  CRASHED,
  /** The VM is suspended. */
  SUSPENDED,
  /** The VM is paused. */
  PAUSED
}
