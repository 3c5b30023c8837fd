package dev.vsim.vocabulary;

import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.Problem;
import java.util.List;
import java.util.Optional;

/** The recorded traces that a scenario may replay. */
public interface References {
  /**
   * Opens one.
   *
   * @param path as the scenario writes it, relative to the scenario's folder
   */
  Opened open(String path, Request request);

  /**
   * How a trace is to be read.
   *
   * @param format the format's word, or empty to find it out
   * @param limit how many references at most
   * @param bothPages whether an access that crosses a page end counts for both pages
   * @param pageSize bytes of a page
   */
  record Request(Optional<String> format, long limit, boolean bothPages, long pageSize) {}

  /** A trace, or why there is none. */
  sealed interface Opened {
    /** A trace that can be read. */
    record Ready(Recorded trace) implements Opened {}

    /** Why there is none. */
    record Refused(Trouble why) implements Opened {}
  }

  /** What is wrong with a trace. */
  record Trouble(Problem problem, List<Object> details) {}

  /** A trace that is being read. */
  interface Recorded extends AutoCloseable {
    ReferenceSource references();

    /** Why it ended before its time, when {@link ReferenceSource#next} has given 0. */
    Optional<Trouble> trouble();

    @Override
    void close();
  }
}
