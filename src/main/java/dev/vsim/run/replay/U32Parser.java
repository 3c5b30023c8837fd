package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads 32-bit little-endian page numbers, all of them reads. */
final class U32Parser implements RecordParser {
  private static final int BYTES = 4;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private long records;

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
    int count = Math.min(out.wanted(), (in.end() - at) / BYTES);
    for (int i = 0; i < count; i++) {
      packed[filled + i] =
          ReferenceSource.page((int) INT.get(bytes, at + i * BYTES) & 0xffffffffL, Op.READ);
    }
    records += count;
    in.moveTo(at + count * BYTES);
    out.added(count);
  }

  @Override
  public Optional<ReplayError> error() {
    return Optional.empty();
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public Tally tally() {
    return new Tally(0, records, 0, 0);
  }
}
