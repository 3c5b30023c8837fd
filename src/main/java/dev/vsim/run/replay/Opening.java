package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The opening of a trace: is it a file, how is it packed, which format has it. */
final class Opening {
  private final String name;
  private final TraceOptions options;
  private final Optional<TraceFormat> told;

  Opening(String name, TraceOptions options) {
    this.name = name;
    this.options = options;
    this.told = options.format().or(() -> TraceFormat.ofName(name));
  }

  OpenedTrace open(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return refused(FileProblem.TRACE_IS_FOLDER);
      }
      if (!attributes.isRegularFile()) {
        return refused(FileProblem.TRACE_IS_DEVICE);
      }
      return open(Files.newInputStream(file), attributes.size());
    } catch (NoSuchFileException absent) {
      return refused(FileProblem.UNREADABLE, "there is no such file");
    } catch (AccessDeniedException forbidden) {
      return refused(FileProblem.UNREADABLE, "permission denied");
    } catch (IOException failed) {
      return refused(FileProblem.UNREADABLE, "reading it failed");
    }
  }

  /** Opens what a stream of so many bytes gives. */
  OpenedTrace open(InputStream stream, long size) throws IOException {
    Feed feed = new Feed(stream);
    Unpacking unpacking = Unpacking.start(name, feed, packing(feed));
    Chunk first = unpacking.next();
    OpenedTrace opened = inspect(unpacking, first, size);
    if (opened instanceof OpenedTrace.Refused) {
      unpacking.close();
    }
    return opened;
  }

  private static Packing packing(Feed feed) throws IOException {
    try {
      return Packing.of(feed.peek(Packing.LONGEST_MAGIC));
    } catch (IOException failed) {
      feed.close();
      throw failed;
    }
  }

  private OpenedTrace inspect(Unpacking unpacking, Chunk first, long size) {
    Sample sample = new Sample(first);
    if (sample.isEmpty()) {
      return new OpenedTrace.Refused(
          first.error().orElse(ReplayError.of(FileProblem.TRACE_EMPTY, name)));
    }
    Optional<TraceFormat> binary = told.filter(format -> !format.lines());
    Optional<Magic> magic = binary.isPresent() ? Optional.empty() : sample.magic();
    if (magic.isPresent()) {
      return refused(FileProblem.TRACE_FOREIGN, magic.get().what(), magic.get().advice());
    }
    Optional<TraceFormat> text = binary.flatMap(format -> sample.textFormat());
    if (text.isPresent()) {
      return new OpenedTrace.Refused(
          ReplayError.wrongFormat(name, binary.get(), text.get(), sample.firstLine()));
    }
    Optional<TraceFormat> format = format(sample);
    if (format.isEmpty()) {
      return first
          .error()
          .<OpenedTrace>map(OpenedTrace.Refused::new)
          .orElse(refused(FileProblem.TRACE_UNKNOWN, TraceFormat.words()));
    }
    return new OpenedTrace.Ready(
        new RecordedTrace(name, format.get(), options, unpacking, first, size));
  }

  /** A name that ends in {@code .txt} says no more than that it is text. */
  private Optional<TraceFormat> format(Sample sample) {
    boolean vague = options.format().isEmpty() && told.equals(Optional.of(TraceFormat.TEXT));
    return vague ? sample.format().or(() -> told) : told.or(sample::format);
  }

  private OpenedTrace refused(Problem problem, Object... details) {
    return new OpenedTrace.Refused(ReplayError.of(problem, name, details));
  }
}
