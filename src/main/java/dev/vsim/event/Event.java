package dev.vsim.event;

import dev.vsim.value.Subject;

/**
 * Something that happened in the machine, at an instant, to one subject. Each record is one kind of
 * event: its name in kebab case is the event's word in a trace line, its components after the
 * subject are the line's fields, in order.
 */
public sealed interface Event
    permits MemoryEvent,
        VirtEvent,
        ProcessorEvent,
        NetEvent,
        StorageEvent,
        DeviceEvent,
        OperationEvent,
        ActionEvent {
  /** What a long field holds that is absent in this event (see {@link Sometimes}). */
  long ABSENT = Long.MIN_VALUE;

  /** Who it is about; always the record's first component. */
  Subject subject();
}
