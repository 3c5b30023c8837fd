package dev.vsim.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The form of a command or a property: its word, what stands behind it in order, its options, and
 * one sentence. Checker, messages, completion and reference pages read it.
 */
public final class Signature {
  /** What stands at one place behind the word. */
  public sealed interface Part {
    boolean optional();

    /** A word of its own: {@code page}, {@code take}, {@code as}. */
    record Fixed(String word, boolean optional) implements Part {}

    /** {@code ->}. */
    record Arrow(boolean optional) implements Part {}

    /** A value. */
    record Argument(Slot slot, boolean optional) implements Part {}
  }

  private final String word;
  private final String doc;
  private final String actor;
  private final List<Part> parts;
  private final List<Slot> slots;
  private final Optional<Slot> assigned;
  private final boolean assignedOptional;
  private final List<Signature> options;
  private final boolean repeats;
  private final String fallback;
  private final Optional<Made> made;
  private final Optional<Brought> brought;

  /**
   * An object that comes with the one whose property names it.
   *
   * @param name the slot of its name
   * @param kind what it is
   */
  public record Brought(Slot name, String kind) {}

  /**
   * An object that a command makes, beside the object in another of its slots or in it.
   *
   * @param name the slot of its name
   * @param kind what it is
   * @param by the slot of the object beside which, or in which, it stands
   * @param inside whether it stands in that object
   */
  public record Made(Slot name, String kind, Slot by, boolean inside) {}

  private Signature(Builder from, String doc) {
    this.word = from.word;
    this.doc = doc;
    this.actor = from.actor;
    this.parts = List.copyOf(from.parts);
    this.assigned = Optional.ofNullable(from.assigned);
    this.assignedOptional = from.assignedOptional;
    this.options = List.copyOf(from.options);
    this.repeats = from.repeats;
    this.fallback = from.fallback;
    this.made = Optional.ofNullable(from.made);
    this.brought = Optional.ofNullable(from.brought);
    List<Slot> all = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Argument argument) {
        all.add(argument.slot());
      }
    }
    assigned.ifPresent(all::add);
    this.slots = List.copyOf(all);
  }

  /** Begins the signature of a command or property of this word. */
  public static Builder of(String word) {
    return new Builder(word);
  }

  public String word() {
    return word;
  }

  /** One sentence that says what it does or means. */
  public String doc() {
    return doc;
  }

  /** The kind that acts ({@code process}, {@code vm}, {@code host}), or empty where nobody does. */
  public String actor() {
    return actor;
  }

  public List<Part> parts() {
    return parts;
  }

  /** The word that stands first behind the command's own: {@code frames} of {@code show frames}. */
  public Optional<String> firstWord() {
    return parts.stream()
        .findFirst()
        .filter(Part.Fixed.class::isInstance)
        .map(first -> ((Part.Fixed) first).word());
  }

  /** The slots of all parts, the assigned one last. */
  public List<Slot> slots() {
    return slots;
  }

  /** What may stand behind {@code =}. */
  public Optional<Slot> assigned() {
    return assigned;
  }

  public boolean assignedOptional() {
    return assignedOptional;
  }

  /** What may stand in angle brackets. */
  public List<Signature> options() {
    return options;
  }

  /**
   * Whether a property may be given several times, each adding one more ({@code nic}, {@code disk},
   * {@code region}).
   */
  public boolean repeats() {
    return repeats;
  }

  /** The default as it would be written, {@code 16G}, or empty where there is none. */
  public String fallback() {
    return fallback;
  }

  /** What the command makes, whose name later statements use. */
  public Optional<Made> made() {
    return made;
  }

  /** What comes with an object that has the property, under a name that the property gives. */
  public Optional<Brought> brought() {
    return brought;
  }

  /** The place of a slot among the {@link #parts}. */
  public int partOf(Slot slot) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Part.Argument argument && argument.slot() == slot) {
        return i;
      }
    }
    throw new IllegalArgumentException(word + " has no slot " + slot.name());
  }

  public Optional<Signature> option(String name) {
    return options.stream().filter(o -> o.word.equals(name)).findFirst();
  }

  /** The place of a slot among {@link #slots()}. */
  public int indexOf(Slot slot) {
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i) == slot) {
        return i;
      }
    }
    throw new IllegalArgumentException(word + " has no slot " + slot.name());
  }

  /** The form as a user would write it: {@code map [VM] FROM -> TO [RIGHTS]}. */
  public String usage() {
    StringBuilder text = new StringBuilder(word);
    for (Part part : parts) {
      String shown = shown(part);
      text.append(' ').append(part.optional() ? "[" + shown + "]" : shown);
    }
    assigned.ifPresent(
        slot -> {
          String shown = "= " + shown(slot);
          text.append(' ').append(assignedOptional ? "[" + shown + "]" : shown);
        });
    if (!options.isEmpty()) {
      text.append(" [< … >]");
    }
    return text.toString();
  }

  private static String shown(Part part) {
    if (part instanceof Part.Fixed fixed) {
      return fixed.word();
    } else if (part instanceof Part.Argument argument) {
      return shown(argument.slot());
    }
    return "->";
  }

  private static String shown(Slot slot) {
    List<String> words = slot.type().words();
    String one =
        words.isEmpty() ? slot.name().toUpperCase(java.util.Locale.ROOT) : String.join("|", words);
    return slot.isList() ? one + ", …" : one;
  }

  /** Builds a signature part by part, in the order in which the parts stand. */
  public static final class Builder {
    private final String word;
    private String actor = "";
    private final List<Part> parts = new ArrayList<>();
    private Slot assigned;
    private boolean assignedOptional;
    private final List<Signature> options = new ArrayList<>();
    private boolean repeats;
    private String fallback = "";
    private Made made;
    private Brought brought;

    private Builder(String word) {
      this.word = word;
    }

    /** The kind that acts. */
    public Builder on(String kind) {
      actor = kind;
      return this;
    }

    public Builder required(Slot slot) {
      parts.add(new Part.Argument(slot, false));
      return this;
    }

    public Builder optional(Slot slot) {
      parts.add(new Part.Argument(slot, true));
      return this;
    }

    public Builder fixed(String fixedWord) {
      parts.add(new Part.Fixed(fixedWord, false));
      return this;
    }

    public Builder arrow() {
      parts.add(new Part.Arrow(false));
      return this;
    }

    /** {@code = VALUE} at the end. */
    public Builder assigned(Slot slot) {
      assigned = slot;
      return this;
    }

    /** Perhaps {@code = VALUE} at the end. */
    public Builder assignedOptional(Slot slot) {
      assigned = slot;
      assignedOptional = true;
      return this;
    }

    public Builder options(Signature... more) {
      options.addAll(List.of(more));
      return this;
    }

    public Builder options(List<Signature> more) {
      options.addAll(more);
      return this;
    }

    /** May be given several times. */
    public Builder repeats() {
      repeats = true;
      return this;
    }

    /** The default, as it would be written. */
    public Builder fallback(String written) {
      fallback = written;
      return this;
    }

    /** It makes an object beside another: a process beside its parent. */
    public Builder makes(Slot name, String kind, Slot beside) {
      made = new Made(name, kind, beside, false);
      return this;
    }

    /** It makes an object in another: a task in a VM. */
    public Builder makesIn(Slot name, String kind, Slot owner) {
      made = new Made(name, kind, owner, true);
      return this;
    }

    /** An object comes with the one that has the property: a device with its VM. */
    public Builder brings(Slot name, String kind) {
      brought = new Brought(name, kind);
      return this;
    }

    /** Ends it with its one sentence. */
    public Signature doc(String sentence) {
      return new Signature(this, sentence);
    }
  }
}
