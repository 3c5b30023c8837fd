package dev.vsim.run;

import dev.vsim.exec.Limits;
import dev.vsim.trace.TraceWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be run, and how.
 *
 * @param file the scenario's file
 * @param name the file's name as the user gave it
 * @param parameters what {@code --set} gives, as written
 * @param limits what it may use
 * @param content what of the trace and the printed lines is written
 * @param output where that goes
 * @param progress who is told how far replays have come
 * @param explains whether each eviction is printed with the reason why that page goes
 * @param captures where every frame at every port of the network goes, if that is wanted
 * @param export where the files of its VMs are written, if anywhere
 */
public record RunRequest(
    Path file,
    String name,
    Map<String, String> parameters,
    Limits limits,
    TraceWriter.Content content,
    OutputStream output,
    ReplayProgress progress,
    boolean explains,
    Optional<PcapFiles> captures,
    Optional<Path> export) {

  /** Without captures. */
  public RunRequest(
      Path file,
      String name,
      Map<String, String> parameters,
      Limits limits,
      TraceWriter.Content content,
      OutputStream output,
      ReplayProgress progress,
      boolean explains) {
    this(
        file,
        name,
        parameters,
        limits,
        content,
        output,
        progress,
        explains,
        Optional.empty(),
        Optional.empty());
  }

  /** Without captures and the reasons for evictions. */
  public RunRequest(
      Path file,
      String name,
      Map<String, String> parameters,
      Limits limits,
      TraceWriter.Content content,
      OutputStream output,
      ReplayProgress progress) {
    this(file, name, parameters, limits, content, output, progress, false);
  }

  /** Who is told how far a replay has come. */
  @FunctionalInterface
  public interface ReplayProgress {
    /** Nobody. */
    ReplayProgress NONE = (name, references, fraction, over) -> {};

    /**
     * Tells.
     *
     * @param fraction how much of the trace is read, from 0 to 1
     * @param over whether this is the last word about this replay
     */
    void tell(String name, long references, double fraction, boolean over);
  }
}
