package dev.vsim.image;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration as it was read, and where in its file each setting stands. */
public final class VmxReading {
  /** More bytes no configuration has. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int LONGEST_SHOWN = 40;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");
  private static final Pattern SETTING =
      Pattern.compile("\\s*([^\\s=\"#]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\"\\s]*))\\s*");
  private static final Pattern ENCODING = Pattern.compile("(?mi)^\\.encoding\\s*=\\s*\"([^\"]*)\"");

  /** Every VM's configuration has some of these. */
  private static final List<String> USUAL =
      List.of(
          "config.version", "virtualHW.version", "displayName", "guestOS", "memsize", "numvcpus");

  private final SourceText source;
  private final Vmx vmx = new Vmx();
  private final Map<String, Span> spans = new LinkedHashMap<>();

  private VmxReading(SourceText source) {
    this.source = source;
  }

  /** Reads the bytes of a file; empty after a diagnostic. */
  public static Optional<VmxReading> read(String name, byte[] bytes, Diagnostics diagnostics) {
    SourceText nothing = new SourceText(name, "");
    for (byte b : bytes) {
      if (b == 0) {
        foreign(nothing, "it holds bytes that are no text", diagnostics);
        return Optional.empty();
      }
    }
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher encoding = ENCODING.matcher(latin);
    String charset = encoding.find() ? encoding.group(1) : "UTF-8";
    if (!isKnown(charset)) {
      foreign(nothing, "its encoding " + PlainText.shown(charset) + " is not known", diagnostics);
      return Optional.empty();
    }
    String text = new String(bytes, Charset.forName(charset));
    String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return read(new SourceText(name, plain), diagnostics);
  }

  private static boolean isKnown(String charset) {
    return charset.matches("[A-Za-z0-9][A-Za-z0-9._:-]*") && Charset.isSupported(charset);
  }

  private static Optional<VmxReading> read(SourceText source, Diagnostics diagnostics) {
    VmxReading reading = new VmxReading(source);
    boolean good = true;
    Matcher lines = LINE.matcher(source.text());
    while (lines.find()) {
      good &= reading.line(lines.group(), lines.start(), diagnostics);
    }
    if (good && USUAL.stream().noneMatch(key -> reading.vmx.get(key).isPresent())) {
      foreign(source, "none of its settings is a virtual machine's", diagnostics);
      good = false;
    }
    return good ? Optional.of(reading) : Optional.empty();
  }

  private boolean line(String line, int at, Diagnostics diagnostics) {
    Matcher setting = SETTING.matcher(line);
    if (setting.matches()) {
      String written = setting.group(2) == null ? setting.group(3) : setting.group(2);
      vmx.put(setting.group(1), Vmx.unescaped(written));
      spans.put(setting.group(1), new Span(at, at + line.stripTrailing().length()));
      return true;
    } else if (line.isBlank() || line.strip().startsWith("#")) {
      return true;
    }
    String shown = line.strip();
    String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
    Span span = new Span(at, at + line.length());
    diagnostics.add(FileProblem.VMX_LINE, source, span, PlainText.shown(cut));
    return false;
  }

  private static void foreign(SourceText source, String why, Diagnostics diagnostics) {
    diagnostics.add(
        FileProblem.VMX_FOREIGN, source, new Span(0, 0), PlainText.shown(source.name()), why);
  }

  public Vmx vmx() {
    return vmx;
  }

  /** A diagnostic at a setting. */
  public Diagnostic at(String key, FileProblem problem, Object... details) {
    Span span =
        spans.entrySet().stream()
            .filter(s -> s.getKey().equalsIgnoreCase(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(new Span(0, 0));
    return Diagnostic.of(problem, source, span, details);
  }
}
