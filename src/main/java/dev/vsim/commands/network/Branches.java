package dev.vsim.commands.network;

import java.util.ArrayList;
import java.util.List;

/** A tree as people draw it, with lines from each branch to those below it. */
final class Branches {
  private final String text;
  private final List<Branches> below = new ArrayList<>();

  Branches(String text) {
    this.text = text;
  }

  /** One more branch below this one. */
  Branches add(String branch) {
    Branches one = new Branches(branch);
    below.add(one);
    return one;
  }

  /** The drawing, line by line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(text);
    draw("", lines);
    return lines;
  }

  private void draw(String indent, List<String> lines) {
    for (int i = 0; i < below.size(); i++) {
      boolean last = i == below.size() - 1;
      Branches one = below.get(i);
      lines.add(indent + (last ? "└─ " : "├─ ") + one.text);
      one.draw(indent + (last ? "   " : "│  "), lines);
    }
  }
}
