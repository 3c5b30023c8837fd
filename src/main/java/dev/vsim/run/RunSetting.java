package dev.vsim.run;

import dev.vsim.event.EventSelection;
import dev.vsim.exec.Meter;
import dev.vsim.machine.Machine;
import dev.vsim.source.SourceText;
import dev.vsim.source.Suggestions;
import dev.vsim.trace.EventLog;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Images;
import dev.vsim.vocabulary.References;
import dev.vsim.vocabulary.Setting;
import dev.vsim.vocabulary.Visibility;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What one run lends its commands. */
final class RunSetting implements Setting {
  private final Machine machine;
  private final Job job;
  private final Meter meter;
  private final LongSupplier effort;
  private final Visibility visibility;

  /**
   * @param log which events its commands show and hide
   * @param meter what replays are counted on
   */
  RunSetting(Machine machine, EventLog log, Job job, Meter meter) {
    this.machine = machine;
    this.job = job;
    this.meter = meter;
    this.effort = log::effort;
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
  public References references(SourceText user) {
    return new TraceFiles(job.library(), user, job.progress(), meter, effort);
  }

  @Override
  public Images images() {
    return new ImageFiles(job.library(), job.program().source());
  }

  @Override
  public Optional<Value> parameter(SourceText file, String name) {
    return file == job.program().source()
        ? Optional.ofNullable(job.given().get(name))
        : Optional.empty();
  }
}
