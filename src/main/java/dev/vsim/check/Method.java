package dev.vsim.check;

import java.util.Optional;

/**
 * The form of a method or function that is there without being defined.
 *
 * @param usage as it is called, {@code slice(from, [behind])}: what may be left out in brackets
 * @param gives what is known of the value that it gives; empty where it gives none
 * @param changes whether it is called for what it does, not for what it gives
 * @param doc one sentence: what it does or gives
 */
public record Method(String usage, Optional<StaticType> gives, boolean changes, String doc) {
  /** Gives nothing back and changes what it is called of. */
  static Method does(String usage, String doc) {
    return new Method(usage, Optional.empty(), true, doc);
  }

  /** Changes what it is called of, and gives a value. */
  static Method takes(String usage, StaticType gives, String doc) {
    return new Method(usage, Optional.of(gives), true, doc);
  }

  /** Only gives a value. */
  static Method gives(String usage, StaticType gives, String doc) {
    return new Method(usage, Optional.of(gives), false, doc);
  }

  /** Its name. */
  public String word() {
    return usage.substring(0, usage.indexOf('('));
  }

  /** How many values it takes at least. */
  int least() {
    return most() - (int) usage.chars().filter(c -> c == '[').count();
  }

  /** How many values it takes at most. */
  int most() {
    boolean none = usage.endsWith("()");
    return none ? 0 : 1 + (int) usage.chars().filter(c -> c == ',').count();
  }

  /** Whether it can be called with so many values. */
  public boolean takes(int count) {
    return count >= least() && count <= most();
  }

  /** How many values it takes, in words. */
  public String count() {
    return least() == most()
        ? Units.count(most(), "value")
        : least() + " to " + Units.count(most(), "value");
  }
}
