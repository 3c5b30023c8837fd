package dev.vsim.run;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.Suggestions;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.syntax.Stmt;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a prompt understands: statements of the language, which run at once, and a few words of its
 * own, with which one goes through a scenario event by event, forwards and backwards.
 */
public final class Prompt {
  private static final String WHOLE_EVENT = "expect ";

  private final Map<String, Function<String, Answer>> words = new LinkedHashMap<>();
  private final Deque<Piece> ahead = new ArrayDeque<>();
  private final List<Done> done = new ArrayList<>();
  private Path file;
  private volatile Session session;

  /** How many lines of what was done last have been shown. */
  private int shown;

  /**
   * What to say to an input.
   *
   * @param lines to be printed as they are
   * @param over whether the prompt ends
   */
  public record Answer(
      List<String> lines, List<Diagnostic> diagnostics, Report report, boolean over) {
    static Answer of(String... lines) {
      return new Answer(List.of(lines), List.of(), new Findings().report(""), false);
    }

    /** Whether nothing was wrong. */
    public boolean isGood() {
      return diagnostics.stream().noneMatch(Diagnostic::isError) && report.results().isEmpty();
    }
  }

  /** A statement of the opened scenario, with what stands before it in the file. */
  private record Piece(String text, String statement, int line) {
    String heading() {
      return "# line " + line + ": " + statement;
    }
  }

  /** A statement that has run, and what it has printed; typed ones have no heading. */
  private record Done(String text, Optional<Piece> piece, List<String> lines) {}

  /**
   * @param file where statements are taken to stand, until a scenario is opened
   */
  public Prompt(Path file) {
    this.file = file;
    this.session = new Session(file);
    words.put("step", this::step);
    words.put("back", this::back);
    words.put("go", rest -> go());
    words.put("open", rest -> open(Path.of(rest)));
    words.put("help", this::help);
    words.put("quit", rest -> new Answer(List.of(), List.of(), new Findings().report(""), true));
  }

  /** The session as it stands, for completion. */
  public Session session() {
    return session;
  }

  /** The words that are the prompt's own. */
  public List<String> words() {
    return List.copyOf(words.keySet());
  }

  /** Whether more lines belong to an input before it can be answered. */
  public boolean breaksOff(String input) {
    return own(input).isEmpty() && Session.breaksOff(input);
  }

  /** Stops what is running, from another thread. */
  public void interrupt() {
    session.interrupt();
  }

  /** Does what an input says. */
  public Answer answer(String input) {
    String stripped = input.strip();
    if (stripped.isEmpty()) {
      return Answer.of();
    }
    Optional<Function<String, Answer>> own = own(stripped);
    return own.isPresent()
        ? own.get().apply(stripped.substring(firstWord(stripped).length()).strip())
        : typed(input);
  }

  /** A word of the prompt's own, unless what follows makes a statement of it: {@code step = 3}. */
  private Optional<Function<String, Answer>> own(String input) {
    String first = firstWord(input.strip());
    String rest = input.strip().substring(first.length()).strip();
    return rest.startsWith("=") ? Optional.empty() : Optional.ofNullable(words.get(first));
  }

  private static String firstWord(String input) {
    int end = 0;
    while (end < input.length() && Character.isLetter(input.charAt(end))) {
      end++;
    }
    return input.substring(0, end);
  }

  /** A statement runs; what is no statement but has a value is printed. */
  private Answer typed(String input) {
    Session.Reply asStatement = session.submit(input);
    Optional<Session.Reply> asValue =
        asStatement.ran() || !isValue(input)
            ? Optional.empty()
            : Optional.of(session.submit("print " + input)).filter(Session.Reply::ran);
    return asValue.isPresent() ? typed("print " + input, asValue.get()) : typed(input, asStatement);
  }

  private static boolean isValue(String input) {
    Diagnostics found = new Diagnostics();
    Scenario read = new ScenarioParser().parse(new SourceText("", "print " + input), found);
    return found.isEmpty()
        && read.statements().size() == 1
        && read.statements().get(0) instanceof Stmt.Print;
  }

  private Answer typed(String input, Session.Reply reply) {
    note(new Done(input, Optional.empty(), reply.lines()), reply);
    shown = reply.lines().size();
    return new Answer(
        withoutEcho(reply.lines(), input), reply.diagnostics(), reply.report(), false);
  }

  private void note(Done one, Session.Reply reply) {
    if (reply.ran()) {
      done.add(one);
    }
  }

  /** The lines without the first that only says what was typed. */
  private static List<String> withoutEcho(List<String> lines, String input) {
    int from = !lines.isEmpty() && lines.get(0).equals("#") ? 1 : 0;
    boolean echoed = from < lines.size() && lines.get(from).equals("# " + input.strip());
    return echoed ? lines.subList(from + 1, lines.size()) : lines;
  }

  /** Opens a scenario: its statements lie ahead. */
  public Answer open(Path scenario) {
    Diagnostics found = new Diagnostics();
    Optional<SourceText> text = SourceFiles.read(scenario, scenario.toString(), found);
    Optional<Scenario> read = text.map(t -> new ScenarioParser().parse(t, found));
    if (read.isEmpty() || found.hasErrors()) {
      return new Answer(List.of(), found.sorted(), new Findings().report(""), false);
    }
    file = scenario;
    session = new Session(file);
    done.clear();
    ahead.clear();
    ahead.addAll(pieces(read.get()));
    shown = 0;
    return Answer.of(
        "# "
            + scenario
            + ": "
            + (ahead.size() == 1 ? "1 statement" : ahead.size() + " statements")
            + ". `step` goes on event by event, `back` goes back, `go` runs the rest.");
  }

  private static List<Piece> pieces(Scenario scenario) {
    List<Piece> pieces = new ArrayList<>();
    String text = scenario.source().text();
    int from = 0;
    for (Stmt statement : scenario.statements()) {
      int end = statement.span().end();
      String own = scenario.source().text(statement.span());
      String first = own.lines().findFirst().orElse("");
      pieces.add(
          new Piece(
              text.substring(from, end),
              own.lines().count() > 1 ? first + " …" : first,
              scenario.source().line(statement.span().start())));
      from = end;
    }
    return pieces;
  }

  /**
   * {@code step}, {@code step 5}: the next event; where a statement has none left, the next one.
   */
  private Answer step(String count) {
    int times = count.isEmpty() ? 1 : number(count);
    if (times < 1) {
      return Answer.of("# `step` takes a number of events: step 5");
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Answer one = step();
      lines.addAll(one.lines());
      if (!one.isGood()) {
        return new Answer(lines, one.diagnostics(), one.report(), false);
      }
    }
    return new Answer(lines, List.of(), new Findings().report(""), false);
  }

  private Answer step() {
    List<String> last = done.isEmpty() ? List.of() : done.get(done.size() - 1).lines();
    if (shown < last.size()) {
      int from = shown;
      shown = nextStop(last, from);
      return Answer.of(last.subList(from, shown).toArray(new String[0]));
    } else if (ahead.isEmpty()) {
      return Answer.of("# the end: nothing lies ahead");
    }
    Piece piece = ahead.removeFirst();
    Session.Reply reply = session.submit(piece.text());
    List<String> lines = withoutEcho(reply.lines(), piece.statement());
    note(new Done(piece.text(), Optional.of(piece), lines), reply);
    shown = reply.ran() ? nextStop(lines, 0) : lines.size();
    List<String> said = new ArrayList<>(List.of(piece.heading()));
    said.addAll(lines.subList(0, shown));
    return new Answer(said, reply.diagnostics(), reply.report(), false);
  }

  /** Behind the next event, with the comments before it. */
  private static int nextStop(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).startsWith(WHOLE_EVENT)) {
      at++;
    }
    return Math.min(at + 1, lines.size());
  }

  /** {@code back}, {@code back 5}: one event back; before its first, the statement is undone. */
  private Answer back(String count) {
    int times = count.isEmpty() ? 1 : number(count);
    if (times < 1) {
      return Answer.of("# `back` takes a number of events: back 5");
    }
    Answer last = Answer.of("# the start: nothing has been done");
    for (int i = 0; i < times && !done.isEmpty(); i++) {
      last = back();
    }
    return last;
  }

  private Answer back() {
    Done last = done.get(done.size() - 1);
    int events = events(last.lines(), shown);
    if (events > 1) {
      shown = before(last.lines(), shown);
      return Answer.of(last.lines().get(shown - 1));
    }
    done.remove(done.size() - 1);
    last.piece().ifPresent(ahead::addFirst);
    session = again();
    shown = done.isEmpty() ? 0 : done.get(done.size() - 1).lines().size();
    String what = last.piece().map(Piece::heading).orElse("# " + last.text().strip());
    return Answer.of("# undone" + what.substring(1));
  }

  private static int events(List<String> lines, int until) {
    return (int) lines.subList(0, until).stream().filter(l -> l.startsWith(WHOLE_EVENT)).count();
  }

  /** Behind the event before the one that was shown last. */
  private static int before(List<String> lines, int until) {
    int at = until - 1;
    while (at > 0 && !lines.get(at - 1).startsWith(WHOLE_EVENT)) {
      at--;
    }
    return at;
  }

  /** The same world, come to where it was before: what was done is done again, in silence. */
  private Session again() {
    Session anew = new Session(file);
    done.forEach(one -> anew.submit(one.text()));
    return anew;
  }

  /** {@code go}: all that lies ahead. */
  private Answer go() {
    List<String> lines = new ArrayList<>();
    while (!ahead.isEmpty()
        || !done.isEmpty() && shown < done.get(done.size() - 1).lines().size()) {
      Answer one = step();
      lines.addAll(one.lines());
      if (!one.isGood()) {
        return new Answer(lines, one.diagnostics(), one.report(), false);
      }
    }
    return lines.isEmpty()
        ? Answer.of("# nothing lies ahead")
        : Answer.of(lines.toArray(new String[0]));
  }

  private Answer help(String word) {
    List<String> lines = word.isEmpty() ? ownHelp() : Help.of(Language.vocabulary(), word);
    if (!lines.isEmpty()) {
      return Answer.of(lines.toArray(new String[0]));
    }
    return Answer.of(
        "# there is nothing called "
            + word
            + Suggestions.nearest(word, Help.words(Language.vocabulary()))
                .map(near -> "; did you mean " + near + "?")
                .orElse(""));
  }

  private static List<String> ownHelp() {
    return List.of(
        "Type statements of the language; each runs at once: access 0x1000",
        "",
        "help WORD     what a command, kind, property, attribute, event, policy or error code is",
        "open FILE     a scenario, to be gone through",
        "step [N]      its next event, or the next N",
        "back [N]      one event back, or N; it undoes whole statements, typed ones too",
        "go            all that lies ahead",
        "show …        the machine as it stands: show page-table, show frames",
        "why           why the last victim was chosen",
        "quit          ends; so does Ctrl-D. Ctrl-C stops the statement that is running",
        "Tab           completes words, names, properties and fields");
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 0;
  }
}
