package dev.vsim.check;

import dev.vsim.event.EventKind;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the assertions of one file look at in a world, as far as they have been checked. */
final class Looked {
  final Set<EventKind> kinds = new LinkedHashSet<>();
  boolean inOrder;
  boolean counts;

  void add(Looked other) {
    kinds.addAll(other.kinds);
    inOrder |= other.inOrder;
    counts |= other.counts;
  }

  CheckedProgram.Observed observed(boolean proves) {
    return new CheckedProgram.Observed(kinds, inOrder, counts, proves);
  }
}
