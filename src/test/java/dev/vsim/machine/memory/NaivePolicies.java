package dev.vsim.machine.memory;

import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replacement policies as lists and loops, slow and plain: what the built-in ones must equal. */
abstract class NaivePolicies {
  /** A resident page, and all that any rule could want to know of it. */
  static final class Page {
    final long number;
    final int frame;
    boolean referenced = true;
    boolean dirty;
    boolean visited;
    long loaded;
    long used;
    long seen;
    int uses = 1;
    int history;
    boolean main;

    Page(long number, int frame) {
      this.number = number;
      this.frame = frame;
    }
  }

  /** By number of frame; null where it is free. */
  final Page[] frames;

  long now;

  NaivePolicies(int frames) {
    this.frames = new Page[frames];
  }

  /** Refers to a page; says which page goes for it, or −1. */
  final long refer(long number, boolean write) {
    now++;
    before();
    Page page = find(number);
    long victim = -1;
    if (page != null) {
      page.referenced = true;
      page.uses++;
      page.used = now;
      hit(page);
    } else {
      wanted(number);
      int frame = free();
      if (frame < 0) {
        Page goes = victim();
        victim = goes.number;
        frame = goes.frame;
      }
      page = new Page(number, frame);
      page.loaded = now;
      page.used = now;
      page.seen = now;
      frames[frame] = page;
      load(page);
    }
    page.dirty |= write;
    return victim;
  }

  private Page find(long number) {
    for (Page page : frames) {
      if (page != null && page.number == number) {
        return page;
      }
    }
    return null;
  }

  private int free() {
    for (int i = 0; i < frames.length; i++) {
      if (frames[i] == null) {
        return i;
      }
    }
    return -1;
  }

  void before() {}

  void wanted(long number) {}

  void hit(Page page) {}

  void load(Page page) {}

  abstract Page victim();

  /** The page that comes before all others by some order; the frames are all in use. */
  Page first(Comparator<Page> order) {
    Page best = frames[0];
    for (Page page : frames) {
      if (order.compare(page, best) < 0) {
        best = page;
      }
    }
    return best;
  }

  /** Not recently used. */
  static final class Nru extends NaivePolicies {
    private final int interval;

    Nru(int frames, int interval) {
      super(frames);
      this.interval = interval;
    }

    @Override
    void before() {
      if (now > 1 && (now - 1) % interval == 0) {
        for (Page page : frames) {
          if (page != null) {
            page.referenced = false;
          }
        }
      }
    }

    @Override
    Page victim() {
      return first(Comparator.comparingInt(p -> (p.referenced ? 2 : 0) + (p.dirty ? 1 : 0)));
    }
  }

  /** Aging. */
  static final class Aging extends NaivePolicies {
    private final int interval;
    private final int bits;

    Aging(int frames, int interval, int bits) {
      super(frames);
      this.interval = interval;
      this.bits = bits;
    }

    @Override
    void before() {
      if (now > 1 && (now - 1) % interval == 0) {
        for (Page page : frames) {
          if (page != null) {
            page.history = page.history / 2 + (page.referenced ? 1 << (bits - 1) : 0);
            page.referenced = false;
          }
        }
      }
    }

    @Override
    void load(Page page) {
      page.history = 1 << (bits - 1);
    }

    @Override
    Page victim() {
      return first(Comparator.comparingInt(p -> p.history));
    }
  }

  /** Least frequently used. */
  static final class Lfu extends NaivePolicies {
    Lfu(int frames) {
      super(frames);
    }

    @Override
    Page victim() {
      return first(Comparator.<Page>comparingInt(p -> p.uses).thenComparingLong(p -> p.loaded));
    }
  }

  /** Most recently used. */
  static final class Mru extends NaivePolicies {
    Mru(int frames) {
      super(frames);
    }

    @Override
    Page victim() {
      return first(Comparator.comparingLong(p -> -p.used));
    }
  }

  /** Random, by the same numbers as the machine's. */
  static final class Random extends NaivePolicies {
    private final SplitMix64 random = new SplitMix64(0);

    Random(int frames) {
      super(frames);
    }

    @Override
    Page victim() {
      return frames[(int) Long.remainderUnsigned(random.next(), frames.length)];
    }
  }

  /**
   * WSClock; the frames stand in the circle by their number, since each is filled where it was
   * emptied.
   */
  static final class WsClock extends NaivePolicies {
    private final long tau;
    private int hand;

    WsClock(int frames, long tau) {
      super(frames);
      this.tau = tau;
    }

    @Override
    Page victim() {
      Page oldDirty = null;
      Page clean = null;
      Page chosen = null;
      for (int i = 0; i < frames.length && chosen == null; i++) {
        Page page = frames[(hand + i) % frames.length];
        boolean old = !page.referenced && now - page.seen > tau;
        if (page.referenced) {
          page.referenced = false;
          page.seen = now;
        }
        if (old && !page.dirty) {
          chosen = page;
        } else if (old && oldDirty == null) {
          oldDirty = page;
        }
        if (!page.dirty && clean == null) {
          clean = page;
        }
      }
      if (chosen == null) {
        chosen = oldDirty != null ? oldDirty : clean != null ? clean : frames[hand];
      }
      hand = (chosen.frame + 1) % frames.length;
      return chosen;
    }
  }

  /** 2Q, full version. */
  static final class TwoQueues extends NaivePolicies {
    private final List<Page> in = new ArrayList<>();
    private final List<Page> main = new ArrayList<>();
    private final List<Long> out = new ArrayList<>();
    private final int mostIn;
    private final int mostOut;

    TwoQueues(int frames) {
      super(frames);
      this.mostIn = Math.max(1, frames / 4);
      this.mostOut = Math.max(1, frames / 2);
    }

    @Override
    void hit(Page page) {
      if (main.remove(page)) {
        main.add(page);
      }
    }

    @Override
    void load(Page page) {
      (out.remove(page.number) ? main : in).add(page);
    }

    @Override
    Page victim() {
      if (in.size() > mostIn || main.isEmpty()) {
        Page page = in.remove(0);
        out.add(page.number);
        if (out.size() > mostOut) {
          out.remove(0);
        }
        return page;
      }
      return main.remove(0);
    }
  }

  /** ARC, as its figure 4 has it. */
  static final class Arc extends NaivePolicies {
    private final List<Page> once = new ArrayList<>();
    private final List<Page> again = new ArrayList<>();
    private final List<Long> onceGone = new ArrayList<>();
    private final List<Long> againGone = new ArrayList<>();
    private double target;
    private boolean inOnceGone;
    private boolean inAgainGone;

    Arc(int frames) {
      super(frames);
    }

    @Override
    void hit(Page page) {
      if (!once.remove(page)) {
        again.remove(page);
      }
      again.add(page);
    }

    @Override
    void wanted(long number) {
      double c = frames.length;
      inOnceGone = onceGone.contains(number);
      inAgainGone = againGone.contains(number);
      if (inOnceGone) {
        double step =
            onceGone.size() >= againGone.size() ? 1 : (double) againGone.size() / onceGone.size();
        target = Math.min(c, target + step);
        onceGone.remove(number);
      } else if (inAgainGone) {
        double step =
            againGone.size() >= onceGone.size() ? 1 : (double) onceGone.size() / againGone.size();
        target = Math.max(0, target - step);
        againGone.remove(number);
      }
    }

    @Override
    void load(Page page) {
      (inOnceGone || inAgainGone ? again : once).add(page);
    }

    @Override
    Page victim() {
      if (!inOnceGone && !inAgainGone) {
        int all = once.size() + again.size() + onceGone.size() + againGone.size();
        if (once.size() + onceGone.size() == frames.length) {
          if (once.size() == frames.length) {
            return once.remove(0);
          }
          onceGone.remove(0);
        } else if (all == 2 * frames.length) {
          againGone.remove(0);
        }
      }
      boolean tooLong = once.size() > target || inAgainGone && once.size() == target;
      boolean fromOnce = !once.isEmpty() && tooLong || again.isEmpty();
      Page page = (fromOnce ? once : again).remove(0);
      (fromOnce ? onceGone : againGone).add(page.number);
      return page;
    }
  }

  /** S3-FIFO. */
  static final class S3Fifo extends NaivePolicies {
    private final List<Page> small = new ArrayList<>();
    private final List<Page> main = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private final Map<Page, Integer> uses = new HashMap<>();
    private final int mostSmall;
    private final int mostGone;
    private boolean known;

    S3Fifo(int frames) {
      super(frames);
      this.mostSmall = Math.max(1, frames / 10);
      this.mostGone = Math.max(1, frames * 9 / 10);
    }

    @Override
    void wanted(long number) {
      known = gone.remove(number);
    }

    @Override
    void hit(Page page) {
      uses.put(page, Math.min(3, uses.get(page) + 1));
    }

    @Override
    void load(Page page) {
      uses.put(page, 0);
      (known ? main : small).add(page);
    }

    @Override
    Page victim() {
      Page page = null;
      while (page == null) {
        boolean fromMain = main.size() > frames.length - mostSmall || small.isEmpty();
        page = fromMain ? fromMain() : fromSmall();
      }
      return page;
    }

    private Page fromMain() {
      Page page = main.remove(0);
      while (uses.get(page) > 0) {
        uses.put(page, uses.get(page) - 1);
        main.add(page);
        page = main.remove(0);
      }
      return page;
    }

    private Page fromSmall() {
      while (!small.isEmpty()) {
        Page page = small.remove(0);
        if (uses.get(page) < 2) {
          gone.add(page.number);
          if (gone.size() > mostGone) {
            gone.remove(0);
          }
          return page;
        }
        uses.put(page, 0);
        main.add(page);
      }
      return null;
    }
  }

  /** SIEVE. */
  static final class Sieve extends NaivePolicies {
    private final List<Page> newestLast = new ArrayList<>();
    private int hand;

    Sieve(int frames) {
      super(frames);
    }

    @Override
    void hit(Page page) {
      page.visited = true;
    }

    @Override
    void load(Page page) {
      newestLast.add(page);
    }

    @Override
    Page victim() {
      hand = hand == newestLast.size() ? 0 : hand;
      // The list may have grown since the hand came to its end: there it begins again.
      while (newestLast.get(hand).visited) {
        newestLast.get(hand).visited = false;
        hand = (hand + 1) % newestLast.size();
      }
      Page page = newestLast.remove(hand);
      hand = hand == newestLast.size() ? 0 : hand;
      return page;
    }
  }

  /** Belady's, by looking ahead at every victim. */
  static final class Opt extends NaivePolicies {
    private final long[] pages;

    Opt(int frames, long[] pages) {
      super(frames);
      this.pages = pages;
    }

    @Override
    Page victim() {
      return first(Comparator.comparingInt(p -> -next(p)));
    }

    private int next(Page page) {
      for (int i = (int) now; i < pages.length; i++) {
        if (pages[i] == page.number) {
          return i;
        }
      }
      return Integer.MAX_VALUE;
    }
  }
}
