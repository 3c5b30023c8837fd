package dev.vsim.image;

import dev.vsim.source.Problem;
import java.util.List;

/**
 * What is wrong with a file of a virtual machine.
 *
 * @param details what the problem's template stands for; the first is the file
 */
public record ImageTrouble(Problem problem, List<Object> details) {
  public ImageTrouble {
    details = List.copyOf(details);
  }
}
