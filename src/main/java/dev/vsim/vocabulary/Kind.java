package dev.vsim.vocabulary;

import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import java.util.List;
import java.util.Optional;

/** One kind of object: what can be declared of it, and what can be read of it. */
public interface Kind {
  /** Its word; {@link Signature#options()} are its properties. */
  Signature signature();

  /** The kinds that can own one, the usual first; empty where it stands by itself. */
  List<String> owners();

  /** What expressions read of it. */
  List<Attribute> attributes();

  /**
   * What comes with one, by name; a name that ends in {@code #} stands for a row: {@code vcpu#}.
   */
  default List<Child> children() {
    return List.of();
  }

  /**
   * What comes with one in a world that has several hosts, where each host's own things are named
   * with it: {@code esxi1.vswitch0}.
   */
  default List<Child> childrenAmongHosts() {
    return children();
  }

  /** Whether scenarios declare it, or it comes with others (a vCPU, a page). */
  default boolean declarable() {
    return true;
  }

  /**
   * An object that comes with another.
   *
   * @param name behind the dot
   * @param kind what it is
   */
  record Child(String name, String kind) {
    /** Whether a written name is this child's. */
    public boolean matches(String written) {
      if (!name.endsWith("#")) {
        return name.equals(written);
      }
      String stem = name.substring(0, name.length() - 1);
      return written.startsWith(stem)
          && written.substring(stem.length()).matches("0|[1-9][0-9]{0,8}");
    }
  }

  /** The name of the one that is there without being declared, if any: {@code host}. */
  default Optional<String> standard() {
    return Optional.empty();
  }

  /**
   * The names of those that are there whatever is declared: {@code vswitch0}.
   *
   * @param severalHosts whether the world has several hosts, so that what each has is its child
   */
  default List<String> always(boolean severalHosts) {
    return List.of();
  }

  /** Whether one of this name belongs to each host and is named with it where there are several. */
  default boolean isOfEachHost(String name) {
    return false;
  }

  /** Whether one inside a VM or on a switch is named with its owner, {@code web.chrome}. */
  default boolean nested() {
    return false;
  }

  /** Whether commands without an {@code on} act for the last one declared above. */
  default boolean acts() {
    return false;
  }

  /** Makes one. */
  Outcome declare(Declaration declaration, Setting setting);

  default String name() {
    return signature().word();
  }

  default Optional<Attribute> attribute(String attributeName) {
    return attributes().stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }
}
