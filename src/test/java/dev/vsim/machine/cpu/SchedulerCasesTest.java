package dev.vsim.machine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.machine.Cases;
import dev.vsim.machine.virt.Vm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Schedules that the homework simulators of OSTEP and another model have computed. */
@SuppressWarnings("ReferenceEquality") // this very one is meant
final class SchedulerCasesTest {
  private static final long MS = Watched.MS;
  private static final Map<String, SchedulerKind> KINDS =
      Map.of(
          "FIFO", Schedulers.FIFO,
          "SJF", Schedulers.SHORTEST_FIRST,
          "RR", Schedulers.ROUND_ROBIN);

  private static Stream<JsonObject> cases(String file) {
    return Cases.list(Cases.read(file), "cases").stream();
  }

  private static String id(JsonObject c) {
    return c.get("id").getAsString();
  }

  private static TaskSettings burst(long milliseconds) {
    return new TaskSettings(milliseconds * MS, 0, 1);
  }

  // ---- One processor, all jobs at once.

  @TestFactory
  Stream<DynamicTest> oneProcessor() {
    return cases("scheduler.json").map(c -> DynamicTest.dynamicTest(id(c), () -> single(c)));
  }

  private static void single(JsonObject c) {
    SchedulerKind kind = KINDS.get(c.get("policy").getAsString());
    Map<SchedulerOption, Long> options =
        kind == Schedulers.ROUND_ROBIN
            ? Map.of(SchedulerOption.SLICE, c.get("quantum").getAsLong() * MS)
            : Map.of();
    Watched watched = new Watched(1, kind, options);
    List<Task> tasks = new ArrayList<>();
    for (JsonElement job : c.getAsJsonArray("jobs")) {
      tasks.add(watched.task("job" + tasks.size(), burst((long) job.getAsDouble()), Affinity.ANY));
    }
    watched.until(watched.machine().tasks());
    List<String> expected = new ArrayList<>();
    for (JsonObject run : Cases.list(c, "trace")) {
      expected.add((long) run.get("start").getAsDouble() + " job" + run.get("job") + ".0");
    }
    assertEquals(expected, starts(watched));
    for (JsonObject stats : Cases.list(c, "stats")) {
      statistics(tasks.get(stats.get("job").getAsInt()), stats);
    }
  }

  private static List<String> starts(Watched watched) {
    return watched.slices().stream().map(s -> s.at() / MS + " " + s.who()).toList();
  }

  private static void statistics(Task task, JsonObject stats) {
    assertEquals(time(stats, "response"), task.response().orElseThrow());
    assertEquals(time(stats, "turnaround"), task.turnaround().orElseThrow());
    assertEquals(time(stats, "wait"), task.waiting().orElseThrow());
  }

  private static long time(JsonObject stats, String name) {
    return Math.round(stats.get(name).getAsDouble() * MS);
  }

  // ---- One processor, jobs that arrive one by one.

  @TestFactory
  Stream<DynamicTest> arrivals() {
    return cases("rr_arrivals.json")
        .filter(c -> c.get("tie").getAsString().equals("arrival before preempted"))
        .map(c -> DynamicTest.dynamicTest(id(c), () -> arriving(c)));
  }

  private static void arriving(JsonObject c) {
    long quantum = c.get("quantum").getAsLong() * MS;
    Watched watched =
        new Watched(1, Schedulers.ROUND_ROBIN, Map.of(SchedulerOption.SLICE, quantum));
    Map<String, Task> tasks = new LinkedHashMap<>();
    for (JsonElement element : c.getAsJsonArray("jobs")) {
      JsonArray job = element.getAsJsonArray();
      String name = job.get(0).getAsString();
      Vm vm = watched.vm(name, 1);
      watched.at(
          job.get(1).getAsLong() * MS,
          () ->
              tasks.put(name, watched.machine().startTask("t", vm, burst(job.get(2).getAsLong()))));
    }
    watched.run(1000 * MS);
    List<String> expected = new ArrayList<>();
    for (JsonElement element : c.getAsJsonArray("segments")) {
      JsonArray segment = element.getAsJsonArray();
      if (!segment.get(2).isJsonNull()) {
        expected.add(segment.get(0).getAsLong() + " " + segment.get(2).getAsString() + ".0");
      }
    }
    assertEquals(expected, starts(watched));
    c.getAsJsonObject("stats")
        .entrySet()
        .forEach(s -> statistics(tasks.get(s.getKey()), s.getValue().getAsJsonObject()));
  }

  // ---- Several processors, all slices ending together.

  @TestFactory
  Stream<DynamicTest> severalProcessors() {
    return cases("multi_cpu.json")
        .filter(c -> c.get("own_model_equal").getAsBoolean())
        .map(c -> DynamicTest.dynamicTest(id(c), () -> several(c)));
  }

  private static void several(JsonObject c) {
    int cores = c.get("cpus").getAsInt();
    List<String> args = new ArrayList<>();
    c.getAsJsonArray("args").forEach(arg -> args.add(arg.getAsString()));
    int at = args.indexOf("-q");
    long quantum = (at < 0 ? 10 : Long.parseLong(args.get(at + 1))) * MS;
    Watched watched =
        new Watched(
            cores,
            Schedulers.ROUND_ROBIN,
            Map.of(SchedulerOption.SLICE, quantum, SchedulerOption.TICK, 1L));
    Map<String, Affinity> affinities = affinities(args);
    for (JsonObject job : Cases.list(c, "jobs")) {
      String name = job.get("name").getAsString();
      // There a job of no length takes a tick.
      long run = Math.max(1, job.get("run").getAsLong());
      watched.task(name, burst(run), affinities.getOrDefault(name, Affinity.ANY));
    }
    long finished = c.get("finished").getAsLong() * MS;
    watched.run(finished);
    assertEquals(true, watched.machine().tasks().isOver());
    JsonArray segments = c.getAsJsonArray("segments");
    for (int core = 0; core < cores; core++) {
      assertEquals(joined(segments.get(core).getAsJsonArray()), stretches(watched, core));
      double utilization =
          c.getAsJsonArray("utilization").get(core).getAsJsonObject().get("util").getAsDouble();
      assertEquals(
          utilization,
          Math.round(watched.dispatcher().core(core).times().utilization() * 10_000) / 100.0);
    }
  }

  /** {@code -A a:0,b:1,c:1}. */
  private static Map<String, Affinity> affinities(List<String> args) {
    Map<String, Affinity> all = new LinkedHashMap<>();
    int at = args.indexOf("-A");
    if (at >= 0) {
      for (String one : args.get(at + 1).split(",", -1)) {
        String[] parts = one.split(":", -1);
        all.put(parts[0], Affinity.of(List.of(Integer.parseInt(parts[1]))));
      }
    }
    return all;
  }

  /** Segments of the same job that follow each other as one. */
  private static List<String> joined(JsonArray segments) {
    List<String> all = new ArrayList<>();
    long from = 0;
    String who = "";
    for (JsonElement element : segments) {
      JsonArray segment = element.getAsJsonArray();
      String next = segment.get(2).isJsonNull() ? "" : segment.get(2).getAsString();
      if (!next.equals(who)) {
        note(all, from, segment.get(0).getAsLong(), who);
        from = segment.get(0).getAsLong();
        who = next;
      }
    }
    note(all, from, segments.get(segments.size() - 1).getAsJsonArray().get(1).getAsLong(), who);
    return all;
  }

  private static void note(List<String> all, long from, long to, String who) {
    if (!who.isEmpty()) {
      all.add(who + " " + from + ".." + to);
    }
  }

  private static List<String> stretches(Watched watched, int core) {
    List<String> all = new ArrayList<>();
    for (History.Stretch s :
        watched.dispatcher().history().stretches(watched.machine().clock().now())) {
      if (s.core() == core) {
        all.add(s.thread().gang().subject().path() + " " + s.from() / MS + ".." + s.to() / MS);
      }
    }
    return all;
  }
}
