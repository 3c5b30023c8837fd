package dev.vsim.value;

/**
 * One argument of a command or property. Slots are compared by identity: a command keeps its own as
 * constants and asks its arguments by them.
 */
public final class Slot {
  private final String name;
  private final Type type;
  private final boolean list;

  private Slot(String name, Type type, boolean list) {
    this.name = name;
    this.type = type;
    this.list = list;
  }

  /** A single value. */
  public static Slot of(String name, Type type) {
    return new Slot(name, type, false);
  }

  /** One value or several with commas. */
  public static Slot list(String name, Type type) {
    return new Slot(name, type, true);
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  /** Whether several values with commas may stand here. */
  public boolean isList() {
    return list;
  }
}
