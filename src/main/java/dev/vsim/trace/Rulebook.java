package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code forbid} and {@code allow} rules that are in force, innermost last: of those that match
 * an event, the last decides.
 */
final class Rulebook {
  private final List<Rule> rules = new ArrayList<>();
  private final List<List<Rule>> byKind = new ArrayList<>();

  private long looked;

  Rulebook() {
    EventKind.all().forEach(kind -> byKind.add(new ArrayList<>()));
  }

  void add(Rule rule) {
    rules.add(rule);
    of(rule.pattern().kind()).add(rule);
  }

  int size() {
    return rules.size();
  }

  /** Takes the rule that was added last out of force. */
  Rule dropLast() {
    Rule last = rules.remove(rules.size() - 1);
    List<Rule> same = of(last.pattern().kind());
    same.remove(same.size() - 1);
    return last;
  }

  boolean concerns(EventKind kind) {
    return !of(kind).isEmpty();
  }

  /** The rule that the event violates, if any. */
  Optional<Rule> violated(EventKind kind, Event event) {
    List<Rule> same = of(kind);
    for (int i = same.size() - 1; i >= 0; i--) {
      Rule rule = same.get(i);
      looked++;
      if (rule.pattern().matches(kind, event)) {
        return rule.forbids() ? Optional.of(rule) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How many rules were held against events since this was asked last. */
  long looked() {
    long since = looked;
    looked = 0;
    return since;
  }

  private List<Rule> of(EventKind kind) {
    return byKind.get(kind.index());
  }
}
