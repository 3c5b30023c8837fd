package dev.vsim.event;

/**
 * Who listens to the machine. A kind that nobody wants costs one branch: no record is made (house
 * rule 7).
 */
public interface EventSink {
  boolean wants(EventKind kind);

  void accept(Event event);
}
