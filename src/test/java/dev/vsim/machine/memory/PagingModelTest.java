package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.event.Op;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each paging form against a model of two hash maps: what is mapped where, and which tables are
 * there.
 */
final class PagingModelTest {
  private static final int FRAMES = 200;
  private static final int STEPS = 4000;
  private static final Rights[] RIGHTS = {Rights.R, Rights.RW, Rights.RX, Rights.RWX};

  private static final List<PagingForm> FORMS =
      List.of(
          PagingForm.LINEAR,
          PagingForm.X86_32,
          PagingForm.X86_64,
          PagingForm.SV39,
          PagingForm.geometry(List.of(5, 5, 5)),
          PagingForm.geometry(List.of(3, 9, 4, 12)),
          PagingForm.geometry(List.of(6, 7)));

  private record Page(int frame, Rights rights) {}

  /** The rules as plainly as they can be said. */
  private static final class Model {
    final PagingForm form;
    final boolean demand;
    final Map<Long, Page> pages = new HashMap<>();
    final Set<Long> unmapped = new HashSet<>();
    final Set<String> tables = new HashSet<>();
    final TreeSet<Integer> free = new TreeSet<>();
    boolean ended;

    Model(PagingForm form, boolean demand) {
      this.form = form;
      this.demand = demand;
      for (int frame = 0; frame < FRAMES; frame++) {
        free.add(frame);
      }
    }

    /** How many entries a walk to the page reads now. */
    int depth(long page) {
      int read = 1;
      while (read < form.levels() && tables.contains(table(page, read))) {
        read++;
      }
      return read;
    }

    private String table(long page, int depth) {
      int below = 0;
      for (int level = 1; level <= form.levels() - depth; level++) {
        below += bits(level);
      }
      return depth + ":" + (page >>> below);
    }

    private int bits(int level) {
      long lowest = 0;
      int bits = 0;
      while (form.index(level, lowest | (1L << (bits + shift(level)))) != 0) {
        bits++;
      }
      return bits;
    }

    private int shift(int level) {
      int shift = 0;
      while (form.index(level, 1L << shift) == 0) {
        shift++;
      }
      return shift;
    }

    void put(long page, Page where) {
      pages.put(page, where);
      free.remove(where.frame);
      makeTables(page);
    }

    void makeTables(long page) {
      for (int depth = 1; depth < form.levels(); depth++) {
        tables.add(table(page, depth));
      }
    }

    boolean allows(Rights rights, Op op) {
      boolean executes = form == PagingForm.X86_32 && op == Op.EXECUTE;
      return executes || rights.allows(op);
    }

    /** Where the access goes, or why it faults for good. */
    String access(long page, Op op) {
      Page mapped = pages.get(page);
      if (mapped == null) {
        boolean valid = demand && !unmapped.contains(page) && page < half();
        if (!valid) {
          ended = true;
          return "invalid " + error(op, false);
        }
        mapped = new Page(free.first(), Rights.RWX);
        put(page, mapped);
      }
      if (!allows(mapped.rights, op)) {
        ended = true;
        return "protection " + error(op, true);
      }
      return "pa 0x" + Long.toHexString((long) mapped.frame << form.offsetBits());
    }

    private long half() {
      return 1L << (form.addressBits() - 1 - form.offsetBits());
    }

    private String error(Op op, boolean present) {
      if (form == PagingForm.SV39) {
        return switch (op) {
          case READ -> "13";
          case WRITE -> "15";
          case EXECUTE -> "12";
        };
      }
      int bits = (present ? 5 : 4) + (op == Op.WRITE ? 2 : 0) + (op == Op.EXECUTE ? 16 : 0);
      return "0x" + Integer.toHexString(bits);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFormIsAsTheModelSays() {
    return FORMS.stream()
        .flatMap(
            form ->
                Stream.of(true, false)
                    .map(
                        demand ->
                            dynamicTest(
                                form.word() + (demand ? ", on demand" : ", mapped only"),
                                () -> compare(form, demand))));
  }

  private static void compare(PagingForm form, boolean demand) {
    SplitMix64 dice = new SplitMix64(form.word().hashCode() + (demand ? 1 : 0));
    OneHost machine =
        OneHost.of(
            OneHost.kernel(form, FRAMES / 2 * 2)
                .withMemory((long) frames(form) << form.offsetBits())
                .withTables(TableSettings.USUAL.withDemand(demand)));
    Model model = new Model(form, demand);
    model.free.tailSet(frames(form), true).clear();
    Process process = machine.init();
    int number = 0;
    for (int step = 0; step < STEPS; step++) {
      long page = pageOf(form, dice);
      long va = page << form.offsetBits();
      int what = (int) dice.below(10);
      if (what == 0) {
        map(model, process, page, RIGHTS[(int) dice.below(4)]);
      } else if (what == 1) {
        process.unmap(va);
        unmap(model, page);
      } else if (what == 2 && model.pages.containsKey(page)) {
        Rights rights = RIGHTS[(int) dice.below(4)];
        assertEquals(MapResult.DONE, process.protect(va, rights));
        model.pages.put(page, new Page(model.pages.get(page).frame, rights));
      } else if (model.free.size() > 1) {
        machine.lines();
        Op op = Op.values()[(int) dice.below(3)];
        int depth = model.depth(page);
        boolean present = model.pages.containsKey(page);
        String expected = model.access(page, op);
        process.access(va, op);
        check(form, machine.lines(), expected, present ? form.levels() : depth);
      } else {
        process.unmap(va);
        unmap(model, page);
      }
      if (model.ended) {
        assertEquals(true, process.ended());
        process =
            machine.machine().declareProcess("p" + number++, machine.host(), ProcessSettings.PLAIN);
        model = new Model(form, demand);
        model.free.tailSet(frames(form), true).clear();
      }
    }
  }

  private static int frames(PagingForm form) {
    return (int) Math.min(FRAMES, form.physicalSpace() / 2 >>> form.offsetBits());
  }

  /** Pages close together and far apart, in both halves. */
  private static long pageOf(PagingForm form, SplitMix64 dice) {
    boolean kernelHalf = form.userBits() < form.addressBits();
    int bits = form.addressBits() - form.offsetBits() - (kernelHalf ? 1 : 0);
    long near = dice.below(Math.min(1L << bits, 60));
    return dice.below(3) == 0 ? near << Math.max(0, bits - 6) : near;
  }

  private static void map(Model model, Process process, long page, Rights rights) {
    PagingForm form = model.form;
    if (model.free.isEmpty()) {
      return;
    }
    int frame = model.free.last();
    long va = page << form.offsetBits();
    assertEquals(MapResult.DONE, process.map(va, (long) frame << form.offsetBits(), rights));
    unmap(model, page);
    model.unmapped.remove(page);
    model.put(page, new Page(frame, rights));
  }

  private static void unmap(Model model, long page) {
    Page before = model.pages.remove(page);
    if (before != null) {
      model.free.add(before.frame);
    }
    model.unmapped.add(page);
    model.makeTables(page);
  }

  private static void check(PagingForm form, List<String> lines, String expected, int depth) {
    String first = expected.split(" ", -1)[0];
    if (first.equals("pa")) {
      assertEquals(expected.substring(3), OneHost.field(last(lines, "translate"), "pa"));
    } else {
      String fault = last(lines, "page-fault");
      assertEquals(first, OneHost.field(fault, "cause"));
      String code = form == PagingForm.SV39 ? "scause" : "error";
      assertEquals(expected.split(" ", -1)[1], OneHost.field(fault, code));
    }
    if (lines.stream().anyMatch(l -> l.startsWith("tlb-miss "))) {
      assertEquals(depth, firstWalk(lines));
    }
  }

  private static String last(List<String> lines, String kind) {
    return lines.stream().filter(l -> l.startsWith(kind + " ")).reduce("", (a, b) -> b);
  }

  /** How many entries were read before anything else happened. */
  private static long firstWalk(List<String> lines) {
    return lines.stream()
        .dropWhile(l -> !l.startsWith("walk "))
        .takeWhile(l -> l.startsWith("walk "))
        .count();
  }
}
