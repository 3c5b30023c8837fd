package dev.vsim.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The methods of lists, maps and texts (rules.md R39, "Strategies"). */
public final class Methods {
  private Methods() {}

  /** Those of lists, in the order in which they are documented. */
  public static List<Method> ofLists() {
    return Arrays.stream(ListMethod.values()).map(ListMethod::form).toList();
  }

  /** Those of maps. */
  public static List<Method> ofMaps() {
    return Arrays.stream(MapMethod.values()).map(MapMethod::form).toList();
  }

  /** Those of texts. */
  public static List<Method> ofTexts() {
    return Arrays.stream(TextMethod.values()).map(TextMethod::form).toList();
  }

  private static List<Method> of(StaticType.Sort sort) {
    return switch (sort) {
      case LIST -> ofLists();
      case MAP -> ofMaps();
      case TEXT -> ofTexts();
      default -> List.of();
    };
  }

  static Optional<Method> find(StaticType.Sort sort, String name) {
    return of(sort).stream().filter(m -> m.word().equals(name)).findFirst();
  }

  static List<String> names(StaticType.Sort sort) {
    return of(sort).stream().map(Method::word).toList();
  }

  /** Whether a method of this name changes what it is called of, in some sort of value. */
  static boolean mayChange(String name) {
    return all().anyMatch(m -> m.changes() && m.word().equals(name));
  }

  static boolean isMethod(StaticType.Sort sort, String name) {
    return find(sort, name).isPresent();
  }

  /**
   * Whether a method of this name only gives a value, whatever it is called of, so that a call
   * without a use for the value does nothing.
   */
  static boolean onlyGives(String name) {
    return all().anyMatch(m -> m.word().equals(name)) && !mayChange(name);
  }

  private static Stream<Method> all() {
    return Stream.of(ofLists(), ofMaps(), ofTexts()).flatMap(List::stream);
  }
}
