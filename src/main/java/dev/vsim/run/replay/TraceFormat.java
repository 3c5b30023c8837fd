package dev.vsim.run.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which memory references are recorded, each with the word that {@code replay} knows it by. */
public enum TraceFormat {
  /** {@code valgrind --tool=lackey --trace-mem=yes}: {@code I  0401ab70,3}, {@code  S 1fff000758,8}. */
  LACKEY("lackey", "`I  0401ab70,3` or ` L 1fff000758,8` (also S, M)", true, LackeyParser::new, ".lackey"),

  /** Dinero's {@code din}: {@code 0 7fff1000}, label 0 read, 1 write, 2 fetch, the address hexadecimal. */
  DIN("din", "`0 7fff1000` (0 read, 1 write, 2 fetch, the address hexadecimal)", true, DinParser::new, ".din"),

  /** One number a line: with {@code 0x} an address, without a page number; a word R, W or I before or behind it. */
  TEXT("text", "an address `0x7fff1000` or a page number `7`, one a line, perhaps with R, W or I", true, TextParser::new, ".txt"),

  /** libCacheSim's binary records of 24 bytes, whose object is the page number. */
  ORACLE_GENERAL("oraclegeneral", "records of 24 bytes", false, OracleGeneralParser::new, ".oraclegeneral.bin", ".oraclegeneral"),

  /** 32-bit page numbers, little-endian, one after the other. */
  U32("u32", "page numbers of 4 bytes", false, U32Parser::new, ".u32");

  private static final List<String> PACKED = List.of(".gz", ".zst", ".zstd");

  private final String word;
  private final String expected;
  private final boolean lines;
  private final ParserMaker parser;
  private final List<String> suffixes;

  TraceFormat(String word, String expected, boolean lines, ParserMaker parser, String... suffixes) {
    this.word = word;
    this.expected = expected;
    this.lines = lines;
    this.parser = parser;
    this.suffixes = List.of(suffixes);
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

  /** The format that a file's name tells, whatever says behind it that it is packed. */
  static Optional<TraceFormat> ofName(String fileName) {
    String name = unpackedName(fileName.toLowerCase(Locale.ROOT));
    return Arrays.stream(values()).filter(format -> format.suffixes.stream().anyMatch(name::endsWith)).findFirst();
  }

  /** A parser that has read nothing yet, of the file that its errors name. */
  RecordParser parser(String file, TraceOptions options) {
    return parser.make(file, options);
  }

  private static String unpackedName(String name) {
    return PACKED.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(suffix -> name.substring(0, name.length() - suffix.length()))
        .orElse(name);
  }

  /** The constructor of a parser. */
  private interface ParserMaker {
    RecordParser make(String file, TraceOptions options);
  }
}
