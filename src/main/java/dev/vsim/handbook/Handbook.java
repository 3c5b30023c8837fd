package dev.vsim.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The handbook as it travels with vsim: its pages in order, as Markdown and as HTML. */
public final class Handbook {
  private static final String PAGES = "/handbook/";
  private static final String CONTENTS = "contents.txt";
  private static final String LOOK = "/handbook-look/look.css";

  private final Examples examples;

  /** Runs the scenarios of the handbook. */
  @FunctionalInterface
  public interface Examples {
    /**
     * What a scenario prints.
     *
     * @param files the scenarios of its page that have a name, by which it may name them
     */
    String printed(String scenario, Map<String, String> files);
  }

  /**
   * @param examples what a scenario of the handbook prints, in which a reader can look
   */
  public Handbook(Examples examples) {
    this.examples = examples;
  }

  /** The names of the pages, in the order in which they are read, without an ending. */
  public static List<String> pages() {
    return text(PAGES + CONTENTS).lines().filter(line -> !line.isBlank()).toList();
  }

  /** A page as it was written. */
  public static String markdown(String page) {
    return text(PAGES + page + ".md");
  }

  /** Every file of the handbook as HTML, by its name. */
  public Map<String, String> html() {
    List<Page> pages = new ArrayList<>();
    pages().forEach(name -> pages.add(new Page(name, markdown(name), examples)));
    Map<String, String> files = new LinkedHashMap<>();
    for (Page page : pages) {
      files.put(page.file(), new Layout(pages, page).html());
      page.pictures().forEach(name -> files.put(name, text(PAGES + name)));
    }
    files.put("look.css", text(LOOK));
    return files;
  }

  private static String text(String resource) {
    try (InputStream stream = Handbook.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
