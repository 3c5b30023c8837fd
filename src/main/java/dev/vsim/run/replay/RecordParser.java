package dev.vsim.run.replay;

import java.util.Optional;

/** Reads the records of one format out of bytes, without an allocation a reference. */
sealed interface RecordParser
    permits DinParser, LackeyParser, OracleGeneralParser, TextParser, U32Parser {
  /** The end of the last whole record between two places; {@code from} where there is none. */
  int wholeEnd(byte[] bytes, int from, int to);

  /**
   * Reads until the bytes are used up, the batch is full or has what is wanted, or a record is
   * broken, which {@link #error} then tells.
   */
  void parse(Stretch in, Batch out);

  /** What is wrong with the record that the last call stopped at. */
  Optional<ReplayError> error();

  /** Lines or records read so far, those without a reference included. */
  long records();

  /** The references read so far. */
  Tally tally();

  /** The end of the last line between two places. */
  static int lastLineEnd(byte[] bytes, int from, int to) {
    int end = to;
    while (end > from && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
