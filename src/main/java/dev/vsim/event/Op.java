package dev.vsim.event;

/** What an access does. */
public enum Op {
  READ,
  WRITE,
  EXECUTE
}
