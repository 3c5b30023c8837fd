package dev.vsim.report;

import java.util.List;

/** A JSON object a line, one for each mistake ({@link DiagnosticJson}). */
final class CheckJson implements CheckReport {
  @Override
  public String word() {
    return "json";
  }

  @Override
  public String write(List<File> files) {
    StringBuilder out = new StringBuilder();
    files.forEach(file -> file.found().forEach(d -> out.append(DiagnosticJson.of(d)).append('\n')));
    return out.toString();
  }
}
