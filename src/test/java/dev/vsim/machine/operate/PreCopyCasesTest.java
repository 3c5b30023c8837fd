package dev.vsim.machine.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import dev.vsim.event.EventField;
import dev.vsim.machine.Cases;
import dev.vsim.machine.Told;
import dev.vsim.machine.virt.MigrationMethod;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pre-copy as another model has it: rounds, what is left, the downtime, the whole. */
class PreCopyCasesTest {
  private static final long PAGE_BITS = 4096 * 8;
  private static final double NANOSECONDS = 1e6;

  @TestFactory
  Stream<DynamicTest> equalsTheCases() {
    return Cases.list(Cases.read("precopy_migration.json"), "cases").stream()
        .map(c -> dynamicTest(c.get("id").getAsString(), () -> check(c)));
  }

  private static void check(JsonObject given) {
    JsonObject params = given.getAsJsonObject("params");
    Cluster cluster = new Cluster(Told.nothing());
    Vm vm = cluster.vm("linux", params.get("total_pages").getAsLong());
    cluster.finish(cluster.migrate(vm, cluster.second(), plan(params)));
    MigrationReport report = vm.migration().orElseThrow();
    JsonObject expected = given.getAsJsonObject("expect");
    List<String> rounds = new ArrayList<>();
    for (JsonObject round : Cases.list(expected, "rounds")) {
      rounds.add(
          round.get("round").getAsInt()
              + " "
              + round.get("sent").getAsLong()
              + " "
              + round.get("dirtied").getAsLong()
              + " "
              + nanoseconds(round, "ms"));
    }
    assertEquals(rounds, report.rounds().stream().map(PreCopyCasesTest::line).toList());
    assertEquals(expected.get("final_copy").getAsLong(), report.left());
    assertEquals(expected.get("pages_sent").getAsLong(), report.pages());
    assertEquals(nanoseconds(expected, "downtime_ms"), report.downtime());
    assertEquals(nanoseconds(expected, "total_ms"), report.total());
    assertEquals(
        expected.get("reason").getAsString().replace('_', '-'),
        EventField.word(report.reason().orElseThrow()));
  }

  private static String line(MigrationReport.Round round) {
    return round.number() + " " + round.pages() + " " + round.dirtied() + " " + round.time();
  }

  private static long nanoseconds(JsonObject from, String name) {
    return Math.round(from.get(name).getAsDouble() * NANOSECONDS);
  }

  private static MigrationPlan plan(JsonObject params) {
    long perMillisecond = params.get("bw_pages_per_ms").getAsLong();
    return new MigrationPlan(
        MigrationMethod.PRECOPY,
        OptionalLong.of(perMillisecond * 1000 * PAGE_BITS),
        OptionalLong.of(params.get("dirty_pages_per_ms").getAsLong() * 1000),
        params.has("working_set_pages")
            ? params.get("working_set_pages").getAsLong()
            : Long.MAX_VALUE,
        params.get("stop_threshold_pages").getAsLong(),
        params.get("max_rounds").getAsInt(),
        false,
        OptionalLong.empty(),
        OptionalLong.empty(),
        false);
  }
}
