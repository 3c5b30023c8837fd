package dev.vsim.run.replay;

import java.util.Optional;

/**
 * A stretch of unpacked bytes on its way from the unpacking thread to the parser, in an array that
 * goes back and forth. Free room before them takes the unfinished record of the chunk before, so
 * that a record always lies in one piece; free room behind them lets a parser look a few bytes
 * ahead without asking where the end is.
 */
final class Chunk {
  /** Room before the bytes: the longest line. */
  static final int HEAD = 1 << 16;

  /** The most bytes in a chunk; small enough for the processor's cache. */
  static final int SIZE = 1 << 17;

  /** Room behind the bytes, one of which the missing end of a last line may take. */
  static final int SLACK = 64;

  private final byte[] bytes;
  private int length;
  private long packedPosition;
  private boolean last;
  private Optional<ReplayError> error = Optional.empty();

  private Chunk(int size) {
    bytes = new byte[size];
  }

  static Chunk roomy() {
    return new Chunk(HEAD + SIZE + SLACK);
  }

  /** A chunk that only says that nothing follows. */
  static Chunk closing() {
    Chunk chunk = new Chunk(0);
    chunk.last = true;
    return chunk;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The end of the bytes, which begin at {@link #HEAD}. */
  int end() {
    return HEAD + length;
  }

  /** How much of the file had been read when this chunk was full. */
  long packedPosition() {
    return packedPosition;
  }

  /** Whether nothing follows. */
  boolean last() {
    return last;
  }

  /** Why nothing follows, where that is not the file's end. */
  Optional<ReplayError> error() {
    return error;
  }

  /** The end of the bytes as text, whose last line may lack its own end. */
  int textEnd() {
    boolean unended = last && error.isEmpty() && length > 0 && bytes[end() - 1] != '\n';
    return unended ? end() + 1 : end();
  }

  void filled(int newLength, long newPackedPosition, boolean isLast) {
    length = newLength;
    packedPosition = newPackedPosition;
    last = isLast;
    bytes[end()] = '\n';
  }

  void brokenBy(ReplayError newError) {
    error = Optional.of(newError);
    last = true;
  }
}
