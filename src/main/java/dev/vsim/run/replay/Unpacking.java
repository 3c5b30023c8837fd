package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads and unpacks a file in a thread of its own, a few chunks ahead of who parses them. The
 * thread ends with the file, with damage, or with {@link #close}, and never keeps the process
 * alive.
 */
final class Unpacking implements AutoCloseable {
  private static final int CHUNKS = 4;

  private final String name;
  private final Feed feed;
  private final InputStream content;
  private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS + 1);
  private final Chunk closing = Chunk.closing();
  private final Thread thread;
  private int made;
  private Throwable defect;

  private Unpacking(String name, Feed feed, InputStream content) {
    this.name = name;
    this.feed = feed;
    this.content = content;
    this.thread = new Thread(this::run, "unpack " + name);
    thread.setDaemon(true);
  }

  /** Starts to unpack a file, which errors call by the user's name for it. */
  static Unpacking start(String name, Feed feed, Packing packing) {
    Unpacking unpacking = new Unpacking(name, feed, packing.unpack(feed));
    unpacking.thread.start();
    return unpacking;
  }

  /** The next chunk, waited for; after the {@linkplain Chunk#last last} one there is none. */
  Chunk next() {
    Chunk chunk = takeFull();
    if (chunk == closing) {
      throw new IllegalStateException("unpacking failed", defect);
    }
    return chunk;
  }

  /** Takes a chunk back whose bytes are no longer needed. */
  void giveBack(Chunk chunk) {
    empty.add(chunk);
  }

  /** Ends the thread, at the latest when its current read returns. */
  @Override
  public void close() {
    thread.interrupt();
  }

  /** Whether the thread ends within this time. */
  boolean endsWithin(long milliseconds) throws InterruptedException {
    thread.join(milliseconds);
    return !thread.isAlive();
  }

  /**
   * An interruption is left for the reader's owner to see: the unpacking thread always answers, and
   * soon.
   */
  private Chunk takeFull() {
    boolean interrupted = Thread.interrupted();
    while (true) {
      try {
        Chunk chunk = full.take();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return chunk;
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
  }

  private void run() {
    try (content) {
      Chunk chunk;
      do {
        chunk = takeEmpty();
        fill(chunk);
        full.add(chunk);
      } while (!chunk.last());
    } catch (InterruptedException closed) {
      // Nobody waits any more.
    } catch (IOException whenClosing) {
      // What was wanted of the file has been read.
    } catch (Throwable own) {
      defect = own;
      full.add(closing);
    }
  }

  private Chunk takeEmpty() throws InterruptedException {
    if (made < CHUNKS && empty.isEmpty()) {
      made++;
      return Chunk.roomy();
    }
    return empty.take();
  }

  private void fill(Chunk chunk) {
    int length = 0;
    boolean more = true;
    try {
      while (more && length < Chunk.SIZE) {
        int count = content.read(chunk.bytes(), Chunk.HEAD + length, Chunk.SIZE - length);
        more = count >= 0;
        length += Math.max(count, 0);
      }
      chunk.filled(length, feed.position(), !more);
    } catch (IOException broken) {
      chunk.filled(length, feed.position(), true);
      chunk.brokenBy(explain(broken));
    }
  }

  private ReplayError explain(IOException broken) {
    return broken instanceof Damage damage
        ? damage.in(name)
        : ReplayError.of(FileProblem.UNREADABLE, name, "reading it failed");
  }
}
