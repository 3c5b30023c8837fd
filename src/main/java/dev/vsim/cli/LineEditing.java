package dev.vsim.cli;

import dev.vsim.run.Completion;
import dev.vsim.run.ExitCode;
import dev.vsim.run.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** The prompt on a terminal: editing, history, completion, several lines an input. */
final class LineEditing {
  private static final String FIRST = "vsim> ";
  private static final String MORE = "    … ";

  private final Prompt prompt;
  private final Terminal terminal;

  LineEditing(Prompt prompt, Terminal terminal) {
    this.prompt = prompt;
    this.terminal = terminal;
  }

  int run() {
    try (org.jline.terminal.Terminal screen =
        TerminalBuilder.builder().system(true).dumb(true).build()) {
      screen.handle(org.jline.terminal.Terminal.Signal.INT, signal -> prompt.interrupt());
      terminal.out().println("Statements run at once; `help` says what else there is.");
      terminal.out().flush();
      answerAll(reader(screen));
      return ExitCode.HELD;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LineReader reader(org.jline.terminal.Terminal screen) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("vsim")
            .terminal(screen)
            .parser(this::parse)
            .completer((reader, line, candidates) -> complete(line, candidates))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    history(terminal.environment())
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    return builder.build();
  }

  private void answerAll(LineReader reader) {
    boolean over = false;
    while (!over) {
      try {
        Prompt.Answer answer = ReplCommand.answer(prompt, reader.readLine(FIRST));
        ReplCommand.tell(answer, terminal);
        over = answer.over();
      } catch (UserInterruptException e) {
        over = false; // Ctrl-C while typing gives up the line.
      } catch (EndOfFileException e) {
        over = true;
      }
    }
  }

  private ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
    if (context == Parser.ParseContext.ACCEPT_LINE && prompt.breaksOff(line)) {
      throw new EOFError(-1, -1, "a bracket is open");
    }
    return new Typed(line, cursor);
  }

  private void complete(ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor());
    new Completion(prompt.session().machine(), prompt.words())
        .of(before).stream().map(Candidate::new).forEach(candidates::add);
  }

  /** Where inputs are kept from one session to the next (XDG Base Directory Specification). */
  private static Optional<Path> history(Map<String, String> environment) {
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    String home = environment.getOrDefault("HOME", "");
    if (state.isEmpty() && home.isEmpty()) {
      return Optional.empty();
    }
    Path folder =
        state.isEmpty() ? Path.of(home, ".local", "state", "vsim") : Path.of(state, "vsim");
    try {
      Files.createDirectories(folder);
      return Optional.of(folder.resolve("history"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What has been typed, with the word that the cursor is at the end of. */
  private record Typed(String line, int cursor) implements CompletingParsedLine {
    /** Nothing in a word needs a mark of its own. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return wordCursor();
    }

    @Override
    public String word() {
      return Completion.lastWord(line.substring(0, cursor));
    }

    @Override
    public int wordCursor() {
      return word().length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }
}
