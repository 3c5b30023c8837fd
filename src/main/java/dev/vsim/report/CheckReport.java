package dev.vsim.report;

import dev.vsim.source.Diagnostic;
import java.util.List;

/** A form in which programs read the mistakes in scenarios; {@link CheckReports} lists them. */
public interface CheckReport {
  /**
   * What was found in one file.
   *
   * @param name the file's name as the user gave it
   * @param unlisted how many more mistakes there were than are listed
   */
  record File(String name, List<Diagnostic> found, int unlisted) {}

  /** Its name on the command line. */
  String word();

  /** The whole text. */
  String write(List<File> files);
}
