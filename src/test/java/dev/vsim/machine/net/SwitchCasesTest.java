package dev.vsim.machine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an independent 802.1Q model says of frames through a switch. */
class SwitchCasesTest {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long PER_SECOND = 1_000_000_000L;

  @TestFactory
  Stream<DynamicTest> everyCaseIsEqual() {
    return cases().map(c -> DynamicTest.dynamicTest(c.get("id").getAsString(), () -> run(c)));
  }

  @Test
  void thereAreCases() {
    assertEquals(5, cases().count());
  }

  private static Stream<JsonObject> cases() {
    return Cases.read("vswitch.json").getAsJsonArray("cases").asList().stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static void run(JsonObject one) {
    long ageing =
        one.get("ageing").isJsonNull() ? NEVER : one.get("ageing").getAsLong() * PER_SECOND;
    Told told = Told.everything();
    Bench bench = new Bench(told).with(new SwitchSettings(1500, true, ageing, Security.DEFAULT));
    Map<String, Port> ports = new LinkedHashMap<>();
    one.getAsJsonObject("ports")
        .entrySet()
        .forEach(p -> ports.put(p.getKey(), bench.port(p.getKey(), vlans(p.getValue()))));
    long now = 0;
    for (int i = 0; i < one.getAsJsonArray("frames").size(); i++) {
      JsonArray frame = one.getAsJsonArray("frames").get(i).getAsJsonArray();
      JsonObject expected = one.getAsJsonArray("expect").get(i).getAsJsonObject();
      bench.pass(frame.get(0).getAsLong() - now);
      now = frame.get(0).getAsLong();
      int tag = frame.get(4).isJsonNull() ? 0 : frame.get(4).getAsInt();
      bench.in(ports.get(frame.get(1).getAsString()), mac(frame.get(2)), mac(frame.get(3)), tag);
      assertEquals(egress(expected), bench.out(), "frame " + i);
      assertTold(expected, told.lines());
    }
    assertEquals(table(one), known(bench));
  }

  private static Vlans vlans(JsonElement port) {
    JsonObject given = port.getAsJsonObject();
    if (given.get("mode").getAsString().equals("access")) {
      return Vlans.access(given.get("vlan").getAsInt());
    }
    List<Integer> carried = new ArrayList<>();
    given.getAsJsonArray("allowed").forEach(v -> carried.add(v.getAsInt()));
    return Vlans.trunk(carried, given.get("native").getAsInt());
  }

  private static List<String> egress(JsonObject expected) {
    List<String> ports = new ArrayList<>();
    for (JsonElement e : expected.getAsJsonArray("egress")) {
      JsonArray port = e.getAsJsonArray();
      String tag = port.get(1).isJsonNull() ? "" : ":" + port.get(1).getAsInt();
      ports.add(port.get(0).getAsString() + tag);
    }
    return ports.stream().sorted().toList();
  }

  private static void assertTold(JsonObject expected, List<String> lines) {
    String last = lines.get(lines.size() - 1);
    String kind = last.substring(0, last.indexOf(' '));
    if (expected.has("drop")) {
      assertEquals("drop", kind);
      return;
    }
    assertEquals(expected.get("kind").getAsString().equals("forward") ? "forward" : "flood", kind);
    boolean moved = lines.stream().anyMatch(l -> l.contains("moved true"));
    assertEquals(expected.get("moved").getAsBoolean(), moved);
  }

  private static List<String> table(JsonObject one) {
    List<String> rows = new ArrayList<>();
    for (JsonElement e : one.getAsJsonArray("fdb")) {
      JsonArray row = e.getAsJsonArray();
      rows.add(row.get(0).getAsInt() + " " + mac(row.get(1)) + " " + row.get(2).getAsString());
    }
    return rows.stream().sorted().toList();
  }

  private static List<String> known(Bench bench) {
    return bench.unit().addresses().stream()
        .map(r -> r.vlan() + " " + r.mac() + " " + bench.unit().port(r.port()).name())
        .sorted()
        .toList();
  }

  private static long mac(JsonElement text) {
    return Long.parseLong(text.getAsString().replace(":", ""), 16);
  }
}
