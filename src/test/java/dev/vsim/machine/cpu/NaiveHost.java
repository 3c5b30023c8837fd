package dev.vsim.machine.cpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A host that is looked at each millisecond from end to end, with lists: what the dispatcher must
 * agree with where everything takes whole milliseconds and changing over costs nothing.
 */
final class NaiveHost {
  /** A vCPU with work that arrives at certain times. */
  static final class Vcpu {
    final int vm;
    final String name;
    final Affinity affinity;
    final List<long[]> arrivals = new ArrayList<>();
    long shares = 1000;
    long left;
    int core = -1;
    long sliceEnd;
    long used;
    long ready;
    long idle;
    double charged;
    long readySince;

    Vcpu(int vm, String name, Affinity affinity) {
      this.vm = vm;
      this.name = name;
      this.affinity = affinity;
    }

    /** At this time it gets so many milliseconds of work more. */
    void arrives(long at, long work) {
      arrivals.add(new long[] {at, work});
    }

    double perShare() {
      return charged / shares;
    }
  }

  /** What is told of the rule: who of the queue comes first, and who is kept at a slice's end. */
  enum Rule {
    ROUND_ROBIN,
    GLOBAL_TICK,
    SHARES
  }

  final List<Vcpu> vcpus = new ArrayList<>();
  final List<String> slices = new ArrayList<>();
  private final List<Vcpu> queue = new ArrayList<>();
  private final Vcpu[] cores;
  private final long slice;
  private final Rule rule;

  NaiveHost(int cores, long slice, Rule rule) {
    this.cores = new Vcpu[cores];
    this.slice = slice;
    this.rule = rule;
  }

  void run(long milliseconds) {
    for (long now = 0; now < milliseconds; now++) {
      endBursts();
      arrive(now);
      endSlices(now);
      dispatch(now);
      pass();
    }
  }

  private void endBursts() {
    for (int core = 0; core < cores.length; core++) {
      if (cores[core] != null && cores[core].left == 0) {
        cores[core].core = -1;
        cores[core] = null;
      }
    }
  }

  private void arrive(long now) {
    for (Vcpu vcpu : vcpus) {
      for (long[] arrival : vcpu.arrivals) {
        if (arrival[0] == now) {
          boolean woken = vcpu.left == 0;
          vcpu.left += arrival[1];
          if (woken) {
            raise(vcpu);
            vcpu.readySince = now;
            queue.add(vcpu);
          }
        }
      }
    }
  }

  private void raise(Vcpu vcpu) {
    List<Vcpu> others = queue.isEmpty() ? running() : queue;
    others.stream()
        .min(Comparator.comparingDouble(Vcpu::perShare))
        .ifPresent(o -> vcpu.charged = Math.max(vcpu.charged, o.perShare() * vcpu.shares));
  }

  private List<Vcpu> running() {
    return vcpus.stream().filter(v -> v.core >= 0).toList();
  }

  private void endSlices(long now) {
    for (int core = 0; core < cores.length; core++) {
      Vcpu vcpu = cores[core];
      if (vcpu == null || now < vcpu.sliceEnd) {
        continue;
      }
      if (rule != Rule.GLOBAL_TICK && keeps(core)) {
        begin(core, vcpu, now);
      } else {
        cores[core] = null;
        vcpu.core = -1;
        vcpu.readySince = now;
        queue.add(vcpu);
      }
    }
  }

  private boolean keeps(int core) {
    Vcpu next = first(core);
    return next == null || rule == Rule.SHARES && cores[core].perShare() < next.perShare();
  }

  private Vcpu first(int core) {
    Vcpu best = null;
    for (Vcpu vcpu : queue) {
      boolean allowed = vcpu.affinity.allows(core);
      if (allowed && (best == null || rule == Rule.SHARES && comesBefore(vcpu, best))) {
        best = vcpu;
      }
    }
    return best;
  }

  private boolean comesBefore(Vcpu one, Vcpu other) {
    if (one.perShare() != other.perShare()) {
      return one.perShare() < other.perShare();
    }
    return one.readySince != other.readySince
        ? one.readySince < other.readySince
        : vcpus.indexOf(one) < vcpus.indexOf(other);
  }

  private void dispatch(long now) {
    for (int core = 0; core < cores.length; core++) {
      if (cores[core] == null) {
        Vcpu next = first(core);
        if (next != null) {
          queue.remove(next);
          cores[core] = next;
          next.core = core;
          begin(core, next, now);
        }
      }
    }
  }

  private void begin(int core, Vcpu vcpu, long now) {
    vcpu.sliceEnd = rule == Rule.GLOBAL_TICK ? (now / slice + 1) * slice : now + slice;
    slices.add(now + " " + core + " " + vcpu.name);
  }

  private void pass() {
    for (Vcpu vcpu : vcpus) {
      if (vcpu.core >= 0) {
        vcpu.left--;
        vcpu.used++;
        vcpu.charged++;
      } else if (vcpu.left > 0) {
        vcpu.ready++;
      } else {
        vcpu.idle++;
      }
    }
  }
}
