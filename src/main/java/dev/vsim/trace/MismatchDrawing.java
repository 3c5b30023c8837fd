package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a failed assertion: what it looked for, how far it looked, and what comes nearest, the
 * differing fields marked.
 */
public final class MismatchDrawing implements Mismatch.Visitor<List<String>> {
  private final List<String> lines = new ArrayList<>();

  private MismatchDrawing() {}

  /** The whole drawing, each line with its end. */
  public static String draw(Mismatch mismatch) {
    return FailureFrame.drawPlain(mismatch.at(), explain(mismatch));
  }

  /**
   * The same for what failed while a statement ran that is not the assertion itself, as an event
   * does that is forbidden.
   */
  public static String draw(Mismatch mismatch, Place during) {
    List<String> lines = new ArrayList<>(explain(mismatch));
    boolean same = during.file().equals(mismatch.at().file());
    String file = same ? "" : " of " + PlainText.shown(during.file());
    lines.add("in line " + during.line() + file + ": " + during.text());
    return FailureFrame.drawPlain(mismatch.at(), lines);
  }

  /** What stands beside the bar below the statement. */
  public static List<String> explain(Mismatch mismatch) {
    return List.copyOf(mismatch.accept(new MismatchDrawing()));
  }

  @Override
  public List<String> missing(Mismatch.Missing missing) {
    Window window = missing.window();
    nearest("no such event", missing, missing.wanted(), window);
    Nearest.of(missing.wanted(), window).forEach(near -> marked(missing.wanted(), near));
    return earlier(missing.wanted(), window);
  }

  @Override
  public List<String> notNext(Mismatch.NotNext notNext) {
    String since = Wording.since(notNext.at(), notNext.window());
    if (notNext.found().isEmpty()) {
      lines.add("there is no visible event " + since);
      return lines;
    }
    Event found = notNext.found().get();
    lines.add("the next visible event " + since + " is another:");
    lines.addAll(MarkedEvent.draw(notNext.wanted(), found));
    return lines;
  }

  @Override
  public List<String> wrongCount(Mismatch.WrongCount count) {
    Window window = count.window();
    String wanted =
        count.most() == 0 ? "" : "wanted " + Wording.span(count.least(), count.most()) + ", ";
    String found = count.found() == 0 ? "found none " : "found " + count.found() + " ";
    String order = count.found() > Nearest.SHOWN ? "; the first:" : count.found() > 0 ? ":" : "";
    lines.add(wanted + found + Wording.since(count.at(), window) + order);
    matches(count.wanted(), window);
    if (count.found() < count.least()) {
      others(count.wanted(), window);
    }
    return earlier(count.wanted(), window);
  }

  @Override
  public List<String> noneLeft(Mismatch.NoneLeft noneLeft) {
    List<EventPattern> wanted = noneLeft.wanted();
    List<EventPattern> without = new ArrayList<>();
    for (int p = 0; p < wanted.size(); p++) {
      if (noneLeft.assignment().eventOf(p) < 0) {
        without.add(wanted.get(p));
      }
    }
    EventPattern first = without.get(0);
    lines.add(
        "of "
            + wanted.size()
            + " patterns "
            + (without.size() == 1
                ? "one found no event of its own:"
                : without.size() + " found no event of their own, the first:"));
    nearest("`" + first.print() + "` has none", noneLeft, first, noneLeft.window());
    Nearest.of(first, noneLeft.window()).forEach(near -> taken(noneLeft, first, near));
    return earlier(first, noneLeft.window());
  }

  @Override
  public List<String> notExactly(Mismatch.NotExactly notExactly) {
    lines.addAll(SequenceDrawing.draw(notExactly));
    return lines;
  }

  @Override
  public List<String> forbidden(Mismatch.Forbidden forbidden) {
    lines.add("this happened:");
    lines.add(MarkedEvent.line(forbidden.event()));
    return lines;
  }

  private void nearest(String nothing, Mismatch mismatch, EventPattern wanted, Window window) {
    String kind = wanted.kind().name();
    String since = Wording.since(mismatch.at(), window);
    int looked = window.of(wanted.kind()).length;
    lines.add(
        looked == 0
            ? nothing + ": no " + kind + " at all " + since
            : nothing
                + " among "
                + Wording.the(looked, kind)
                + " "
                + since
                + (looked == 1 ? ":" : "; nearest first:"));
  }

  private List<String> earlier(EventPattern wanted, Window window) {
    int earlier = window.earlier(wanted);
    if (earlier > 0) {
      lines.add(Wording.earlier(earlier));
    }
    return lines;
  }

  private void matches(EventPattern wanted, Window window) {
    int at = window.first(wanted, window.from());
    for (int shown = 0; at >= 0 && shown < Nearest.SHOWN; shown++) {
      lines.add(MarkedEvent.line(window.event(at)));
      at = window.first(wanted, at + 1);
    }
  }

  private void others(EventPattern wanted, Window window) {
    List<Nearest.Candidate> others = Nearest.others(wanted, window);
    if (!others.isEmpty()) {
      lines.add("nearest others:");
      others.forEach(near -> marked(wanted, near));
    }
  }

  private void marked(EventPattern wanted, Nearest.Candidate near) {
    lines.addAll(MarkedEvent.draw(wanted, near.event()));
  }

  private void taken(Mismatch.NoneLeft noneLeft, EventPattern wanted, Nearest.Candidate near) {
    int owner = noneLeft.assignment().patternOf(near.place());
    if (near.slots().isEmpty() && owner >= 0) {
      String by = "   (taken by `" + noneLeft.wanted().get(owner).print() + "`)";
      lines.add(MarkedEvent.line(near.event()) + by);
    } else {
      marked(wanted, near);
    }
  }
}
