package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Prints events as the language spells them, fields in a fixed order: {@code page-fault linux.init
 * va 0x1000 cause first-touch error 0x4} (rules.md R0b).
 */
public final class EventPrinter {
  /** Vectors below are those of exceptions. */
  private static final int FIRST_OF_DEVICES = 32;

  private static final int FIRST_ROOM = 256;

  private final LineBuffer out;
  private final Layout[] layouts = new Layout[EventKind.all().size()];
  private final IdentityHashMap<Subject, byte[]> paths = new IdentityHashMap<>();

  /** A kind's fixed parts: {@code page-fault } and, for each field, {@code va }. */
  private static final class Layout {
    private final byte[] name;
    private final EventField[] fields;
    private final byte[][] fieldNames;

    Layout(EventKind kind) {
      name = ascii(kind.name() + " ");
      fields = kind.fields().toArray(new EventField[0]);
      fieldNames = new byte[fields.length][];
      for (int i = 0; i < fields.length; i++) {
        fieldNames[i] = ascii(" " + fields[i].name() + " ");
      }
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }

  EventPrinter(LineBuffer out) {
    this.out = out;
  }

  /** One event as a string, without {@code expect}: for reports and for {@code print}. */
  public static String print(Event event) {
    LineBuffer line = new LineBuffer(FIRST_ROOM);
    new EventPrinter(line).add(EventKind.of(event), event);
    return line.toString();
  }

  /** Adds an event, without {@code expect} and without a line's end. */
  void add(EventKind kind, Event event) {
    Layout layout = layout(kind);
    out.add(layout.name);
    out.add(path(event.subject()));
    for (int i = 0; i < layout.fields.length; i++) {
      int before = out.size();
      out.add(layout.fieldNames[i]);
      if (!addValue(layout.fields[i], event)) {
        out.cut(before);
      }
    }
  }

  /** Adds a field's value; false where the event lacks the field. */
  private boolean addValue(EventField field, Event event) {
    return switch (field.holds()) {
      case NUMBER -> addNumber(field, event);
      case TRUTH -> addTruth(field, event);
      case WORD -> addText(field.text(event));
      case NAME -> addText(nameOf(field.text(event)));
      case SUBJECT -> addSubject(field.subject(event));
      case TEXT, VALUE -> addText(field.value(event).map(Spelling::of).orElse(null));
    };
  }

  private boolean addNumber(EventField field, Event event) {
    long number = field.number(event);
    if (field.sometimes() && number == Event.ABSENT) {
      return false;
    }
    switch (field.format()) {
      case COUNT -> out.decimal(number);
      case HEX -> out.hex(number);
      case VECTOR -> addVector(number);
      case PAGE -> addPage(event.subject(), number);
      case DURATION, SIZE, RATE -> out.add(Printed.whole(number, field.dimension()));
    }
    return true;
  }

  private void addVector(long vector) {
    if (vector < FIRST_OF_DEVICES) {
      out.decimal(vector);
    } else {
      out.hex(vector);
    }
  }

  private void addPage(Subject subject, long page) {
    Optional<String> label = subject.pageLabel(page);
    if (label.isPresent()) {
      out.add(Spelling.name(label.get()));
    } else {
      out.hex(page);
    }
  }

  private boolean addTruth(EventField field, Event event) {
    boolean truth = field.truth(event);
    if (field.sometimes() && !truth) {
      return false;
    }
    return addText(truth ? "true" : "false");
  }

  private boolean addSubject(Subject subject) {
    if (subject == null) {
      return false;
    }
    out.add(path(subject));
    return true;
  }

  private boolean addText(String text) {
    if (text == null) {
      return false;
    }
    out.add(text);
    return true;
  }

  private static String nameOf(String name) {
    return name == null ? null : Spelling.name(name);
  }

  private byte[] path(Subject subject) {
    return paths.computeIfAbsent(
        subject, s -> Spelling.name(s.path()).getBytes(StandardCharsets.UTF_8));
  }

  private Layout layout(EventKind kind) {
    Layout layout = layouts[kind.index()];
    if (layout == null) {
      layout = new Layout(kind);
      layouts[kind.index()] = layout;
    }
    return layout;
  }
}
