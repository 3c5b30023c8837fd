package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads libCacheSim's {@code oracleGeneral}: little-endian records of u32 time, u64 object, u32
 * size and i64 next access. The object is the page number; all are reads.
 */
final class OracleGeneralParser implements RecordParser {
  static final int BYTES = 24;

  /** More records than any trace has; what is larger is text or noise. */
  private static final long MOST_RECORDS = 1L << 40;

  private static final int TIME = 0;
  private static final int OBJECT = 4;
  private static final int SIZE = 12;
  private static final int NEXT = 16;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final String file;
  private long records;
  private Optional<ReplayError> error = Optional.empty();

  OracleGeneralParser(String file) {
    this.file = file;
  }

  /**
   * Whether bytes at a trace's beginning can be such records: times never fall, and the next access
   * lies ahead.
   */
  static boolean plausible(byte[] bytes, int from, int to) {
    int count = (to - from) / BYTES;
    long time = 0;
    for (int i = 0; i < count; i++) {
      int at = from + i * BYTES;
      long now = (int) INT.get(bytes, at + TIME) & 0xffffffffL;
      long next = (long) LONG.get(bytes, at + NEXT);
      if (now < time || (int) INT.get(bytes, at + SIZE) == 0 || !ahead(next, i)) {
        return false;
      }
      time = now;
    }
    return count > 0;
  }

  @Override
  public int wholeEnd(byte[] bytes, int from, int to) {
    return to - (to - from) % BYTES;
  }

  @Override
  public void parse(Stretch in, Batch out) {
    byte[] bytes = in.bytes();
    long[] packed = out.packed();
    int filled = out.filled();
    int at = in.at();
    int most = Math.min(out.wanted(), (in.end() - at) / BYTES);
    int count = 0;
    while (count < most && fits((long) LONG.get(bytes, at + OBJECT))) {
      packed[filled + count++] = ReferenceSource.page((long) LONG.get(bytes, at + OBJECT), Op.READ);
      at += BYTES;
    }
    records += count;
    in.moveTo(at);
    out.added(count);
    if (count < most) {
      refuse((long) LONG.get(bytes, at + OBJECT));
    }
  }

  @Override
  public Optional<ReplayError> error() {
    return error;
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public Tally tally() {
    return new Tally(0, records, 0, 0);
  }

  /** The number of a later record, or one of the two signs that there is none. */
  private static boolean ahead(long next, int record) {
    return next == -1 || next == Long.MAX_VALUE || (next > record && next < MOST_RECORDS);
  }

  private static boolean fits(long page) {
    return page >>> 48 == 0;
  }

  private void refuse(long page) {
    long record = records + 1;
    String shown = "0x" + Long.toHexString(page);
    error =
        Optional.of(
            ReplayError.at(
                record, FileProblem.TRACE_PAGE, file, "record " + Numerals.grouped(record), shown));
  }
}
