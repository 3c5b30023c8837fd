package dev.vsim.event;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One kind of event as the language knows it, derived from its record: name, area, subjects,
 * fields, visibility.
 */
public final class EventKind {
  private static final Map<Class<?>, EventKind> BY_RECORD = new LinkedHashMap<>();
  private static final Map<String, EventKind> BY_NAME = new LinkedHashMap<>();
  private static final List<EventKind> ALL = readAll();

  /** What the record's annotations say. */
  private record Annotated(List<String> subjects, boolean hidden, String group) {
    static Annotated of(Class<? extends Event> record) {
      Hidden hidden = record.getAnnotation(Hidden.class);
      return new Annotated(
          List.of(record.getAnnotation(About.class).value()),
          hidden != null,
          hidden == null ? "" : hidden.group());
    }
  }

  private final int index;
  private final String name;
  private final String area;
  private final Class<? extends Event> record;
  private Annotated annotated;
  private volatile List<EventField> fields;

  private EventKind(int index, String area, Class<? extends Event> record) {
    this.index = index;
    this.area = area;
    this.record = record;
    this.name = kebab(record.getSimpleName());
  }

  /** The kind that a record class is. */
  public static EventKind of(Class<? extends Event> record) {
    return BY_RECORD.get(record);
  }

  public static EventKind of(Event event) {
    return BY_RECORD.get(event.getClass());
  }

  public static Optional<EventKind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Every kind, area by area, in each by name. */
  public static List<EventKind> all() {
    return ALL;
  }

  /** The word of the trace line: {@code page-fault}. */
  public String name() {
    return name;
  }

  /** {@code memory}, {@code virt}: what {@code trace < hide AREA >} names. */
  public String area() {
    return area;
  }

  /** A small number from 0, in the order of {@link #all()}, for arrays by kind. */
  public int index() {
    return index;
  }

  /** The kinds of object that can be its subject. */
  public List<String> subjects() {
    return annotated().subjects();
  }

  /** Whether a trace leaves it out unless asked. */
  public boolean hidden() {
    return annotated().hidden();
  }

  /** The group that shows it, or empty. */
  public String group() {
    return annotated().group();
  }

  /**
   * Whether only some of its events are hidden, those that say so themselves (see {@link Quiet}).
   */
  public boolean partlyHidden() {
    return hidden() && Quiet.class.isAssignableFrom(record);
  }

  /** Whether a trace leaves out this event, which is of this kind, unless asked. */
  public boolean hides(Event event) {
    return hidden() && (!(event instanceof Quiet quiet) || quiet.quiet());
  }

  public Class<? extends Event> record() {
    return record;
  }

  /** The fields behind the subject, in the order in which they print. */
  public List<EventField> fields() {
    List<EventField> known = fields;
    return known == null ? readFields() : known;
  }

  public Optional<EventField> field(String fieldName) {
    return fields().stream().filter(f -> f.name().equals(fieldName)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Read at the first question, as the fields are: a short run does not pay for kinds that it never
   * meets.
   */
  private Annotated annotated() {
    if (annotated == null) {
      annotated = Annotated.of(record);
    }
    return annotated;
  }

  private synchronized List<EventField> readFields() {
    if (fields == null) {
      List<EventField> found = new ArrayList<>();
      RecordComponent[] components = record.getRecordComponents();
      for (int i = 1; i < components.length; i++) {
        if (!components[i].isAnnotationPresent(Aside.class)) {
          found.add(new EventField(this, found.size(), components[i]));
        }
      }
      fields = List.copyOf(found);
    }
    return fields;
  }

  /**
   * {@code PageFault} or {@code swapOuts} as words of the language: {@code page-fault}, {@code
   * swap-outs}.
   */
  static String kebab(String camel) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        out.append('-');
      }
      out.append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  private static List<EventKind> readAll() {
    List<EventKind> all = new ArrayList<>();
    for (Class<?> area : Event.class.getPermittedSubclasses()) {
      String areaName = area.getSimpleName().replace("Event", "").toLowerCase(Locale.ROOT);
      // By name: the order in which a sealed interface lists who implements it is the compiler's
      // whim.
      Map<String, Class<?>> records = new TreeMap<>();
      for (Class<?> one : area.getPermittedSubclasses()) {
        records.put(one.getSimpleName(), one);
      }
      for (Class<?> one : records.values()) {
        all.add(new EventKind(all.size(), areaName, one.asSubclass(Event.class)));
      }
    }
    for (EventKind kind : all) {
      BY_RECORD.put(kind.record, kind);
      BY_NAME.put(kind.name, kind);
    }
    return List.copyOf(all);
  }
}
