package dev.vsim.image;

import dev.vsim.source.FileProblem;
import dev.vsim.text.PlainText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A virtual disk of real files that is being read, with all files on which it stands: grains of 64
 * KiB by number.
 */
public final class DiskReading implements AutoCloseable {
  /** More bytes of a disk that is not sparse are not looked through. */
  private static final long MOST_FLAT = 16L << 30;

  private final String name;
  private final ReadImage image;
  private Optional<ImageTrouble> trouble = Optional.empty();

  private DiskReading(String name, ReadImage image) {
    this.name = name;
    this.image = image;
  }

  /**
   * Opens a disk.
   *
   * @param name how the user calls it
   */
  public static OpenedImage open(Path file, String name) {
    try {
      ReadImage image = new ImageOpening().open(file, name);
      if (!image.isSparse() && image.size() > MOST_FLAT) {
        image.close();
        throw new BadImage(FileProblem.IMAGE_TOO_LARGE, name, "16G");
      }
      return new OpenedImage.Ready(new DiskReading(name, image));
    } catch (IOException e) {
      return new OpenedImage.Refused(trouble(name, e));
    }
  }

  /** What a file's failing means to its user. */
  static ImageTrouble trouble(String name, IOException e) {
    if (e instanceof BadImage bad) {
      return bad.trouble();
    }
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof AccessDeniedException ? "permission denied" : "reading it failed";
    return new ImageTrouble(FileProblem.UNREADABLE, List.of(PlainText.shown(name), why));
  }

  /** Bytes that a guest sees. */
  public long size() {
    return image.size();
  }

  /** Whether grains that are not there take no place, so that zeros that are there do. */
  public boolean isSparse() {
    return image.isSparse();
  }

  /** The first grain at or behind a number that is there; −1 if there is none. */
  public long next(long from) {
    try {
      for (long grain = from; grain * Vmdk.GRAIN < image.size(); grain++) {
        if (image.has(grain * Vmdk.GRAIN, Vmdk.GRAIN)) {
          return grain;
        }
      }
    } catch (IOException e) {
      trouble = Optional.of(trouble(name, e));
    }
    return -1;
  }

  /** The bytes of a grain; nothing where reading failed. */
  public Optional<byte[]> read(long grain) {
    try {
      byte[] bytes = new byte[Vmdk.GRAIN];
      image.read(grain * Vmdk.GRAIN, bytes, 0, Vmdk.GRAIN);
      return Optional.of(bytes);
    } catch (IOException e) {
      trouble = Optional.of(trouble(name, e));
      return Optional.empty();
    }
  }

  /** Why reading has failed, if it has. */
  public Optional<ImageTrouble> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    try {
      image.close();
    } catch (IOException e) {
      trouble = Optional.of(trouble(name, e));
    }
  }
}
