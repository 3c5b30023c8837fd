package dev.vsim.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws where the events that happened part from those that {@code exactly} or {@code only} wants.
 */
final class SequenceDrawing {
  private final List<EventPattern> wanted;
  private final Window window;
  private final String since;
  private final int[] found;
  private final String events;
  private final List<String> lines = new ArrayList<>();

  private SequenceDrawing(Mismatch.NotExactly mismatch) {
    this.wanted = mismatch.wanted();
    this.window = mismatch.window();
    this.since = Wording.since(mismatch.at(), window);
    this.found = mismatch.only().map(window::of).orElseGet(window::visible);
    this.events = mismatch.only().map(kind -> kind.name()).orElse("visible");
  }

  static List<String> draw(Mismatch.NotExactly mismatch) {
    SequenceDrawing drawing = new SequenceDrawing(mismatch);
    drawing.draw();
    return drawing.lines;
  }

  private void draw() {
    int first = 0;
    while (first < wanted.size() && first < found.length && same(first, first)) {
      first++;
    }
    int start = first;
    Alignment alignment =
        Alignment.of(
            wanted.size() - start, found.length - start, (w, f) -> same(start + w, start + f));
    headline(start, alignment);
    context(start - 1);
    body(start, alignment);
    context(start + alignment.extra());
  }

  private boolean same(int pattern, int place) {
    return window.matches(wanted.get(pattern), found[place]);
  }

  private void headline(int start, Alignment alignment) {
    String colon = since + ":";
    String total =
        found.length == 0
            ? ", there is no " + events + " event "
            : " among " + Wording.the(found.length, events) + " ";
    if (isChange(alignment)) {
      String all = Wording.the(found.length, events) + " " + since;
      String wish = wanted.size() == found.length ? "" : " (" + wanted.size() + " wanted)";
      lines.add("number " + (start + 1) + " of " + all + wish + " is another:");
    } else if (alignment.extra() > 0) {
      lines.add(alignment.extra() + " too many" + total + colon);
    } else {
      lines.add(alignment.missing() + " missing" + total + colon);
    }
  }

  private void context(int place) {
    if (place >= 0 && place < found.length) {
      lines.add("    " + EventPrinter.print(window.event(found[place])));
    }
  }

  private void body(int start, Alignment alignment) {
    for (int i = 0; i < Math.min(alignment.missing(), Nearest.SHOWN); i++) {
      lines.add("  - " + wanted.get(start + i).print());
    }
    more(alignment.missing());
    for (int i = 0; i < Math.min(alignment.extra(), Nearest.SHOWN); i++) {
      lines.add("  + " + EventPrinter.print(window.event(found[start + i])));
    }
    more(alignment.extra());
    if (isChange(alignment)) {
      lines.addAll(marks(start));
    }
  }

  private List<String> marks(int start) {
    List<String> drawn = MarkedEvent.draw(wanted.get(start), window.event(found[start]));
    return drawn.subList(1, drawn.size()).stream().map(line -> "  " + line).toList();
  }

  private void more(int all) {
    if (all > Nearest.SHOWN) {
      lines.add("    … and " + (all - Nearest.SHOWN) + " more");
    }
  }

  private static boolean isChange(Alignment alignment) {
    return alignment.missing() == 1 && alignment.extra() == 1;
  }
}
