package dev.vsim.junit;

import dev.vsim.verdict.Where;
import java.net.URI;
import java.nio.file.Path;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Files and places in them, as JUnit names them and editors jump to them. */
final class Sources {
  private Sources() {}

  /** The path as it is told and kept: from the working folder where it lies below that. */
  static Path canonical(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  /** The same on every system. */
  static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  static FileSource of(Path file) {
    return FileSource.from(file.toFile().getAbsoluteFile());
  }

  /** A place; the scenario as a whole where no other file is known. */
  static FileSource of(Where where, Path scenario) {
    FileSource file = of(where.file().isEmpty() ? scenario : Path.of(where.file()));
    if (where.hasColumn()) {
      return file.withPosition(FilePosition.from(where.line(), where.column()));
    }
    return where.hasLine() ? file.withPosition(FilePosition.from(where.line())) : file;
  }

  /** The same as Jupiter takes it for dynamic tests. */
  static URI uri(Where where, Path scenario) {
    FileSource source = of(where, scenario);
    String position =
        source
            .getPosition()
            .map(at -> "?line=" + at.getLine() + at.getColumn().map(c -> "&column=" + c).orElse(""))
            .orElse("");
    return URI.create(source.getUri() + position);
  }
}
