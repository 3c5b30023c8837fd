package dev.vsim.machine.time;

/** Work that goes on in virtual time: a command is over when what it started is over. */
@FunctionalInterface
public interface Operation {
  boolean isOver();
}
