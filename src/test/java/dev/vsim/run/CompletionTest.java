package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a word under way may become. */
class CompletionTest {
  private final Session session = new Session(Path.of("prompt.vsim"));

  private List<String> of(String before) {
    return new Completion(session.machine(), List.of("step")).of(before);
  }

  @Test
  void aStatementBeginsWithACommandAKindOrAWordOfTheLanguage() {
    assertEquals(List.of("access"), of("acc"));
    assertEquals(List.of("step", "start"), of("st"));
    assertTrue(of("").containsAll(List.of("vm", "let", "show")));
    assertEquals(List.of("access"), of("print 1; acc"));
    assertEquals(List.of("access"), of("repeat 3 { acc"));
  }

  @Test
  void insideAngleBracketsStandProperties() {
    assertEquals(List.of("policy"), of("host < mem 16K; pol"));
    assertEquals(List.of("sieve"), of("host < mem 16K; policy si"));
    assertTrue(of("process p < ").contains("frames"));
  }

  @Test
  void behindADotStandsWhatTheObjectHas() {
    session.submit("vm web < vcpu 2 >");
    assertEquals(List.of("web.vcpu0", "web.vcpu1"), of("print web.vc"));
    assertEquals(List.of("web.init.faults"), of("print web.init.fau"));
  }

  @Test
  void behindExpectStandEventsFieldsAndWords() {
    assertTrue(of("expect page-f").contains("page-fault"));
    assertTrue(of("expect next page-fault ca").contains("cause"));
    assertTrue(of("expect page-fault cause sw").contains("swapped"));
    assertFalse(of("expect page-fault cause sw").contains("swap-out"));
  }

  @Test
  void aWordThatIsWholeNeedsNothing() {
    assertEquals(List.of("access"), of("acces"));
    assertFalse(of("access").contains("access"));
  }
}
