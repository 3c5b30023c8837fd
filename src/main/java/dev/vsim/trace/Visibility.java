package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSelection;
import java.util.List;

/** What a trace shows at the moment: by default all but what rules.md R3 hides. */
final class Visibility {
  private final boolean[] ordinary;
  private final boolean[] quiet;

  Visibility() {
    List<EventKind> kinds = EventKind.all();
    ordinary = new boolean[kinds.size()];
    quiet = new boolean[kinds.size()];
    for (EventKind kind : kinds) {
      ordinary[kind.index()] = !kind.hidden() || kind.partlyHidden();
    }
  }

  /** Shows or hides what a selection names; a hidden group takes only the events that belong to it. */
  void set(EventSelection selection, boolean shown) {
    for (EventKind kind : selection.kinds()) {
      quiet[kind.index()] = shown;
      if (!selection.group()) {
        ordinary[kind.index()] = shown;
      }
    }
  }

  boolean shows(EventKind kind, Event event) {
    return kind.hides(event) ? quiet[kind.index()] : ordinary[kind.index()];
  }

  /** Whether some event of the kind would be shown. */
  boolean showsSome(EventKind kind) {
    int index = kind.index();
    return kind.hidden() && quiet[index] || ordinary[index];
  }
}
