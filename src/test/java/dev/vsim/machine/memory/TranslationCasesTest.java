package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.event.Op;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** OSTEP's translation homeworks, whose answers others computed, through the real tables. */
final class TranslationCasesTest {
  private static Stream<JsonObject> cases(String file) throws IOException {
    try (InputStream bytes = TranslationCasesTest.class.getResourceAsStream("/cases/" + file);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      JsonArray all = JsonParser.parseReader(text).getAsJsonObject().getAsJsonArray("cases");
      return objects(all).toList().stream();
    }
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
  }

  private static long number(JsonObject object, String name) {
    return object.get(name).getAsLong();
  }

  @TestFactory
  Stream<DynamicTest> linearTables() throws IOException {
    return cases("linear_translate.json")
        .map(one -> dynamicTest(one.get("id").getAsString(), () -> linear(one)));
  }

  private static void linear(JsonObject one) {
    OneHost machine = linearMachine(one);
    int faults = 0;
    for (JsonObject asked : objects(one.getAsJsonArray("translations")).toList()) {
      long va = number(asked, "va");
      AccessResult result = machine.init().access(va, Op.READ);
      if (asked.get("valid").getAsBoolean()) {
        assertEquals(AccessResult.HIT, result);
        long pa = number(asked, "pa");
        String expected = String.format("translate host.init va 0x%x pa 0x%x", va, pa);
        assertEquals(List.of(expected), machine.lines("translate"));
      } else {
        assertEquals(AccessResult.ENDED, result);
        assertEquals("invalid", OneHost.field(machine.lines("page-fault").get(0), "cause"));
        machine = linearMachine(one);
        faults++;
      }
    }
    assertEquals(number(one, "faults"), faults);
  }

  private static OneHost linearMachine(JsonObject one) {
    int offset = Long.numberOfTrailingZeros(number(one, "pagesize"));
    int index = Long.numberOfTrailingZeros(number(one, "asize")) - offset;
    OneHost machine =
        OneHost.of(
            KernelSettings.HOST
                .withPaging(PagingForm.geometry(List.of(index, offset)))
                .withMemory(number(one, "physmem"))
                .withTables(TableSettings.USUAL.withDemand(false)));
    JsonArray table = one.getAsJsonArray("page_table");
    for (int page = 0; page < table.size(); page++) {
      long word = table.get(page).getAsLong();
      if (word >>> 31 != 0) {
        long frame = word & 0x7FFF_FFFF;
        assertEquals(
            MapResult.DONE, machine.init().map((long) page << offset, frame << offset, Rights.RWX));
      }
    }
    return machine;
  }

  @TestFactory
  Stream<DynamicTest> tablesInMemoryDumps() throws IOException {
    return cases("multilevel_translate.json")
        .map(one -> dynamicTest(one.get("id").getAsString(), () -> multilevel(one)));
  }

  private static void multilevel(JsonObject one) {
    OneHost machine = dumped(one);
    int faults = 0;
    for (JsonObject asked : objects(one.getAsJsonArray("translations")).toList()) {
      machine.lines();
      AccessResult result = machine.init().read(number(asked, "va"), 1);
      List<String> lines = machine.lines();
      assertEquals(walk(asked), entries(lines));
      if (asked.get("result").getAsString().equals("ok")) {
        assertTrue(result.done());
        assertEquals(number(asked, "value"), machine.init().lastRead());
        String pa = "0x" + Long.toHexString(number(asked, "pa"));
        assertTrue(lines.stream().anyMatch(l -> OneHost.field(l, "pa").equals(pa)), pa);
      } else {
        assertEquals(AccessResult.ENDED, result);
        machine = dumped(one);
        faults++;
      }
    }
    long expected =
        one.getAsJsonObject("faults").entrySet().stream()
            .mapToLong(e -> e.getValue().getAsLong())
            .sum();
    assertEquals(expected, faults);
  }

  /** The entries that the homework's answer names, unless the TLB knows the page already. */
  private static List<String> walk(JsonObject asked) {
    String first = "0x" + Long.toHexString(number(asked, "pde"));
    return asked.get("pte") == null
        ? List.of(first)
        : List.of(first, "0x" + Long.toHexString(number(asked, "pte")));
  }

  private static List<String> entries(List<String> lines) {
    return lines.stream()
        .filter(l -> l.startsWith("walk "))
        .map(l -> OneHost.field(l, "entry"))
        .toList();
  }

  private static OneHost dumped(JsonObject one) {
    JsonObject geometry = one.getAsJsonObject("geometry");
    List<Integer> bits =
        Stream.of("pd_bits", "pt_bits", "offset_bits")
            .map(n -> geometry.get(n).getAsInt())
            .toList();
    OptionalInt root = OptionalInt.of((int) number(one, "pdbr"));
    OneHost machine =
        OneHost.of(
            OneHost.kernel(PagingForm.geometry(bits), number(geometry, "phys_frames"))
                .withTables(TableSettings.USUAL.withInside(root).withDemand(false)));
    JsonArray pages = one.getAsJsonArray("memory_pages_hex");
    for (int frame = 0; frame < pages.size(); frame++) {
      byte[] bytes = HexFormat.of().parseHex(pages.get(frame).getAsString());
      assertEquals(OptionalInt.empty(), machine.host().kernel().load(frame, bytes));
    }
    assertEquals(mappings(one), mappings(machine));
    return machine;
  }

  private static List<String> mappings(JsonObject one) {
    return StreamSupport.stream(one.getAsJsonArray("mappings_vpn_pfn").spliterator(), false)
        .map(JsonElement::getAsJsonArray)
        .map(pair -> pair.get(0).getAsLong() + " " + pair.get(1).getAsInt())
        .toList();
  }

  private static List<String> mappings(OneHost machine) {
    Process init = machine.init();
    Stream.Builder<String> found = Stream.builder();
    for (long page = init.nextUsed(0); page >= 0; page = init.nextUsed(page + 1)) {
      found.add(page + " " + init.page(page).frame().orElseThrow());
    }
    return found.build().toList();
  }
}
