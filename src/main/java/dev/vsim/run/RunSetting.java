package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.event.EventSelection;
import dev.vsim.machine.Machine;
import dev.vsim.source.SourceText;
import dev.vsim.source.Suggestions;
import dev.vsim.trace.EventLog;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.References;
import dev.vsim.vocabulary.Setting;
import dev.vsim.vocabulary.Visibility;
import java.util.Optional;
import java.util.function.Consumer;

/** What one run lends its commands. */
final class RunSetting implements Setting {
  private final Machine machine;
  private final CheckedProgram program;
  private final RunRequest request;
  private final References references;
  private final Visibility visibility;

  RunSetting(
      Machine machine,
      EventLog log,
      CheckedProgram program,
      FileLibrary library,
      RunRequest request,
      RunRequest.ReplayProgress progress) {
    this.machine = machine;
    this.program = program;
    this.request = request;
    this.references =
        new TraceFiles(library.folderOf(program.source()), progress, request.limits().work());
    this.visibility = new LogVisibility(log);
  }

  /** Shows and hides in the log. */
  private record LogVisibility(EventLog log) implements Visibility {
    @Override
    public boolean show(String word) {
      return select(word, log::show);
    }

    @Override
    public boolean hide(String word) {
      return select(word, log::hide);
    }

    @Override
    public String nearest(String word) {
      return Suggestions.nearest(word, EventSelection.words())
          .map(near -> "did you mean `" + near + "`?")
          .orElse("");
    }

    private static boolean select(String word, Consumer<EventSelection> action) {
      Optional<EventSelection> selection = EventSelection.named(word);
      selection.ifPresent(action);
      return selection.isPresent();
    }
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public Visibility visibility() {
    return visibility;
  }

  @Override
  public References references() {
    return references;
  }

  @Override
  public Optional<Value> parameter(SourceText file, String name) {
    return file == program.source()
        ? Optional.ofNullable(request.parameters().get(name)).map(ParameterTexts::read)
        : Optional.empty();
  }
}
