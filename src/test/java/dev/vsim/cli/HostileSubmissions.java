package dev.vsim.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Submissions by somebody who wants to harm, to see what is hidden, or to get points for nothing:
 * each kind by its name.
 */
final class HostileSubmissions {
  /** What an honest submission looks like; kinds change it or are added to it. */
  static final String HONEST =
      """
      param frames = 3
      policy mine {
        let queue = []
        on load(f) { queue.push(f) }
        on victim() { return queue.shift() }
      }
      def twice(n) { return 2 * n }
      process p < frames (frames); policy mine >
      access page 1, 2, 3, 1
      """;

  private final Coursework work;
  private final Map<String, Path> kinds = new LinkedHashMap<>();

  HostileSubmissions(Coursework work) {
    this.work = work;
    loops();
    bombs();
    sources();
    cheats();
    spies();
    forgers();
    files();
    archives();
  }

  /** All of them, by kind. */
  Map<String, Path> kinds() {
    return kinds;
  }

  private void text(String kind, String text) {
    kinds.put(kind, work.write("subs/" + kind + ".vsim", text));
  }

  /** An honest submission with something behind it. */
  private void and(String kind, String more) {
    text(kind, HONEST + more + "\n");
  }

  private void loops() {
    and("endless while", "while true { }");
    and("endless while that acts", "while true { access page 1 }");
    and("endless repeat", "repeat 9_000_000_000_000_000_000 { let x = 1 }");
    and("endless for", "for i in 0..9_000_000_000_000_000_000 { let x = i }");
    and(
        "endless for over a growing list",
        "let l = [1]\nfor x in l { l.push(x) }\nwhile true { l.push(1) }");
    and("endless recursion", "def f(n) { return f(n + 1) }\nlet x = f(1)");
    and("mutual recursion", "def f(n) { return g(n) }\ndef g(n) { return f(n) }\nlet x = f(1)");
    text("endless handler", HONEST.replace("return queue.shift()", "while true { }"));
    text(
        "handler that recurses",
        HONEST.replace(
            "return queue.shift()", "return again()\n  }\n  def again() {\n    return again()"));
    text(
        "handler that grows",
        HONEST.replace("queue.push(f)", "queue.push(f)\n    queue = queue + queue"));
    and("at that appoints itself", "def again() { at now + 1ns { again() } }\nagain()\nrun 10s");
    and("wait for ever", "run 100_000s");
    and("loops in loops", "repeat 100_000 { repeat 100_000 { repeat 100_000 { access page 1 } } }");
    and("simulates itself", "let r = simulate \"simulates itself\"");
    and("endless text", "let t = \"x\"\nwhile true { t = t + t }");
    and("endless list", "let l = [1]\nwhile true { l = l + l }");
    and("endless map", "let m = [:]\nlet i = 0\nwhile true {\n  m[i] = i\n  i += 1\n}");
    and(
        "endless print",
        "while true { print \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" }");
    and("endless show", "while true { show page-table p }");
    and("endless asserts", "while true { assert 1 == 2 }");
    and("endless expects", "while true { expect evict }");
    and("endless forbids", "while true { forbid evict }");
    and("endless declarations", "let i = 0\nwhile true { process q }");
    and("endless forks", "while true { fork p as q }");
  }

  private void bombs() {
    and("memory of a terabyte", "vm big < mem 1T >\nwrite 0x1000 = 1");
    and("a thousand virtual machines", "vm v[1000] < mem 1G >");
    and("a row of a billion", "process q[1_000_000_000]");
    and("a huge range as a list", "let l = list(0..9_000_000_000)");
    and("lists of lists", "let l = [1]\nrepeat 40 { l = [l.copy(), l.copy()] }\nprint l");
    and("a list in itself", "let l = [1]\nl.push(l)\nprint l\nassert l == l");
    and("text of texts", "let t = \"x\"\nrepeat 60 { t = \"${t}${t}\" }");
    and("text repeated", "let t = \"abc\" * 2_000_000_000");
    and(
        "joined texts",
        "let l = []\nrepeat 2000 { l.push(\"x\" * 10000) }\nlet t = l.join(\"y\" * 10000)");
    and(
        "disk written full",
        "vm v < disk 2T thick >\nfor i in 0..100000 { disk-write v.disk0 (i * 64K) 64K = \"x\" }");
    and("long reference string", "access page 0..1_000_000_000");
    and("shift too far", "let x = 1 << 100_000\nlet y = 9_223_372_036_854_775_807 + 1");
    and("divides by nothing", "let x = 1 // 0");
    and("many checks", "for i in 0..5000 { check \"c${i}\" { assert i == 0 } }");
  }

  private void sources() {
    text("deep parentheses", "let x = " + "(".repeat(40_000) + "1" + ")".repeat(40_000));
    text("deep lists", "let x = " + "[".repeat(40_000) + "]".repeat(40_000));
    text("deep blocks", "if true { ".repeat(9_000) + "}".repeat(9_000));
    text("deep properties", "vm v " + "< nic ".repeat(9_000) + ">".repeat(9_000));
    text("only openings", "{<([".repeat(20_000));
    text("only closings", "}>)]".repeat(20_000));
    text("a giant number", "let x = " + "9".repeat(90_000));
    text("a giant name", "let " + "x".repeat(90_000) + " = 1");
    text("a giant unknown name", "print " + "x".repeat(90_000));
    text("a giant unknown command", "acces" + "s".repeat(90_000) + " 1");
    text("a name of hyphens", "let a = 1\nlet " + "a-".repeat(40_000) + "a = 1");
    text("many names of hyphens", hyphens());
    text("a giant text", "let x = \"" + "y".repeat(90_000) + "\"");
    text("texts in texts", "let x = " + "\"${".repeat(9_000) + "1" + "}\"".repeat(9_000));
    text("a giant comment", "#" + "z".repeat(99_000));
    text("too large", HONEST + "# " + "z".repeat(100_000));
    text("ten thousand mistakes", "let = 1\n".repeat(10_000));
    text("only separators", ";".repeat(90_000));
    text("only signs", "+".repeat(90_000));
    text("long sum", "let x = 1" + " + 1".repeat(20_000));
    text("many lets", lets());
    text("unclosed text", HONEST + "print \"");
    text("nothing", "");
    text("nothing but blanks", " \t\r\n".repeat(1000));
    bytes("no text at all", new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 'x'});
    bytes("utf-16", HONEST.getBytes(StandardCharsets.UTF_16));
    bytes("latin", "# \u00e4\nprocess p".getBytes(StandardCharsets.ISO_8859_1));
    bytes("overlong utf-8", new byte[] {'#', (byte) 0xc0, (byte) 0x80, '\n'});
    bytes("nul bytes", new byte[50_000]);
  }

  private static String hyphens() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      all.append("let a").append(i).append("-b").append(i).append("-c = 1\n");
    }
    return all.toString();
  }

  private static String lets() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 7000; i++) {
      all.append("let v").append(i).append("=1\n");
    }
    return all.toString();
  }

  private void bytes(String kind, byte[] bytes) {
    kinds.put(kind, work.write("subs/" + kind + ".vsim", bytes));
  }

  private void cheats() {
    and("own checks with points", "check \"it runs\" points 1000 { assert true points 1000 }");
    and("own hidden check", "check \"three faults\" points 1000 hidden { assert p.faults == 3 }");
    and("own assignment", "assignment \"Mine\" < submit \"a.vsim\" >");
    and("a submission in the submission", "let r = simulate submission");
    and("uses the submission", "use submission as s");
    text("sets what is locked", "host < mem 1G >\n" + HONEST);
    text("sets it in a template", "template t < mem 1G >\n" + HONEST);
    and("assigns an attribute", "p.faults = 3");
    and("assigns an attribute in a function", "def f(x) { x.faults = 3 }\nf(p)");
    text("handler that writes", HONEST.replace("queue.push(f)", "queue.push(f)\n    f.number = 7"));
    text(
        "handler that commands",
        HONEST.replace("queue.push(f)", "queue.push(f)\n    access page 9"));
    text("victim that is none", HONEST.replace("return queue.shift()", "return none"));
    text("victim of another set", HONEST.replace("return queue.shift()", "return 7"));
    text("policy named like ours", HONEST.replace("mine", "lru"));
    text(
        "a param instead of a process",
        "param frames = 3\nparam p = [\"faults\": 3]\ndef twice(n) { return 2 * n }");
    text("a variable instead of a process", "param frames = 3\nlet p = [\"faults\": 3]");
    text("a function instead of a process", "param frames = 3\ndef p() { return 3 }");
    text("a machine instead of a process", "param frames = 3\nvm p");
    text("shadows a built-in function", "def len(x) { return 3 }\n" + HONEST);
    text("shadows now", "let now = 3\n" + HONEST);
    text("shadows the host", "let host = 3\n" + HONEST);
    and("hides events", "trace < hide memory >\nmark\naccess page 4");
    and("forbids what the teacher does", "forbid page-fault p");
    and("hides with a check", "check \"x\" { mark; rewind; mark }");
    text(
        "only for three frames",
        HONEST.replace("access page 1, 2, 3, 1", "if frames == 3 { access page 1, 2, 3 }"));
    text("uses a standard file of its own", "use \"std/../a\" as w\n" + HONEST);
    text("fails at once", "fail \"no\"");
    and("marks as done", "mark\nrewind\nexpect exactly { }");
    text("wrong sort of param", HONEST.replace("param frames = 3", "param frames = \"many\""));
    text("param in a range", HONEST.replace("param frames = 3", "param frames in 3..3 = 3"));
    and("appoints for later", "at 1s { access page 4 }\nat 2s { fail \"later\" }");
    text("no definitions", "param frames = 3\nprocess p < frames (frames) >\naccess page 1, 2, 3");
  }

  private void spies() {
    and("prints its input", "print \"frames ${frames}\"");
    text(
        "function that prints",
        HONEST.replace("return 2 * n", "print \"seen ${n}\"\n  return 2 * n"));
    text("function that fails", HONEST.replace("return 2 * n", "fail \"seen ${n}\""));
    text(
        "function that asserts",
        HONEST.replace("return 2 * n", "assert n == 0 \"seen ${n}\"\n  return 2 * n"));
    text("function that divides", HONEST.replace("return 2 * n", "let l = [1]\n  return l[n]"));
    text(
        "function that checks",
        HONEST.replace("return 2 * n", "check \"seen ${n}\" { assert n == 0 }\n  return 2 * n"));
    text(
        "function that counts steps",
        HONEST.replace("return 2 * n", "repeat n { let x = 1 }\n  return 2 * n"));
    text(
        "function that simulates",
        HONEST.replace("return 2 * n", "let r = simulate \"seen ${n}\"\n  return 2 * n"));
    text(
        "function that replays",
        HONEST.replace("return 2 * n", "replay \"seen ${n}\"\n  return 2 * n"));
    and("fails with its input", "if frames != 3 { fail \"frames ${frames}\" }");
    and("asserts its input", "assert frames == 0");
    and("refers to a hidden name", "print plugh");
    and("almost a hidden name", "print plug");
    and("declares what is hidden", "process plover\nprint plover");
    and("reads the assignment", "use \"../hw/assignment\" as a");
    and("simulates the assignment", "let r = simulate \"../hw/assignment.vsim\"");
    and("replays the assignment", "replay \"../hw/assignment.vsim\" < format text >");
    and("replays a password", "replay \"/etc/passwd\" < format text >");
    and("uses an absolute path", "use \"" + work.assignment().resolve("assignment") + "\" as a");
    and("uses the neighbour", "use \"honest\" as a");
    and("simulates the neighbour", "let n = \"honest\"\nlet r = simulate \"${n}.vsim\"");
    and("a path with nul", "use \"a\\u{0}b\" as a");
    and("a disk of the computer", "vm v < disk \"/dev/sda\" >");
    and("almost a parameter", "param frame = 3");
  }

  private void forgers() {
    String forged =
        "::error::forged\\n::set-output name=x::y\\nGrade :=>> 100\\nnot ok 1\\nok 1 - forged\\n"
            + "expect page-fault p\\n]]><x>\\n##[error]forged\\n\\u{1b}[31mred\\u{1b}]0;title\\u{7}\\u{202e}\\u{2028}forged";
    and("prints protocol lines", "print \"" + forged + "\"");
    and("fails with protocol lines", "fail \"" + forged + "\"");
    and("asserts protocol lines", "assert false \"" + forged + "\"");
    text(
        "function that prints protocol lines",
        HONEST.replace("return 2 * n", "print \"" + forged + "\"\n  return n"));
    text(
        "function that fails with protocol lines",
        HONEST.replace("return 2 * n", "fail \"" + forged + "\""));
    and("checks named like protocol lines", "check \"" + forged + "\" { assert false }");
    and("bidi in a comment", "# \u202e\u2066 forged \u2069");
    and("bidi in a name", "let a\u202eb = 1");
    and("look-alike letters", "let \u0440 = 1\nprocess \u0440\u0440\nassert \u0440 == 2");
    and("terminal escapes in the source", "print \"\u001b[2J\"");
    and("line separators", "print \"a\u2028b\u0085c\"\nfail \"a\u2028::error::b\"");
    and("smart quotes", "print \u201chello\u201d");
    text("::error file=x,line=1::forged", "process p <");
    text("not ok 1 - forged # SKIP", "process p <");
    text("]]><forged attribute=\"", "process p <");
    text("=HYPERLINK(\"x\")", HONEST);
    text("\u202evsim.txt", HONEST);
    kinds.put(
        "a line end in the name", work.write("subs/a\n::error::forged\nb.vsim", "process p <"));
  }

  private void files() {
    try {
      Path outside = work.write("outside/secret.vsim", HONEST + "# planted-outside\n");
      Path link = work.folder().resolve("subs/link.vsim");
      Files.createSymbolicLink(link, outside);
      kinds.put("a link", link);
      Path folder = work.folder().resolve("subs/link to a folder");
      Files.createSymbolicLink(folder, outside.getParent());
      kinds.put("a link to a folder", folder);
      Path inside = Files.createDirectories(work.folder().resolve("subs/link inside"));
      Files.createSymbolicLink(inside.resolve("a.vsim"), outside);
      kinds.put("a folder with a link", inside);
      Path used = work.write("subs/link used/a.vsim", "use \"b\" as b\n" + HONEST).getParent();
      Files.createSymbolicLink(used.resolve("b.vsim"), outside);
      kinds.put("a folder that uses a link", used);
      Path replayed =
          work.write("subs/link replayed/a.vsim", HONEST + "replay \"d/secret.vsim\"\n")
              .getParent();
      Files.createSymbolicLink(replayed.resolve("d"), outside.getParent());
      kinds.put("a folder that replays a link", replayed);
      Path circle = Files.createDirectories(work.folder().resolve("subs/circle"));
      Files.createSymbolicLink(circle.resolve("a.vsim"), circle.resolve("b.vsim"));
      Files.createSymbolicLink(circle.resolve("b.vsim"), circle.resolve("a.vsim"));
      kinds.put("links in a circle", circle);
      kinds.put(
          "a folder called like the file",
          Files.createDirectories(work.folder().resolve("subs/f/a.vsim")).getParent());
      kinds.put("a folder without the file", work.write("subs/empty/b.vsim", HONEST).getParent());
      kinds.put(
          "the file in a folder of the folder",
          work.write("subs/deep/deeper/a.vsim", HONEST).getParent().getParent());
      kinds.put("a device", Path.of("/dev/zero"));
      kinds.put("nothing there", work.folder().resolve("subs/no such thing.vsim"));
      kinds.put("files that use each other", circleOfUse());
      Path many = work.write("subs/many/a.vsim", HONEST).getParent();
      for (int i = 0; i < 2000; i++) {
        Files.createFile(many.resolve("f" + i));
      }
      kinds.put("two thousand files", many);
      kinds.put("many files in use", manyInUse());
      Path up =
          work.write(
                  "subs/up/a.vsim",
                  "use \"../honest\" as a\nuse \"b/../../honest\" as b\n" + HONEST)
              .getParent();
      kinds.put("paths that lead up", up);
      kinds.put("a packed bomb", bomb());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path circleOfUse() {
    work.write("subs/uses/b.vsim", "use \"a\" as a");
    return work.write("subs/uses/a.vsim", "use \"b\" as b\n" + HONEST).getParent();
  }

  private Path manyInUse() {
    StringBuilder uses = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      work.write("subs/inuse/b" + i + ".vsim", "let x = 1 # " + "y".repeat(1000));
      uses.append("use \"b").append(i).append("\"\n");
    }
    return work.write("subs/inuse/a.vsim", uses + HONEST).getParent();
  }

  /** A trace of comments that unpacks to a thousand times its size. */
  private Path bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] comments =
          ("#" + "x".repeat(1022) + "\n").repeat(1024).getBytes(StandardCharsets.US_ASCII);
      gzip.write("R 0x1000\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        gzip.write(comments);
      }
    }
    work.write("subs/bomb/t.txt.gz", packed.toByteArray());
    return work.write("subs/bomb/a.vsim", HONEST + "replay \"t.txt.gz\" < format text >\n")
        .getParent();
  }

  private void archives() {
    archive("no archive.zip", HONEST.getBytes(StandardCharsets.UTF_8));
    archive("an empty file.zip", new byte[0]);
    archive("a cut archive.zip", half(zip("a.vsim", HONEST)));
    archive(
        "names that lead out.zip",
        zip("../a.vsim", HONEST, "a.vsim", "use \"../x\" as x\n" + HONEST));
    archive("absolute names.zip", zip("/a.vsim", HONEST));
    archive("only in a folder.zip", zip("x/a.vsim", HONEST));
    archive("a bomb.zip", zip("a.vsim", "# " + "x".repeat(30_000_000)));
    archive("many entries.zip", entries(12_000));
    archive("capital letters.zip", zip("A.VSIM", HONEST));
    archive("a folder called like the file.zip", zip("a.vsim/", ""));
    archive("a good one with a backslash.zip", zip("x\\a.vsim", HONEST));
    archive("twice.zip", twice());
    archive(
        "uses out of the archive.zip",
        zip("a.vsim", "use \"../../honest\" as h\nuse \"/etc/hosts\" as e\n" + HONEST));
  }

  private void archive(String name, byte[] bytes) {
    kinds.put(name, work.write("subs/" + name, bytes));
  }

  private static byte[] half(byte[] bytes) {
    return java.util.Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] entries(int count) {
    String[] all = new String[2 * count];
    for (int i = 0; i < count; i++) {
      all[2 * i] = "f" + i;
      all[2 * i + 1] = "";
    }
    return zip(all);
  }

  /** An archive of names and texts in turn. */
  static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Two entries of one name, which Java does not write: the second is renamed in the bytes. */
  private static byte[] twice() {
    byte[] zip = zip("a.vsim", HONEST, "b.vsim", "fail \"the other\"");
    for (int i = 0; i + 6 <= zip.length; i++) {
      if (new String(zip, i, 6, StandardCharsets.US_ASCII).equals("b.vsim")) {
        zip[i] = 'a';
      }
    }
    return zip;
  }
}
