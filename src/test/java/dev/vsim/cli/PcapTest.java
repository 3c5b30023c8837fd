package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures: their bytes, and what Wireshark's experts say of them. */
@SuppressWarnings("StringConcatToTextBlock") // one line a statement
class PcapTest {
  private static final int FILE_HEADER = 24;

  @TempDir Path folder;

  private Path capture(String scenario) throws IOException {
    Path captures = folder.resolve("captures");
    Path file = Files.writeString(folder.resolve("a.vsim"), scenario);
    Cli run = Cli.run("run", file.toString(), "--trace", "none", "--pcap", captures.toString());
    assertEquals(0, run.status(), run.err());
    return captures;
  }

  private static List<String> files(Path captures) throws IOException {
    try (Stream<Path> files = Files.list(captures)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileForEachPortThatAFrameHasPassed() throws IOException {
    Path captures =
        capture(
            "vm a < nic vmxnet3 host-only >\nvm b < nic vmxnet3 host-only >\n"
                + "vm c < nic vmxnet3 bridge >\nsend a -> b < size 20 >\n");
    assertEquals(List.of("vmnet1.1.pcap", "vmnet1.2.pcap", "vmnet1.host.pcap"), files(captures));
  }

  @Test
  void aRecordIsTheFrameWithItsInstantInNanoseconds() throws IOException {
    Path captures =
        capture(
            "vm a < nic vmxnet3 host-only >\nvm b < nic vmxnet3 host-only >\n"
                + "run 3s\nsend a.nic0 -> 00:0C:29:00:00:02 < size 50 >\n");
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(captures.resolve("vmnet1.2.pcap")))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0xA1B2_3C4D, bytes.getInt(0), "nanoseconds");
    assertEquals(1, bytes.getInt(20), "Ethernet");
    assertEquals(3, bytes.getInt(FILE_HEADER), "seconds");
    assertEquals(64, bytes.getInt(FILE_HEADER + 8), "octets that are kept");
    assertEquals(64, bytes.getInt(FILE_HEADER + 12), "octets on the wire");
    assertEquals(FILE_HEADER + 16 + 64, bytes.capacity(), "one frame");
    byte[] destination = new byte[6];
    bytes.get(FILE_HEADER + 16, destination);
    assertEquals(0x02, destination[5], "to b");
  }

  @Test
  void aRunThatSendsNothingWritesNothing() throws IOException {
    assertFalse(Files.exists(capture("vm a < nic vmxnet3 bridge >\nrun 1ms\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two-vms",
        "bridge",
        "nat-exchange",
        "dhcp",
        "trunk",
        "fragments",
        "handshake",
        "throughput",
        "../operations/precopy",
        "../textbook/live-migration"
      })
  void expertsFindNothingWrong(String name) throws IOException, InterruptedException {
    assumeTrue(isThere(), "tshark is not installed: apt-get install tshark");
    Path captures = capture(Files.readString(Path.of("scenarios/net", name + ".vsim")));
    for (String file : files(captures)) {
      assertEquals("", experts(captures.resolve(file)), name + " " + file);
    }
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("tshark", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Errors and warnings, every checksum looked at. */
  private static String experts(Path capture) throws IOException, InterruptedException {
    Process tshark =
        new ProcessBuilder(
                "tshark",
                "-r",
                capture.toString(),
                "-2",
                "-o",
                "ip.check_checksum:TRUE",
                "-o",
                "udp.check_checksum:TRUE",
                "-o",
                "tcp.check_checksum:TRUE",
                "-q",
                "-z",
                "expert,warn")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tshark.waitFor(), said);
    return said.strip();
  }
}
