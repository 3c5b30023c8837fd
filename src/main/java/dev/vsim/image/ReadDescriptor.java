package dev.vsim.image;

import dev.vsim.source.FileProblem;
import dev.vsim.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a descriptor says: the kind of disk, its identifiers, its parent, its extents. */
final class ReadDescriptor {
  static final String FIRST_LINE = "# Disk DescriptorFile";

  private static final int MOST_EXTENTS = 65_536;
  private static final int HEX = 16;

  /** Access, sectors, kind, and for all kinds but zeros the file; then perhaps where it begins. */
  private static final Pattern EXTENT =
      Pattern.compile(
          "(RW|RDONLY|NOACCESS)\\s+(\\d{1,18})\\s+([A-Z]+)(?:\\s+\"([^\"]*)\"(?:\\s+(\\d{1,18}).*)?)?");

  private static final Pattern SETTING = Pattern.compile("([A-Za-z.0-9_]+)\\s*=\\s*\"?(.*?)\"?");

  private final String name;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Line> extents = new ArrayList<>();

  /** One extent: so many sectors of a kind, in a file from a sector on. */
  record Line(String access, long sectors, String kind, String file, long start) {}

  private ReadDescriptor(String name) {
    this.name = name;
  }

  /** Reads the text of a descriptor, which ends at a zero byte if there is one. */
  static ReadDescriptor read(String name, byte[] bytes) throws BadImage {
    ReadDescriptor descriptor = new ReadDescriptor(name);
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
    for (String line : text.split("\\R", -1)) {
      descriptor.line(line.strip());
    }
    return descriptor;
  }

  private void line(String line) throws BadImage {
    Matcher extent = EXTENT.matcher(line);
    Matcher setting = SETTING.matcher(line);
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    } else if (extent.matches()) {
      long start = extent.group(5) == null ? 0 : Long.parseLong(extent.group(5));
      String file = extent.group(4) == null ? "" : extent.group(4);
      extents.add(
          new Line(extent.group(1), Long.parseLong(extent.group(2)), extent.group(3), file, start));
      if (extents.size() > MOST_EXTENTS) {
        throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "it has too many extents");
      }
    } else if (setting.matches()) {
      settings.putIfAbsent(setting.group(1).toLowerCase(Locale.ROOT), setting.group(2));
    } else {
      throw new BadImage(
          FileProblem.IMAGE_DAMAGED, name, "its descriptor has a line `" + shown(line) + "`");
    }
  }

  private static String shown(String line) {
    return PlainText.shown(line.length() > 40 ? line.substring(0, 40) + "…" : line);
  }

  List<Line> extents() throws BadImage {
    if (extents.isEmpty()) {
      throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "its descriptor names no extent");
    }
    return extents;
  }

  int cid() throws BadImage {
    return identifier("cid");
  }

  /** The file below, and the identifier that it must have. */
  Optional<Identity.Parent> parent() throws BadImage {
    int cid = identifier("parentcid");
    return cid == Vmdk.NO_PARENT
        ? Optional.empty()
        : Optional.of(new Identity.Parent(setting("parentfilenamehint"), cid));
  }

  private int identifier(String key) throws BadImage {
    String text = setting(key);
    try {
      return Integer.parseUnsignedInt(text, HEX);
    } catch (NumberFormatException e) {
      throw new BadImage(
          FileProblem.IMAGE_DAMAGED, name, "its " + key + " is `" + shown(text) + "`");
    }
  }

  private String setting(String key) throws BadImage {
    String value = settings.get(key);
    if (value == null) {
      throw new BadImage(FileProblem.IMAGE_DAMAGED, name, "its descriptor does not say " + key);
    }
    return value;
  }
}
