package dev.vsim.run;

import dev.vsim.exec.Meter;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.run.replay.OpenedTrace;
import dev.vsim.run.replay.RecordedTrace;
import dev.vsim.run.replay.ReplayError;
import dev.vsim.run.replay.Straddle;
import dev.vsim.run.replay.TraceFormat;
import dev.vsim.run.replay.TraceOptions;
import dev.vsim.source.FileProblem;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.SourceText;
import dev.vsim.vocabulary.References;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The recorded traces that a scenario names, by paths relative to its folder. */
final class TraceFiles implements References {
  private final ScenarioFiles files;
  private final SourceText user;
  private final RunRequest.ReplayProgress progress;
  private final Meter meter;
  private final LongSupplier effort;
  private boolean over;
  private boolean late;

  /**
   * @param user the text that names them
   * @param meter counts references as work
   * @param effort work that came of the last references besides
   */
  TraceFiles(
      ScenarioFiles files,
      SourceText user,
      RunRequest.ReplayProgress progress,
      Meter meter,
      LongSupplier effort) {
    this.files = files;
    this.user = user;
    this.meter = meter;
    this.effort = effort;
    this.progress = progress;
  }

  @Override
  public Opened open(String path, Request request) {
    try {
      Optional<Path> file = files.trace(path, user);
      if (file.isEmpty()) {
        return new Opened.Refused(new Trouble(GradeProblem.OUTSIDE, List.of(path)));
      }
      OpenedTrace opened = RecordedTrace.open(file.get(), path, options(request));
      return opened instanceof OpenedTrace.Ready ready
          ? new Opened.Ready(new Reading(ready.trace(), path))
          : new Opened.Refused(trouble(((OpenedTrace.Refused) opened).error()));
    } catch (InvalidPathException e) {
      return new Opened.Refused(
          new Trouble(FileProblem.UNREADABLE, List.of(path, "it is no path")));
    }
  }

  private static TraceOptions options(Request request) {
    TraceOptions options =
        TraceOptions.DEFAULT
            .withLimit(request.limit())
            .withStraddle(request.bothPages() ? Straddle.BOTH : Straddle.FIRST)
            .withPageShift(Long.numberOfTrailingZeros(request.pageSize()));
    return request.format().flatMap(TraceFormat::named).map(options::withFormat).orElse(options);
  }

  private static Trouble trouble(ReplayError error) {
    return new Trouble(error.problem(), error.arguments());
  }

  /** A trace that is being read, telling now and then how far it has come. */
  private final class Reading implements Recorded {
    private final RecordedTrace trace;
    private final String name;

    Reading(RecordedTrace trace, String name) {
      this.trace = trace;
      this.name = name;
    }

    @Override
    public ReferenceSource references() {
      return batch -> {
        int read = over || late ? 0 : trace.next(batch);
        over |= !meter.spend(read + effort.getAsLong());
        late |= meter.isLate();
        progress.tell(name, trace.references(), trace.fraction(), read == 0);
        return read;
      };
    }

    @Override
    public Optional<Trouble> trouble() {
      if (late && !over) {
        return Optional.of(new Trouble(LimitProblem.TIME, List.of(meter.limits().seconds() + "s")));
      }
      return over
          ? Optional.of(new Trouble(LimitProblem.WORK, List.of(meter.limits().work())))
          : trace.error().map(TraceFiles::trouble);
    }

    @Override
    public void close() {
      trace.close();
      progress.tell(name, trace.references(), 1, true);
    }
  }
}
