package dev.vsim.report;

import java.util.List;
import java.util.Optional;

/** The forms of test reports; a new one is a class and a line here. */
public final class TestReports {
  /** All of them, in the order in which they are documented. */
  public static final List<TestReport> ALL =
      List.of(new JunitXml(), new Tap(), new GithubAnnotations(), new TestJson());

  private TestReports() {}

  /** The form of this name. */
  public static Optional<TestReport> named(String word) {
    return ALL.stream().filter(form -> form.word().equals(word)).findFirst();
  }
}
