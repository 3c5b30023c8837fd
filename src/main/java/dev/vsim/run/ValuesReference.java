package dev.vsim.run;

import dev.vsim.check.BuiltIn;
import dev.vsim.check.Method;
import dev.vsim.check.Methods;
import java.util.List;

/**
 * The part of the reference that is about values: how they behave, and what can be asked of them.
 */
final class ValuesReference {
  private static final List<String> RULES =
      List.of(
          "Numbers, texts and ranges do not change. A list or a map is one thing, which all share who hold it: after"
              + " `let b = a` both names mean the same list. `copy()`, a slice and `a + b` give new ones, whose elements"
              + " are the same.",
          "Places count from 0; a negative one counts from the end, so `l[-1]` is the last. A range takes both its ends:"
              + " `l[1..3]` is a new list of three elements, `l[1..-1]` all but the first, `l[2..1]` none. Texts are taken"
              + " apart in the same way, by characters.",
          "Lists are equal when their elements are, maps when they have the same keys with equal values, in whatever"
              + " order. A number, a text, true, false, none, a range, an address or an object can be a key; a list or a"
              + " map cannot, since it changes. 5, 0x5 and 5.0 are one key.",
          "A map keeps its keys in the order in which they were put in first; a key that is taken out and put in again"
              + " stands last.",
          "`in` looks for an element of a list, a key of a map, a number of a range, a part of a text.",
          "A loop goes over the elements that were there when it began: what its body adds or takes out does not change"
              + " its rounds. Over a map, one name gets the keys, two get keys and values; over a list or a text, two"
              + " get places and elements.");

  private final StringBuilder out;

  ValuesReference(StringBuilder out) {
    this.out = out;
  }

  void write() {
    RULES.forEach(rule -> line("- " + rule));
    title("Functions");
    for (BuiltIn function : BuiltIn.values()) {
      row(function.usage(), function.doc());
    }
    methods("lists", Methods.ofLists());
    methods("maps", Methods.ofMaps());
    methods("texts", Methods.ofTexts());
  }

  private void methods(String of, List<Method> methods) {
    title("Methods of " + of);
    methods.forEach(method -> row("." + method.usage(), method.doc()));
  }

  private void title(String title) {
    line("");
    line("### " + title);
    line("");
    line("| Call | What it does or gives |");
    line("| --- | --- |");
  }

  private void row(String usage, String doc) {
    line("| `" + usage + "` | " + doc + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
