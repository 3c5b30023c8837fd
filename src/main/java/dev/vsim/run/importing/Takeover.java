package dev.vsim.run.importing;

import dev.vsim.image.DiskReading;
import dev.vsim.image.ImageTrouble;
import dev.vsim.image.OpenedImage;
import dev.vsim.image.VmxReading;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes a scenario of a real virtual machine: of its configuration with the disks that this names,
 * or of one disk alone.
 */
public final class Takeover {
  private static final String DISK = ".vmdk";
  private static final long GRAIN = 1 << 16;
  private static final String EMPTY = "8G";

  private final Path file;
  private final String name;
  private final Path base;
  private final Predicate<String> isFree;
  private final Diagnostics diagnostics = new Diagnostics();

  /**
   * @param name the file as the user calls it
   * @param base the folder that the scenario will be in: images are named from there
   * @param isFree whether a virtual machine can have a name
   */
  public Takeover(Path file, String name, Path base, Predicate<String> isFree) {
    this.file = file;
    this.name = name;
    this.base = base.toAbsolutePath().normalize();
    this.isFree = isFree;
  }

  /** Reads the file, and those that it names. */
  public Imported take() {
    boolean disk = name.toLowerCase(Locale.ROOT).endsWith(DISK);
    Optional<ScenarioText> text = disk ? ofDisk() : ofConfiguration();
    Optional<String> scenario =
        diagnostics.hasErrors() ? Optional.empty() : text.map(ScenarioText::text);
    return new Imported(scenario, diagnostics);
  }

  private Optional<ScenarioText> ofDisk() {
    ScenarioText text = new ScenarioText(machineName(""));
    text.head("A machine with the disk " + file.getFileName() + ".");
    SourceText nothing = new SourceText(name, "");
    return disk(file, name)
        .map(
            property -> {
              text.property(property);
              return text;
            })
        .or(
            () -> {
              diagnostics.add(
                  FileProblem.UNREADABLE, nothing, new Span(0, 0), name, "there is no such file");
              return Optional.empty();
            });
  }

  private Optional<ScenarioText> ofConfiguration() {
    return read().flatMap(bytes -> VmxReading.read(name, bytes, diagnostics)).map(this::machine);
  }

  private ScenarioText machine(VmxReading reading) {
    String wanted = reading.vmx().get("displayName").orElse("");
    ScenarioText text = new ScenarioText(machineName(wanted));
    text.head("From " + file.getFileName() + ".");
    new ConfiguredMachine(reading, text, diagnostics, this::configured).write();
    return text;
  }

  private Optional<byte[]> read() {
    String why;
    try {
      if (!Files.isDirectory(file) && Files.size(file) <= VmxReading.MOST_BYTES) {
        return Optional.of(Files.readAllBytes(file));
      }
      why = Files.isDirectory(file) ? "it is a folder" : "it is larger than 1M";
    } catch (NoSuchFileException e) {
      why = "there is no such file";
    } catch (IOException e) {
      why = "reading it failed";
    }
    SourceText nothing = new SourceText(name, "");
    diagnostics.add(FileProblem.UNREADABLE, nothing, new Span(0, 0), name, why);
    return Optional.empty();
  }

  /**
   * What the machine is called, or its file, or just a machine: the first that it can be called.
   */
  private String machineName(String wanted) {
    String file = this.file.getFileName().toString();
    String stem = file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    for (String candidate : new String[] {wanted, stem}) {
      String made = ScenarioText.nameOf(candidate);
      if (!made.isEmpty() && isFree.test(made)) {
        return made;
      } else if (!made.isEmpty() && isFree.test("vm-" + made)) {
        return "vm-" + made;
      }
    }
    return "machine";
  }

  /** The disk of a configuration's setting, as a property; nothing where it is broken. */
  private Optional<String> configured(VmxReading reading, String key, String named) {
    boolean plain = !named.contains("/") && !named.contains("\\") && !named.equals("..");
    String called =
        name.substring(0, name.length() - file.getFileName().toString().length()) + named;
    try {
      if (plain) {
        Optional<String> property = disk(file.resolveSibling(named), called);
        if (property.isEmpty() && !diagnostics.hasErrors()) {
          diagnostics.add(reading.at(key, FileProblem.DISK_MISSING, named));
          return Optional.of("disk " + EMPTY + " thin # how large it is nobody knows here");
        }
        return property;
      }
    } catch (InvalidPathException e) {
      // It names no file at all.
    }
    diagnostics.add(reading.at(key, FileProblem.IMAGE_OUTSIDE, name, named));
    return Optional.empty();
  }

  /** A disk as a property; nothing where there is no such file, or after a diagnostic. */
  private Optional<String> disk(Path path, String called) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    OpenedImage opened = DiskReading.open(path, called);
    if (opened instanceof OpenedImage.Refused refused) {
      ImageTrouble trouble = refused.trouble();
      SourceText nothing = new SourceText(called, "");
      diagnostics.add(
          Diagnostic.of(trouble.problem(), nothing, new Span(0, 0), trouble.details().toArray()));
      return Optional.empty();
    }
    try (DiskReading disk = ((OpenedImage.Ready) opened).disk()) {
      long size = Math.max(1, (disk.size() + GRAIN - 1) / GRAIN) * GRAIN;
      String image = base.relativize(path.toAbsolutePath().normalize()).toString();
      return Optional.of(
          "disk "
              + Printed.whole(size, Dimension.SIZE)
              + (disk.isSparse() ? " thin" : " thick")
              + " < image "
              + Printed.quoted(image.replace('\\', '/'))
              + " >");
    }
  }
}
