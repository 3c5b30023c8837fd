package dev.vsim.image;

import dev.vsim.source.Problem;
import dev.vsim.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Carries a mistake found in a file up to who asked for the file, where it becomes an {@link
 * ImageTrouble}; nobody else sees it.
 */
final class BadImage extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient ImageTrouble trouble;

  /**
   * @param file its name, the template's {@code {0}}
   */
  BadImage(Problem problem, String file, Object... details) {
    super(problem.code(), null);
    List<Object> all = new ArrayList<>(List.of(PlainText.shown(file)));
    Collections.addAll(all, details);
    this.trouble = new ImageTrouble(problem, all);
  }

  ImageTrouble trouble() {
    return trouble;
  }
}
