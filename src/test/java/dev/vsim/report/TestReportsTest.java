package dev.vsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.report.Tap14.Point;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import dev.vsim.verdict.Where;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Each form of a test report is read by something that knows the form, not this project. */
class TestReportsTest {
  /** What a student may call a check, a file or write into a message. */
  private static final String HOSTILE =
      "]]>\nok 1 # SKIP\r\n::error::x %0A ##[ \u001b[2J \u202e <&\"'> \\# \ufffe \ud83d\ude42 \ud800";

  private static final Place PLACE =
      new Place(new SourceText("a.vsim", "check \"x\" { }\n"), new Span(0, 13));

  private static final TestRun RUN = run();

  private static TestRun run() {
    Findings mixed = new Findings();
    mixed.held();
    mixed.checkBegins(HOSTILE, PLACE);
    mixed.add(failure(HOSTILE, "  9 | " + PlainText.shown(HOSTILE) + "\n"));
    mixed.checkEnds();
    mixed.checkBegins("isolation", PLACE);
    mixed.held();
    mixed.checkEnds();
    Result golden =
        new Result(
            Result.Origin.GOLDEN,
            "a.trace",
            Status.NOT_RUN,
            "line 3 of a.trace is not answered",
            "",
            Where.line("dir/a.trace", 3));
    Report first =
        mixed.report("dir/a.vsim").with(Case.ofGolden(golden)).took(Duration.ofMillis(1500));
    Report hostile =
        Report.empty(HOSTILE)
            .with(Case.of(Result.ofRun(Status.LIMIT, HOSTILE, "", Where.line(HOSTILE, 7))));
    Report obsolete = Report.empty("gone.trace").with(Case.obsolete("gone.trace", Status.SKIP));
    return new TestRun(List.of(first, hostile, obsolete), Duration.ofMillis(2250));
  }

  private static Result failure(String message, String drawing) {
    return new Result(
        Result.Origin.ASSERTION,
        "expect evict",
        Status.FAIL,
        message,
        drawing,
        new Where("dir/a,b:c.vsim", 9, 3, 9, 15));
  }

  private static String written(String word) {
    return TestReports.named(word).orElseThrow().write(RUN);
  }

  @Test
  void junitXmlIsValid() throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(TestReportsTest.class.getResource("junit-report.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(written("junit"))));
  }

  @Test
  void junitXmlCountsWhatItHolds() throws Exception {
    Document xml = xml();
    Element all = xml.getDocumentElement();
    assertEquals(
        "6 1 2 1 2.250",
        String.join(
            " ",
            all.getAttribute("tests"),
            all.getAttribute("failures"),
            all.getAttribute("errors"),
            all.getAttribute("skipped"),
            all.getAttribute("time")));
    assertEquals(6, xml.getElementsByTagName("testcase").getLength());
    assertEquals(1, xml.getElementsByTagName("failure").getLength());
    assertEquals(2, xml.getElementsByTagName("error").getLength());
    assertEquals(1, xml.getElementsByTagName("skipped").getLength());
  }

  @Test
  void junitXmlKeepsTextsWithoutTheirHarm() throws Exception {
    Document xml = xml();
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertEquals("fail", failure.getAttribute("type"));
    assertTrue(failure.getTextContent().contains("]]>"), failure.getTextContent());
    assertTrue(failure.getTextContent().contains("\\u{fffe}"), failure.getTextContent());
    assertTrue(failure.getTextContent().contains("\\u{1b}[2J"), failure.getTextContent());
    Element test = (Element) failure.getParentNode();
    assertEquals(
        PlainText.shown(HOSTILE).replace("\ufffe", "\\u{fffe}"), test.getAttribute("name"));
    assertEquals("dir/a.vsim", test.getAttribute("classname"));
  }

  private static Document xml() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(written("junit"))));
  }

  @Test
  void tapIsReadByAnotherReader() {
    List<Point> points = Tap14.read(written("tap"));
    assertEquals(
        List.of(true, false, true, false, false, true), points.stream().map(Point::ok).toList());
    assertEquals("dir/a.vsim: run", points.get(0).description());
    assertEquals("dir/a.vsim: " + PlainText.shown(HOSTILE), points.get(1).description());
    assertEquals("", points.get(1).directive(), "a name makes no directive");
    assertEquals("SKIP obsolete: it belongs to no scenario", points.get(5).directive());
    assertTrue(
        points.get(3).yaml().contains("severity: \"not-run\""), points.get(3).yaml().toString());
    assertTrue(points.get(3).yaml().contains("  line: 3"), points.get(3).yaml().toString());
  }

  @Test
  void annotationsAreOneLineEach() {
    List<String> lines = written("github").lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).startsWith("::error file="), "the limit is the worst");
    assertTrue(lines.get(0).contains(",line=7,endLine=7,title="), lines.get(0));
    assertTrue(
        lines
            .get(1)
            .startsWith(
                "::error file=dir/a%2Cb%3Ac.vsim,line=9,endLine=9,col=3,endColumn=15,title="),
        lines.get(1));
    assertTrue(lines.get(1).contains(" %250A "), "a percent sign is no escape: " + lines.get(1));
    assertTrue(lines.get(2).endsWith("::line 3 of a.trace is not answered"), lines.get(2));
  }

  @Test
  void tenAnnotationsAreShownTheWorstFirst() {
    Findings findings = new Findings();
    for (int i = 0; i < 12; i++) {
      Where where = Where.line("a.vsim", i + 1);
      findings.add(
          new Result(Result.Origin.ASSERTION, "expect " + i, Status.FAIL, "f" + i, "", where));
    }
    findings.add(Result.ofRun(Status.ERROR, "worst"));
    TestRun run = new TestRun(List.of(findings.report("a.vsim")), Duration.ZERO);
    List<String> lines = TestReports.named("github").orElseThrow().write(run).lines().toList();
    assertEquals(11, lines.size());
    assertTrue(lines.get(0).endsWith("::worst"), lines.get(0));
    assertTrue(lines.get(9).endsWith("::f8"), lines.get(9));
    assertEquals("::notice title=vsim::3 more are not shown here", lines.get(10));
  }

  @Test
  void jsonHasAllThereIs() {
    String text = written("json");
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    assertEquals("vsim-test/1", json.get("schema").getAsString());
    JsonObject first = json.getAsJsonArray("scenarios").get(0).getAsJsonObject();
    assertEquals(4, first.getAsJsonArray("cases").size());
    JsonObject check = first.getAsJsonArray("cases").get(1).getAsJsonObject();
    assertEquals("check", check.get("sort").getAsString());
    assertEquals(
        HOSTILE.replace('\ud800', '?'), check.get("name").getAsString().replace('\ud800', '?'));
    assertFalse(text.contains("\u202e"), "a direction mark is escaped");
  }

  /** Nothing that a user wrote begins a line, or holds what ends one, in any form. */
  @Test
  void noFormLetsATextForgeALine() {
    for (TestReport form : TestReports.ALL) {
      for (String line : form.write(RUN).split("\n", -1)) {
        String bare = line.strip();
        boolean own = form.word().equals("tap") && bare.matches("(not )?ok \\d+ - .*");
        assertTrue(own || !bare.startsWith("ok ") && !bare.startsWith("not ok"), line);
        assertTrue(form.word().equals("github") || !bare.startsWith("::"), line);
        assertTrue(line.codePoints().noneMatch(PlainText::isHidden), line);
      }
    }
  }

  @Test
  void everyFormIsDescribed() {
    List<String> words = new ArrayList<>();
    for (TestReport form : TestReports.ALL) {
      words.add(form.word());
      assertFalse(form.readers().isEmpty());
    }
    assertEquals(List.of("junit", "tap", "github", "json"), words);
  }
}
