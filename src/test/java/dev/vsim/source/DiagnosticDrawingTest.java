package dev.vsim.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.text.Paint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DiagnosticDrawingTest {
  private static final DiagnosticDrawing PLAIN = new DiagnosticDrawing(Paint.PLAIN);

  private static Span span(SourceText source, String part) {
    int start = source.text().indexOf(part);
    return new Span(start, start + part.length());
  }

  private static Diagnostic about(SourceText source, String part, String message) {
    return new Diagnostic(
        SyntaxProblem.UNEXPECTED, source, span(source, part), "", message, List.of(), "");
  }

  private static SourceText lab(String text) {
    return new SourceText("lab3.vsim", text);
  }

  @Test
  void aPlaceIsUnderlinedAndHelpStandsBelow() {
    SourceText source = lab("\n\n\nvm linux < vcpu 2; nic vmxnet4 bridge >\n");
    Diagnostic diagnostic =
        about(source, "vmxnet4", "`vmxnet4` is not a network card")
            .withHelp("did you mean `vmxnet3`? The cards are e1000 and vmxnet3.");
    assertEquals(
        """
        lab3.vsim:4:24: error V0101: `vmxnet4` is not a network card
          4 | vm linux < vcpu 2; nic vmxnet4 bridge >
            |                        ^^^^^^^
        help: did you mean `vmxnet3`? The cards are e1000 and vmxnet3.
        """,
        PLAIN.draw(diagnostic));
  }

  @Test
  void twoPlacesInALineHaveTheirLabels() {
    SourceText source = lab("\n\n\n\n\n\n\n\nlet x = 4K + 10ms");
    Diagnostic diagnostic =
        about(source, "10ms", "a size and a duration cannot be added")
            .withLabel("a duration")
            .withNote(span(source, "4K"), "a size");
    assertEquals(
        """
        lab3.vsim:9:14: error V0101: a size and a duration cannot be added
          9 | let x = 4K + 10ms
            |         ^^   ^^^^ a duration
            |         a size
        """,
        PLAIN.draw(diagnostic));
  }

  @Test
  void placesInOtherLinesAndFilesAreShown() {
    SourceText source = lab("let a = 1\nlet b = 2\n\n\n\n\n\n\n\nlet a = 3\n");
    SourceText other = new SourceText("lib.vsim", "def a() { }");
    int second = source.text().lastIndexOf('a');
    Diagnostic diagnostic =
        about(source, "a", "`a` is there already")
            .withNote(span(source, "b"), "near")
            .withNote(new Span(second, second + 1), "again")
            .withNote(new Diagnostic.Note(Optional.of(other), span(other, "a()"), "and there"));
    assertEquals(
        """
        lab3.vsim:1:5: error V0101: `a` is there already
           1 | let a = 1
             |     ^
           2 | let b = 2
             |     ^ near
          …
          10 | let a = 3
             |     ^ again
        lib.vsim:1:5: see also
          1 | def a() { }
            |     ^^^ and there
        """,
        PLAIN.draw(diagnostic));
  }

  @Test
  void tabsAndWideCharactersAreAligned() {
    SourceText source = lab("\tlet 커널 = \"🙂\tx\" + bad\n");
    assertEquals(
        """
        lab3.vsim:1:19: error V0101: no
          1 |     let 커널 = "🙂  x" + bad
            |                          ^^^
        """,
        PLAIN.draw(about(source, "bad", "no")));
  }

  @Test
  void combiningMarksTakeNoColumn() {
    SourceText source = lab("e\u0301 = bad");
    assertEquals(
        "lab3.vsim:1:6: error V0101: no\n  1 | e\u0301 = bad\n    |     ^^^\n",
        PLAIN.draw(about(source, "bad", "no")));
  }

  @Test
  void whatCannotBeSeenIsShownEscaped() {
    SourceText source = lab("a\u202Eb\u0000c\uD800d\u001B[31m bad");
    assertEquals(
        """
        lab3.vsim:1:14: error V0101: \\u{7} \\u{202e}
          1 | a\\u{202e}b\\u{0}c\\u{d800}d\\u{1b}[31m bad
            |                                     ^^^
        """,
        PLAIN.draw(about(source, "bad", "\u0007 \u202E")));
  }

  @Test
  void aNameAndAMessageCannotForgeALine() {
    SourceText source = new SourceText("a\nb\u001B.vsim", "bad");
    Diagnostic diagnostic =
        about(source, "bad", "x\n::error::y").withHelp("z\r\nnot ok 1").withLabel("l\nm");
    assertEquals(
        """
        a\\u{a}b\\u{1b}.vsim:1:1: error V0101: x\\u{a}::error::y
          1 | bad
            | ^^^ l\\u{a}m
        help: z\\u{d}\\u{a}not ok 1
        """,
        PLAIN.draw(diagnostic));
  }

  @Test
  void ofALongLineTheSurroundingsAreShown() {
    SourceText source = lab("x".repeat(30_000) + " bad " + "y".repeat(30_000) + "\n");
    String drawn = PLAIN.draw(about(source, "bad", "no"));
    List<String> lines = drawn.lines().toList();
    assertTrue(drawn.length() < 400, drawn);
    assertEquals("lab3.vsim:1:30002: error V0101: no", lines.get(0));
    assertTrue(lines.get(1).startsWith("  1 | …xxx") && lines.get(1).endsWith("yyy…"), drawn);
    assertEquals(lines.get(1).indexOf("bad"), lines.get(2).indexOf("^^^"));
  }

  @Test
  void inALongLineTwoPlacesFarApartAreShownEach() {
    SourceText source = lab("first " + "x".repeat(3_000) + " second");
    Diagnostic diagnostic = about(source, "second", "no").withNote(span(source, "first"), "here");
    List<String> lines = PLAIN.draw(diagnostic).lines().toList();
    assertEquals(5, lines.size());
    assertEquals(lines.get(1).indexOf("first"), lines.get(2).indexOf("^^^^^ here"));
    assertEquals(lines.get(3).indexOf("second"), lines.get(4).indexOf("^^^^^^"));
  }

  @Test
  void aLineOfHiddenCharactersStaysShort() {
    SourceText source = lab("\u0000".repeat(70_000) + "bad");
    assertTrue(PLAIN.draw(about(source, "bad", "no")).length() < 400);
    SourceText marks = lab("e" + "\u0301".repeat(70_000) + "bad");
    assertTrue(PLAIN.draw(about(marks, "bad", "no")).length() < 4_000);
  }

  @Test
  void placesAtEndsAreShownByOneMark() {
    SourceText source = lab("let x =\n");
    Diagnostic end =
        new Diagnostic(SyntaxProblem.UNEXPECTED, source, new Span(7, 7), "", "no", List.of(), "");
    assertEquals(
        "lab3.vsim:1:8: error V0101: no\n  1 | let x =\n    |        ^\n", PLAIN.draw(end));
    Diagnostic behind =
        new Diagnostic(SyntaxProblem.UNEXPECTED, source, new Span(8, 8), "", "no", List.of(), "");
    assertEquals("lab3.vsim:2:1: error V0101: no\n  2 |\n    | ^\n", PLAIN.draw(behind));
  }

  @Test
  void aPlaceOfSeveralLinesIsUnderlinedInItsFirst() {
    SourceText source = lab("if x {\n  wait\n}\n");
    assertEquals(
        "lab3.vsim:1:1: error V0101: no\n  1 | if x {\n    | ^^^^^^\n",
        PLAIN.draw(about(source, "if x {\n  wait\n}", "no")));
  }

  @Test
  void aFileWithoutATextHasNoLines() {
    SourceText source = lab("");
    Diagnostic diagnostic =
        Diagnostic.of(FileProblem.UNREADABLE, source, new Span(0, 0), "lab3.vsim", "why");
    assertEquals(
        "lab3.vsim: error V0601: `lab3.vsim` cannot be read: why\n", PLAIN.draw(diagnostic));
  }

  @Test
  void howManyMoreThereAreIsSaid() {
    Diagnostic diagnostic = about(lab("bad"), "bad", "no");
    String one = "lab3.vsim:1:1: error V0101: no\n  1 | bad\n    | ^^^\n";
    assertEquals(
        one + one + "… and 3 more mistakes\n", PLAIN.draw(List.of(diagnostic, diagnostic), 3));
    assertEquals(one + "… and 1 more mistake\n", PLAIN.draw(List.of(diagnostic), 1));
    assertEquals("", PLAIN.draw(List.of(), 0));
  }

  @Test
  void coloursAddNothingButColours() {
    SourceText source = lab("let x = 4K + 10ms");
    Diagnostic diagnostic =
        about(source, "10ms", "no").withLabel("a").withNote(span(source, "4K"), "b").withHelp("h");
    String coloured = new DiagnosticDrawing(Paint.COLOUR).draw(diagnostic);
    assertTrue(coloured.contains("\u001B[1;31m^^^^\u001B[0m"));
    assertEquals(PLAIN.draw(diagnostic), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
  }
}
