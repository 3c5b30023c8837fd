package dev.vsim.check;

import java.util.List;
import java.util.Map;

/** Which kinds of object lie below which, so that a pattern may name the holder of its subject. */
final class Holders {
  private static final Map<String, List<String>> BELOW =
      Map.of(
          "host",
              List.of("vm", "process", "vcpu", "nic", "disk", "switch", "kernel", "nat", "device"),
          "vm", List.of("process", "vcpu", "nic", "disk", "device"),
          "switch", List.of("port-group"),
          "router", List.of("nic"));

  private Holders() {}

  static boolean canHold(String kind, List<String> subjects) {
    return subjects.contains(kind)
        || BELOW.getOrDefault(kind, List.of()).stream().anyMatch(subjects::contains);
  }
}
