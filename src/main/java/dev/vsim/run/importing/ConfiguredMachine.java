package dev.vsim.run.importing;

import dev.vsim.image.Vmx;
import dev.vsim.image.VmxReading;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.text.PlainText;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the settings of a configuration into properties, and keeps the others as comments. */
final class ConfiguredMachine {
  private static final long MEBIBYTE = 1 << 20;
  private static final int MOST_VCPUS = 1024;
  private static final int MOST_MEBIBYTES = 1 << 22;
  private static final Pattern DISK =
      Pattern.compile("(scsi|nvme|sata|ide)(\\d{1,3}):(\\d{1,3})\\.filename");
  private static final Pattern NIC = Pattern.compile("ethernet(\\d{1,3})\\.present");
  private static final Pattern MAC = Pattern.compile("([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");
  private static final List<String> BUSES = List.of("scsi", "nvme", "sata", "ide");

  private static final Map<String, String> CARDS = Map.of("vmxnet3", "vmxnet3", "e1000", "e1000");
  private static final Map<String, String> CONNECTIONS =
      Map.of("bridged", "bridge", "nat", "nat", "hostonly", "host-only");
  private static final Map<String, String> NETWORKS =
      Map.of("vmnet0", "bridge", "vmnet1", "host-only", "vmnet8", "nat");

  private final VmxReading reading;
  private final Vmx vmx;
  private final ScenarioText text;
  private final Diagnostics diagnostics;
  private final Disks disks;

  /** The settings, in small letters, that the scenario says in its own way. */
  private final TreeSet<String> said = new TreeSet<>();

  /** Who reads a disk's file. */
  interface Disks {
    /** It as a property; nothing after a diagnostic. */
    Optional<String> property(VmxReading reading, String key, String file);
  }

  ConfiguredMachine(VmxReading reading, ScenarioText text, Diagnostics diagnostics, Disks disks) {
    this.reading = reading;
    this.vmx = reading.vmx();
    this.text = text;
    this.diagnostics = diagnostics;
    this.disks = disks;
  }

  void write() {
    said.addAll(List.of(".encoding", "nvram"));
    vmx.get("displayname")
        .filter(name -> ScenarioText.nameOf(name).equals(name))
        .ifPresent(name -> said.add("displayname"));
    number("numvcpus", MOST_VCPUS).ifPresent(count -> text.property("vcpu " + count));
    number("memsize", MOST_MEBIBYTES)
        .map(count -> Printed.whole(count * MEBIBYTE, Dimension.SIZE))
        .ifPresent(size -> text.property("mem " + size));
    say("guestos").ifPresent(os -> text.property("os " + quoted(os)));
    keys(NIC).forEach(key -> nic(key.substring(0, key.indexOf('.') + 1)));
    diskKeys().forEach(this::disk);
    others();
  }

  /** What a key says, in whatever case it is written; the scenario says it in its own way. */
  private Optional<String> say(String key) {
    said.add(key);
    return vmx.get(key);
  }

  private Optional<Long> number(String key, long most) {
    Optional<String> written = say(key);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    boolean good = written.get().matches("\\d{1,18}");
    long number = good ? Long.parseLong(written.get()) : 0;
    if (number < 1 || number > most) {
      wrong(key, written.get(), "a number from 1 to " + most);
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private void wrong(String key, String value, String wanted) {
    diagnostics.add(reading.at(key, FileProblem.VMX_VALUE, key, PlainText.shown(value), wanted));
  }

  private List<String> keys(Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (String key : vmx.settings().keySet()) {
      String small = key.toLowerCase(Locale.ROOT);
      if (pattern.matcher(small).matches()) {
        found.add(small);
      }
    }
    found.sort(Comparator.comparingInt((String key) -> key.length()).thenComparing(k -> k));
    return found;
  }

  private void nic(String key) {
    said.add(key + "present");
    if (!vmx.isTrue(key + "present")) {
      return;
    }
    StringBuilder property = new StringBuilder("nic ");
    property.append(word(key + "virtualdev", CARDS).orElse("e1000"));
    property.append(' ').append(network(key));
    address(key).ifPresent(mac -> property.append(" < mac ").append(mac).append(" >"));
    text.property(property.toString());
  }

  /** What the scenario calls what a setting says; one that it has no word for stays a comment. */
  private Optional<String> word(String key, Map<String, String> words) {
    Optional<String> word = vmx.get(key).map(v -> v.toLowerCase(Locale.ROOT)).map(words::get);
    if (word.isPresent()) {
      said.add(key);
    }
    return word;
  }

  private String network(String key) {
    return word(key + "connectiontype", CONNECTIONS)
        .or(() -> word(key + "vnet", NETWORKS))
        .orElse("bridge");
  }

  /** The address that somebody chose, or else the one that was made. */
  private Optional<String> address(String key) {
    boolean chosen = vmx.get(key + "addresstype").filter("static"::equalsIgnoreCase).isPresent();
    String from = key + (chosen ? "address" : "generatedaddress");
    Optional<String> mac = say(from);
    if (mac.isPresent() && !MAC.matcher(mac.get()).matches()) {
      wrong(from, mac.get(), "a MAC address");
      return Optional.empty();
    }
    said.add(key + "addresstype");
    return mac.map(m -> m.toUpperCase(Locale.ROOT));
  }

  private List<String> diskKeys() {
    List<String> keys = new ArrayList<>(keys(DISK));
    keys.sort(Comparator.comparingLong(ConfiguredMachine::place));
    return keys;
  }

  private static long place(String key) {
    Matcher parts = DISK.matcher(key);
    parts.matches();
    return BUSES.indexOf(parts.group(1)) * 1_000_000L
        + Long.parseLong(parts.group(2)) * 1_000
        + Long.parseLong(parts.group(3));
  }

  private void disk(String key) {
    String device = key.substring(0, key.lastIndexOf('.') + 1);
    String named = vmx.get(key).orElseThrow();
    boolean there = vmx.get(device + "present").isEmpty() || vmx.isTrue(device + "present");
    boolean image = named.toLowerCase(Locale.ROOT).endsWith(".vmdk");
    if (there && image) {
      said.add(key);
      said.add(device + "present");
      disks.property(reading, key, named).ifPresent(text::property);
    }
  }

  private void others() {
    List<String> others = new ArrayList<>();
    vmx.settings()
        .forEach(
            (key, value) -> {
              if (!said.contains(key.toLowerCase(Locale.ROOT))) {
                others.add(key + " = " + quoted(value));
              }
            });
    if (!others.isEmpty()) {
      text.rest("What the configuration says beyond that:");
      others.forEach(text::rest);
    }
  }

  private static String quoted(String value) {
    return Printed.quoted(value);
  }
}
