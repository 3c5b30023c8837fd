package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real machines as scenarios, scenarios as real machines, and what is told when that fails. */
class ImportTest {
  private static final String CONFIGURATION =
      """
      #!/usr/bin/vmware
      .encoding = "UTF-8"
      displayName = "Linux"
      guestOS = "ubuntu-64"
      numvcpus = "2"
      memsize = "512"
      nvram = "Linux.nvram"
      scsi0.virtualDev = "lsilogic"
      scsi0:0.present = "TRUE"
      scsi0:0.fileName = "Linux.vmdk"
      scsi0:1.present = "FALSE"
      scsi0:1.fileName = "gone.vmdk"
      ide1:0.present = "TRUE"
      ide1:0.fileName = "ubuntu.iso"
      ethernet0.present = "TRUE"
      ethernet0.virtualDev = "vmxnet3"
      ethernet0.connectionType = "bridged"
      ethernet0.addressType = "generated"
      ethernet0.generatedAddress = "00:0c:29:11:22:33"
      ethernet1.present = "TRUE"
      ethernet1.virtualDev = "e1000"
      ethernet1.connectionType = "nat"
      ethernet1.addressType = "static"
      ethernet1.address = "00:50:56:00:00:01"
      ethernet2.present = "TRUE"
      ethernet2.virtualDev = "e1000e"
      ethernet2.connectionType = "custom"
      ethernet2.vnet = "vmnet1"
      ethernet3.present = "FALSE"
      tools.syncTime = "TRUE"
      """;

  private static final String SCENARIO =
      """
      # From Linux.vmx.
      vm Linux <
        vcpu 2
        mem 512M
        os "ubuntu-64"
        nic vmxnet3 bridge < mac 00:0C:29:11:22:33 >
        nic e1000 nat < mac 00:50:56:00:00:01 >
        nic e1000 host-only
        disk 128K thin < image "Linux.vmdk" >
      >

      # What the configuration says beyond that:
      # scsi0.virtualDev = "lsilogic"
      # scsi0:1.present = "FALSE"
      # scsi0:1.fileName = "gone.vmdk"
      # ide1:0.present = "TRUE"
      # ide1:0.fileName = "ubuntu.iso"
      # ethernet2.virtualDev = "e1000e"
      # ethernet2.connectionType = "custom"
      # tools.syncTime = "TRUE"
      """;

  @TempDir Path folder;

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** A scenario's machines as files in the folder. */
  private void export(String scenario) throws IOException {
    Cli ran =
        Cli.run("run", write("a.vsim", scenario), "--trace", "none", "--export", folder.toString());
    assertEquals(0, ran.status(), ran.err());
  }

  @Test
  void aConfigurationIsAScenario() throws IOException {
    export("vm Linux < mem 64M; disk 128K thin >\ndisk-write Linux.disk0 0 64K = \"boot\"\n");
    String vmx = write("Linux.vmx", CONFIGURATION);
    String to = folder.resolve("linux.vsim").toString();
    Cli imported = Cli.run("import", vmx, "--to", to);
    assertEquals(0, imported.status(), imported.err());
    assertEquals("", imported.err());
    assertEquals(SCENARIO, Files.readString(Path.of(to)));
    Files.writeString(
        Path.of(to),
        SCENARIO + "print \"${Linux.disk0.text(0, 4)} ${Linux.nic1.mac} ${Linux.nic2.ip}\"\n");
    Cli ran = Cli.run("run", to, "--trace", "none");
    assertEquals("# boot 00:50:56:00:00:01 192.168.50.10\n", ran.out(), ran.err());
  }

  @Test
  void whatWasExportedComesBackAsItWas() throws IOException {
    String machine =
        """
        vm web <
          vcpu 4
          mem 2G
          os "debian-64"
          nic vmxnet3 bridge < mac 00:0C:29:00:00:01 >
          nic e1000 host-only < mac 00:50:56:00:00:07 >
          disk 1G thin < image "web-000001.vmdk" >
          disk 1M thick < image "web_1-000001.vmdk" >
        >
        """;
    String declared =
        machine
            .replace(" < image \"web-000001.vmdk\" >", "")
            .replace(" < image \"web_1-000001.vmdk\" >", "")
            .replace(" < mac 00:0C:29:00:00:01 >", "");
    export(
        declared
            + "disk-write web.disk0 0 64K = \"one\"\n"
            + "snapshot take web \"s\" < memory off >\n"
            + "disk-write web.disk0 64K 64K = \"two\"\n");
    Cli imported =
        Cli.run(
            "import",
            folder.resolve("web.vmx").toString(),
            "--to",
            folder.resolve("again.vsim").toString());
    assertEquals(0, imported.status(), imported.err());
    String scenario = Files.readString(folder.resolve("again.vsim"));
    assertTrue(scenario.startsWith("# From web.vmx.\n" + machine), scenario);
    String again =
        write(
            "again.vsim",
            scenario + "print \"${web.disk0.text(0, 3)} ${web.disk0.text(64K, 3)}\"\n");
    assertEquals("# one two\n", Cli.run("run", again, "--trace", "none").out());
  }

  @ParameterizedTest
  @CsvSource({
    "V0648, guestOS \"ubuntu\", 'error V0648: `guestOS \"ubuntu\"` is no setting'",
    "V0649, numvcpus = \"0\", 'error V0649: numvcpus is `0`, which is not a number from 1 to 1024'",
    "V0649, memsize = \"half\", 'error V0649: memsize is `half`, which is not a number from 1 to 4194304'",
    "V0650, .encoding = \"klingon\", 'error V0650: `'",
  })
  void aBrokenConfigurationIsTold(String code, String line, String told) throws IOException {
    Cli result = Cli.run("import", write("x.vmx", "displayName = \"x\"\n" + line + "\n"));
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().contains(told), code + ": " + result.err());
  }

  @Test
  void anAddressThatIsNoneIsTold() throws IOException {
    String vmx =
        """
        ethernet0.present = "TRUE"
        ethernet0.addressType = "static"
        ethernet0.address = "zz"
        memsize = "4"
        """;
    Cli result = Cli.run("import", write("x.vmx", vmx));
    assertEquals(2, result.status());
    assertTrue(
        result.err().contains("x.vmx:3:1: error V0649: ethernet0.address is `zz`"), result.err());
  }

  @Test
  void aDiskThatIsNotThereIsAWarning() throws IOException {
    String vmx = "memsize = \"64\"\nscsi0:0.fileName = \"gone.vmdk\"\n";
    Cli result = Cli.run("import", write("x.vmx", vmx));
    assertEquals(0, result.status(), result.err());
    assertTrue(
        result.err().contains("x.vmx:2:1: warning V0651: the disk `gone.vmdk` is not there"),
        result.err());
    assertTrue(result.out().contains("  disk 8G thin  # how large it is"), result.out());
  }

  /** A file with a hole in it takes no room. */
  @Test
  void aFlatDiskThatIsTooLargeIsTold() throws IOException {
    long sectors = (16L << 30) / 512 + 128;
    write(
        "large.vmdk",
        """
        # Disk DescriptorFile
        version=1
        CID=12345678
        parentCID=ffffffff
        createType="monolithicFlat"
        RW %d FLAT "large-flat.vmdk" 0
        """
            .formatted(sectors));
    try (RandomAccessFile flat =
        new RandomAccessFile(folder.resolve("large-flat.vmdk").toFile(), "rw")) {
      flat.setLength(sectors * 512);
    }
    Cli result = Cli.run("import", folder.resolve("large.vmdk").toString());
    assertEquals(2, result.status());
    assertTrue(
        result.err().contains("error V0647: ")
            && result.err().contains("is not sparse, and larger than 16G"),
        result.err());
  }

  @Test
  void whereNothingCanBeWrittenIsTold() throws IOException {
    String file = write("file", "something else");
    String scenario = write("a.vsim", "vm a < mem 64M; disk 1G thin >\n");
    Cli result = Cli.run("run", scenario, "--export", file);
    assertEquals(2, result.status());
    assertTrue(result.err().contains("error V0652: `" + file + "` cannot be written"));
    assertEquals("something else", Files.readString(Path.of(file)));
    Cli imported = Cli.run("import", file, "--to", file + "/x.vsim");
    assertEquals(2, imported.status());
  }

  /**
   * As qemu-img and VMware look for it: by the parent's name, and whether it is still as it was.
   */
  @Test
  void aDeltaNamesItsParentAndWhatItWas() throws IOException {
    export(
        """
        vm linux < mem 64M; disk 1G thin >
        disk-write linux.disk0 0 64K = "base"
        snapshot take linux "s" < memory off >
        disk-write linux.disk0 0 64K = "delta"
        """);
    String base = descriptor("linux.vmdk");
    String delta = descriptor("linux-000001.vmdk");
    assertEquals("ffffffff", setting(base, "parentCID"));
    assertEquals(setting(base, "CID"), setting(delta, "parentCID"));
    assertNotEquals(setting(base, "CID"), setting(delta, "CID"), "it was written since");
    assertEquals("\"linux.vmdk\"", setting(delta, "parentFileNameHint"));
    assertFalse(base.contains("parentFileNameHint"));
  }

  /** The text in a sparse file's first sectors. */
  private String descriptor(String name) throws IOException {
    String file = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    int start = file.indexOf("# Disk DescriptorFile");
    return file.substring(start, file.indexOf('\0', start));
  }

  private static String setting(String descriptor, String key) {
    return descriptor
        .lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " in " + descriptor));
  }

  @Test
  void whatIsExportedIsWhatATextbookLists() throws IOException {
    export("vm Linux < mem 64M; disk 1G thin >\nsnapshot take Linux \"s\" < memory off >\n");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.map(f -> f.getFileName().toString()).filter(f -> f.startsWith("Linux")).toList();
      assertEquals(
          List.of("Linux-000001.vmdk", "Linux.log", "Linux.nvram", "Linux.vmdk", "Linux.vmx"),
          names.stream().sorted().toList());
    }
    String log = Files.readString(folder.resolve("Linux.log"), StandardCharsets.UTF_8);
    assertTrue(log.contains("snapshot"), log);
    assertFalse(Files.readString(folder.resolve("Linux.vmx")).contains("gone"));
  }
}
