package dev.vsim.fuzz;

import dev.vsim.image.DiskReading;
import dev.vsim.image.OpenedImage;
import dev.vsim.run.Imports;
import dev.vsim.run.importing.Imported;
import dev.vsim.run.replay.OpenedTrace;
import dev.vsim.run.replay.RecordedTrace;
import dev.vsim.run.replay.TraceFormat;
import dev.vsim.run.replay.TraceOptions;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Inputs are files of others: recorded memory traces, disks and configurations of virtual machines.
 * The first byte says which.
 */
public final class FilesFuzz {
  private static final int MOST_REFERENCES = 10_000;
  private static final int MOST_GRAINS = 64;

  private FilesFuzz() {}

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] content = Arrays.copyOfRange(input, 1, input.length);
    int sort = (input[0] & 0xFF) % (TraceFormat.values().length + 3);
    if (sort < TraceFormat.values().length) {
      replay(content, TraceOptions.DEFAULT.withFormat(TraceFormat.values()[sort]));
    } else if (sort == TraceFormat.values().length) {
      replay(content, TraceOptions.DEFAULT);
    } else if (sort == TraceFormat.values().length + 1) {
      takeOver(Claims.write("fuzz.vmx", content));
    } else {
      Path disk = Claims.write("fuzz.vmdk", content);
      read(disk);
      takeOver(disk);
    }
  }

  private static void replay(byte[] content, TraceOptions options) {
    Path file = Claims.write("fuzz.bin", content);
    OpenedTrace opened = RecordedTrace.open(file, "fuzz.bin", options.withLimit(MOST_REFERENCES));
    if (opened instanceof OpenedTrace.Ready ready) {
      try (RecordedTrace trace = ready.trace()) {
        long[] batch = new long[1024];
        int read = trace.next(batch);
        while (read > 0) {
          read = trace.next(batch);
        }
        double fraction = trace.fraction();
        Claims.require(fraction >= 0 && fraction <= 1, "a fraction: " + fraction);
      }
    }
  }

  private static void read(Path file) {
    if (DiskReading.open(file, "fuzz.vmdk") instanceof OpenedImage.Ready ready) {
      try (DiskReading disk = ready.disk()) {
        long grain = disk.next(0);
        for (int i = 0; i < MOST_GRAINS && grain >= 0; i++) {
          disk.read(grain);
          grain = disk.next(grain + 1);
        }
      }
    }
  }

  private static void takeOver(Path file) {
    Imported imported = Imports.of(file, file.getFileName().toString(), file.getParent());
    Claims.drawn(imported.diagnostics().sorted());
    imported.scenario().ifPresent(Claims::syntax);
  }
}
