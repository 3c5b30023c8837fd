package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSelection;
import java.util.Arrays;

/** What a trace shows at the moment: by default all but what rules.md R3 hides. */
final class Visibility {
  /** What was asked for a kind. */
  private enum Setting {
    DEFAULT,
    SHOWN,
    HIDDEN
  }

  private final Setting[] ordinary = defaults();
  private final Setting[] quiet = defaults();

  /**
   * Shows or hides what a selection names; a hidden group takes only the events that belong to it.
   */
  void set(EventSelection selection, boolean shown) {
    Setting setting = shown ? Setting.SHOWN : Setting.HIDDEN;
    for (EventKind kind : selection.kinds()) {
      quiet[kind.index()] = setting;
      if (!selection.group()) {
        ordinary[kind.index()] = setting;
      }
    }
  }

  boolean shows(EventKind kind, Event event) {
    return kind.hides(event)
        ? quiet[kind.index()] == Setting.SHOWN
        : ordinary[kind.index()] != Setting.HIDDEN;
  }

  /** Whether some event of the kind would be shown. */
  boolean showsSome(EventKind kind) {
    boolean some = kind.hidden() && quiet[kind.index()] == Setting.SHOWN;
    boolean others = !kind.hidden() || kind.partlyHidden();
    return some || others && ordinary[kind.index()] != Setting.HIDDEN;
  }

  private static Setting[] defaults() {
    Setting[] settings = new Setting[EventKind.all().size()];
    Arrays.fill(settings, Setting.DEFAULT);
    return settings;
  }
}
