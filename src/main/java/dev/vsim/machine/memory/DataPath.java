package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Value;
import java.nio.charset.StandardCharsets;

/**
 * Moves bytes for a process, page by page: what crosses a page end is one access in each page,
 * lower first.
 */
final class DataPath {
  private static final EventKind READ = EventKind.of(MemoryEvent.Read.class);
  private static final EventKind WRITE = EventKind.of(MemoryEvent.Write.class);

  private final Process process;
  private final Kernel kernel;
  private final Journal journal;
  private final PagingForm form;
  private final byte[] number = new byte[Long.BYTES];
  private long lastRead;

  DataPath(Process process, Kernel kernel, World world) {
    this.process = process;
    this.kernel = kernel;
    this.journal = world.journal();
    this.form = kernel.settings().paging();
  }

  long lastRead() {
    return lastRead;
  }

  AccessResult read(long va, int size) {
    AccessResult result = move(va, number, size, Op.READ);
    if (result.done()) {
      lastRead = 0;
      for (int i = size - 1; i >= 0; i--) {
        lastRead = (lastRead << Byte.SIZE) | (number[i] & 0xFF);
      }
      tellRead(va, new Value.Whole(lastRead));
    }
    return result;
  }

  AccessResult readText(long va, int bytes) {
    byte[] text = new byte[bytes];
    AccessResult result = move(va, text, bytes, Op.READ);
    if (result.done()) {
      tellRead(va, new Value.Text(new String(text, StandardCharsets.UTF_8)));
    }
    return result;
  }

  AccessResult write(long va, int size, long value) {
    for (int i = 0; i < size; i++) {
      number[i] = (byte) (value >>> (i * Byte.SIZE));
    }
    AccessResult result = move(va, number, size, Op.WRITE);
    if (result.done()) {
      tellWrite(va, new Value.Whole(value));
    }
    return result;
  }

  AccessResult writeText(long va, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    AccessResult result = move(va, bytes, bytes.length, Op.WRITE);
    if (result.done()) {
      tellWrite(va, new Value.Text(text));
    }
    return result;
  }

  /** One access in each page that the bytes lie in; each moves its part at once. */
  private AccessResult move(long va, byte[] bytes, int count, Op op) {
    AccessResult worst = AccessResult.HIT;
    int done = 0;
    do {
      long at = va + done;
      int part = Math.min(count - done, form.pageSize() - form.offset(at));
      AccessResult result = process.access(at, op);
      if (!result.done()) {
        return result;
      }
      copy(form.offset(at), bytes, done, part, op);
      worst = result == AccessResult.FAULTED ? result : worst;
      done += part;
    } while (done < count);
    return worst;
  }

  private void copy(int offset, byte[] bytes, int from, int count, Op op) {
    Ram ram = kernel.memory().ram();
    int frame = kernel.mmu().hostFrame();
    if (op == Op.WRITE) {
      ram.write(frame, offset, bytes, from, count);
    } else {
      ram.read(frame, offset, bytes, from, count);
    }
  }

  private void tellRead(long va, Value value) {
    if (journal.wants(READ)) {
      journal.accept(new MemoryEvent.Read(process, va, value));
    }
  }

  private void tellWrite(long va, Value value) {
    if (journal.wants(WRITE)) {
      journal.accept(new MemoryEvent.Write(process, va, value));
    }
  }
}
