package dev.vsim.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of lists, maps and texts (rules.md R39, "Strategies"). */
public final class Methods {
  /** A method's name and how many arguments it takes. */
  public record Method(String name, int least, int most) {}

  private static final Map<StaticType.Sort, List<Method>> BY_SORT =
      Map.of(
          StaticType.Sort.LIST,
          List.of(
              new Method("push", 1, 1),
              new Method("pop", 0, 0),
              new Method("shift", 0, 0),
              new Method("unshift", 1, 1),
              new Method("insert", 2, 2),
              new Method("remove", 1, 1),
              new Method("index", 1, 1),
              new Method("contains", 1, 1),
              new Method("len", 0, 0),
              new Method("first", 0, 0),
              new Method("last", 0, 0),
              new Method("slice", 1, 2),
              new Method("sort", 0, 0),
              new Method("reverse", 0, 0),
              new Method("min", 0, 0),
              new Method("max", 0, 0),
              new Method("sum", 0, 0)),
          StaticType.Sort.MAP,
          List.of(
              new Method("get", 1, 2),
              new Method("has", 1, 1),
              new Method("keys", 0, 0),
              new Method("values", 0, 0),
              new Method("remove", 1, 1),
              new Method("len", 0, 0)),
          StaticType.Sort.TEXT,
          List.of(
              new Method("len", 0, 0),
              new Method("upper", 0, 0),
              new Method("lower", 0, 0),
              new Method("contains", 1, 1),
              new Method("replace", 2, 2),
              new Method("split", 0, 1),
              new Method("join", 1, 1)));

  private static final Set<String> CHANGING =
      Set.of("push", "pop", "shift", "unshift", "insert", "remove");

  private Methods() {}

  static Optional<Method> find(StaticType.Sort sort, String name) {
    return BY_SORT.getOrDefault(sort, List.of()).stream()
        .filter(m -> m.name().equals(name))
        .findFirst();
  }

  static List<String> names(StaticType.Sort sort) {
    return BY_SORT.getOrDefault(sort, List.of()).stream().map(Method::name).toList();
  }

  /** Whether a method of this name changes what it is called of, in some sort of value. */
  static boolean mayChange(String name) {
    return CHANGING.contains(name);
  }

  static boolean isMethod(StaticType.Sort sort, String name) {
    return find(sort, name).isPresent();
  }
}
