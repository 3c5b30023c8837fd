package dev.vsim.run;

import dev.vsim.machine.net.Capture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Captures of a run, a file for each port that a frame has passed: pcap with nanoseconds, Ethernet
 * (rules.md R30; draft-ietf-opsawg-pcap). A file is open only while something is added to it, so
 * that thousands of ports are no matter.
 */
public final class PcapFiles implements Capture {
  private static final int MAGIC_OF_NANOSECONDS = 0xA1B2_3C4D;
  private static final short MAJOR = 2;
  private static final short MINOR = 4;
  private static final int LONGEST = 1 << 18;
  private static final int ETHERNET = 1;
  private static final int RECORD_HEADER = 16;
  private static final int FIRST_ROOM = 1 << 10;
  private static final int MOST_KEPT = 1 << 16;
  private static final long PER_SECOND = 1_000_000_000L;

  private final Path folder;
  private final Map<String, ByteBuffer> waiting = new LinkedHashMap<>();
  private Optional<String> trouble = Optional.empty();

  /**
   * @param folder where the files go; it is made at the first frame
   */
  public PcapFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void frame(String port, long nanoseconds, byte[] octets) {
    if (trouble.isPresent()) {
      return;
    }
    ByteBuffer buffer = waiting.get(port);
    if (buffer == null) {
      buffer = begin(port);
    }
    int needed = RECORD_HEADER + octets.length;
    if (buffer.position() + needed > MOST_KEPT) {
      flush(port, buffer);
    }
    buffer = withRoom(buffer, needed);
    waiting.put(port, buffer);
    buffer
        .putInt((int) (nanoseconds / PER_SECOND))
        .putInt((int) (nanoseconds % PER_SECOND))
        .putInt(octets.length)
        .putInt(octets.length)
        .put(octets);
  }

  private ByteBuffer begin(String port) {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file(port));
    } catch (IOException e) {
      trouble = Optional.of(port);
    }
    ByteBuffer buffer = room(FIRST_ROOM);
    return buffer
        .putInt(MAGIC_OF_NANOSECONDS)
        .putShort(MAJOR)
        .putShort(MINOR)
        .putLong(0)
        .putInt(LONGEST)
        .putInt(ETHERNET);
  }

  private static ByteBuffer room(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer withRoom(ByteBuffer buffer, int more) {
    if (buffer.remaining() >= more) {
      return buffer;
    }
    int size = Math.max(buffer.capacity() * 2, buffer.position() + more);
    return room(size).put(buffer.flip());
  }

  private Path file(String port) {
    return folder.resolve(port + ".pcap");
  }

  private void flush(String port, ByteBuffer buffer) {
    try (FileChannel channel =
        FileChannel.open(file(port), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      trouble = Optional.of(port);
    }
    buffer.clear();
  }

  /** Writes what is left; gives the port whose file could not be written, if there is one. */
  public Optional<String> close() {
    waiting.forEach(this::flush);
    waiting.clear();
    return trouble;
  }
}
