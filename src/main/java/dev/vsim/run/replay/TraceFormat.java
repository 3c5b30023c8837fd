package dev.vsim.run.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The forms in which memory references are recorded, each with the word that {@code replay} knows
 * it by.
 */
public enum TraceFormat {
  /**
   * {@code valgrind --tool=lackey --trace-mem=yes}: {@code I 0401ab70,3}, {@code S 1fff000758,8}.
   */
  LACKEY("lackey", "`I  0401ab70,3` or ` L 1fff000758,8` (also S, M)", true, ".lackey"),

  /**
   * Dinero's {@code din}: {@code 0 7fff1000}, label 0 read, 1 write, 2 fetch, the address
   * hexadecimal.
   */
  DIN("din", "`0 7fff1000` (0 read, 1 write, 2 fetch, the address hexadecimal)", true, ".din"),

  /**
   * One number a line: with {@code 0x} an address, without a page number; a word R, W or I before
   * or behind it.
   */
  TEXT(
      "text",
      "an address `0x7fff1000` or a page number `7`, one a line, perhaps with R, W or I",
      true,
      ".txt"),

  /** libCacheSim's binary records of 24 bytes, whose object is the page number. */
  ORACLE_GENERAL("oraclegeneral", "records of 24 bytes", false, ".oraclegeneral"),

  /** 32-bit page numbers, little-endian, one after the other. */
  U32("u32", "page numbers of 4 bytes", false, ".u32");

  /** What may stand behind the ending that tells the format. */
  private static final List<String> BEHIND = List.of(".gz", ".zst", ".zstd", ".bin");

  private final String word;
  private final String expected;
  private final boolean lines;
  private final String suffix;

  TraceFormat(String word, String expected, boolean lines, String suffix) {
    this.word = word;
    this.expected = expected;
    this.lines = lines;
    this.suffix = suffix;
  }

  /** As it is written in {@code < format lackey >}. */
  public String word() {
    return word;
  }

  /** What one of its lines or records looks like. */
  public String expected() {
    return expected;
  }

  /** Whether its records are lines of text; else they are bytes. */
  boolean lines() {
    return lines;
  }

  /** The format of this word. */
  public static Optional<TraceFormat> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /** All words, as a sentence lists them. */
  public static String words() {
    return String.join(", ", Arrays.stream(values()).map(TraceFormat::word).toList());
  }

  /** The format that a file's name tells, whatever it says of the packing. */
  static Optional<TraceFormat> ofName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String behind : BEHIND) {
      name = name.endsWith(behind) ? name.substring(0, name.length() - behind.length()) : name;
    }
    String told = name;
    return Arrays.stream(values()).filter(format -> told.endsWith(format.suffix)).findFirst();
  }

  /** A parser that has read nothing yet, of the file that its errors name. */
  RecordParser parser(String file, TraceOptions options) {
    return switch (this) {
      case LACKEY -> new LackeyParser(file, options);
      case DIN -> new DinParser(file, options);
      case TEXT -> new TextParser(file, options);
      case ORACLE_GENERAL -> new OracleGeneralParser(file);
      case U32 -> new U32Parser();
    };
  }
}
