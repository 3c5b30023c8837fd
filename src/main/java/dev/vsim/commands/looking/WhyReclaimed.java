package dev.vsim.commands.looking;

import dev.vsim.machine.world.Reclamation;
import dev.vsim.machine.world.Reclamation.Grown;
import dev.vsim.text.Numerals;
import java.util.ArrayList;
import java.util.List;

/** How a full host came to a free frame, as people read it (rules.md R23). */
final class WhyReclaimed {
  private static final int USUAL_SHARES = 1000;

  private WhyReclaimed() {}

  static List<String> lines(Reclamation how) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "why: no frame of "
            + how.host().path()
            + " was free and one was wanted: "
            + Numerals.count(how.wanted(), "frame", "frames")
            + " of "
            + how.frames()
            + " to be free, 1% and at least one");
    lines.add("  1 equal pages merged: " + freed(how.merged()));
    lines.add("  2 balloons, most backed over the reservation first:" + balloons(how));
    how.balloons().forEach(grown -> lines.add("      " + of(grown)));
    lines.add("  3 memory compression: not modelled");
    lines.add("  4 the host's policy: " + freed(how.taken()));
    return lines;
  }

  private static String balloons(Reclamation how) {
    return how.balloons().isEmpty() ? " none needed, or none could grow" : "";
  }

  private static String of(Grown grown) {
    return grown.vm().path()
        + ", "
        + Numerals.count(grown.backed(), "page", "pages")
        + " backed"
        + (grown.reserved() == 0 ? "" : ", " + grown.reserved() + " reserved")
        + (grown.shares() == USUAL_SHARES ? "" : ", " + grown.shares() + " shares")
        + ": its driver took "
        + grown.pages()
        + ", "
        + freed(grown.freed());
  }

  private static String freed(int frames) {
    return frames == 0 ? "nothing freed" : Numerals.count(frames, "frame", "frames") + " freed";
  }
}
