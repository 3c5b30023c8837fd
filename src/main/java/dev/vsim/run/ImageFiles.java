package dev.vsim.run;

import dev.vsim.image.DiskReading;
import dev.vsim.image.ImageTrouble;
import dev.vsim.image.OpenedImage;
import dev.vsim.source.FileProblem;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.vocabulary.Images;
import dev.vsim.vocabulary.References;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The virtual disks that a scenario names, by paths relative to its folder. */
final class ImageFiles implements Images {
  private final ScenarioFiles files;
  private final SourceText user;

  /**
   * @param user the text that names them
   */
  ImageFiles(ScenarioFiles files, SourceText user) {
    this.files = files;
    this.user = user;
  }

  @Override
  public Opened open(String path) {
    try {
      Optional<Path> file = files.disk(path, user);
      if (file.isEmpty()) {
        return new Opened.Refused(new References.Trouble(GradeProblem.OUTSIDE, List.of(path)));
      }
      OpenedImage opened = DiskReading.open(file.get(), path);
      return opened instanceof OpenedImage.Ready ready
          ? new Opened.Ready(new Reading(ready.disk()))
          : new Opened.Refused(trouble(((OpenedImage.Refused) opened).trouble()));
    } catch (InvalidPathException e) {
      return new Opened.Refused(
          new References.Trouble(FileProblem.UNREADABLE, List.of(path, "it is no path")));
    }
  }

  private static References.Trouble trouble(ImageTrouble trouble) {
    return new References.Trouble(trouble.problem(), trouble.details());
  }

  /** A disk's file as the machine sees it. */
  private record Reading(DiskReading disk) implements Read {
    @Override
    public long size() {
      return disk.size();
    }

    @Override
    public boolean isSparse() {
      return disk.isSparse();
    }

    @Override
    public long next(long from) {
      return disk.next(from);
    }

    @Override
    public Optional<byte[]> read(long grain) {
      return disk.read(grain);
    }

    @Override
    public Optional<References.Trouble> trouble() {
      return disk.trouble().map(ImageFiles::trouble);
    }

    @Override
    public void close() {
      disk.close();
    }
  }
}
