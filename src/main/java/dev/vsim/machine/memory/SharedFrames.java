package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.world.World;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Frames of a host that serve several pages of guests, since they held the same: read-only until
 * one of them is written (Waldspurger, OSDI 2002; rules.md R23).
 */
public final class SharedFrames {
  private static final EventKind PAGE_SHARE = EventKind.of(VirtEvent.PageShare.class);

  /** What a page takes that shares its frame. */
  private static final int PAGE_BYTES = 96;

  /** To compare so many pages is as much work as one event. */
  private static final int PAGES_A_STEP = 4;

  private final Kernel host;
  private final World world;
  private final Map<Integer, List<GuestPage>> frames = new HashMap<>();
  private int pages;

  /**
   * To which page a guest has just referred, by a name that does not tell what it is merged with.
   */
  private long referredTo;

  /** A backed page of a guest, by its frame number there. */
  record GuestPage(Tenant tenant, int guestFrame) {}

  SharedFrames(Kernel host, World world) {
    this.host = host;
    this.world = world;
  }

  /** A guest has referred to a page; the policy in whose set the frame behind it is hears next. */
  public void refers(Tenant tenant, int guestFrame) {
    referredTo = name(new GuestPage(tenant, guestFrame));
  }

  /** The page of a frame that serves several to which a guest has just referred. */
  long referredTo() {
    return referredTo;
  }

  /** The names of all pages that a frame serves which serves several. */
  long[] names(int frame) {
    return frames.get(frame).stream().mapToLong(this::name).toArray();
  }

  private long name(GuestPage page) {
    return FrameTable.identity(host.overcommit().number(page.tenant()), page.guestFrame());
  }

  /** How many frames serve several pages. */
  public int size() {
    return frames.size();
  }

  /** How many frames more there would be in use if none were shared. */
  public int saved() {
    return pages - frames.size();
  }

  /** Whether a frame in use serves several pages. */
  public boolean isShared(int frame) {
    return frames.containsKey(frame);
  }

  /** How many pages of a VM lie in frames that serve others as well. */
  public int pagesOf(Tenant tenant) {
    int count = 0;
    for (List<GuestPage> sharers : frames.values()) {
      count += (int) sharers.stream().filter(p -> p.tenant() == tenant).count();
    }
    return count;
  }

  /** The pages in a frame that serves several. */
  List<GuestPage> of(int frame) {
    return List.copyOf(frames.get(frame));
  }

  /**
   * Merges equal pages, VMs in order of declaration, addresses ascending, until so many frames are
   * free.
   */
  void merge(Iterable<Tenant> tenants, Sharing sharing, int wanted) {
    Map<ByteBuffer, GuestPage> seen = new HashMap<>();
    ByteBuffer zeros = ByteBuffer.wrap(new byte[host.settings().paging().pageSize()]);
    long compared = 0;
    for (Tenant tenant : tenants) {
      if (!sharing.betweenVms()) {
        seen.clear();
      }
      int page = tenant.isPinned() ? FrameTable.NONE : tenant.nextBacked(0);
      while (page >= 0 && host.frames().free() < wanted) {
        byte[] bytes = host.memory().peek(tenant.hostFrame(page));
        compared += bytes == null ? 0 : 1;
        GuestPage one = new GuestPage(tenant, page);
        GuestPage other = seen.putIfAbsent(bytes == null ? zeros : ByteBuffer.wrap(bytes), one);
        if (other != null && frame(other) != frame(one)) {
          merge(other, one);
        }
        page = tenant.nextBacked(page + 1);
      }
    }
    world.journal().count(compared / PAGES_A_STEP);
  }

  private static int frame(GuestPage page) {
    return page.tenant().hostFrame(page.guestFrame());
  }

  /** All pages of both frames are in the lower one from now on. */
  private void merge(GuestPage before, GuestPage now) {
    boolean up = frame(before) < frame(now);
    int kept = up ? frame(before) : frame(now);
    int left = up ? frame(now) : frame(before);
    List<GuestPage> staying = take(kept, up ? before : now);
    List<GuestPage> moving = take(left, up ? now : before);
    staying.forEach(page -> page.tenant().share(page.guestFrame(), kept));
    for (GuestPage page : moving) {
      page.tenant().share(page.guestFrame(), kept);
      tell(page, kept);
      staying.add(page);
    }
    frames.put(kept, staying);
    pages += staying.size();
    world.budget().charge((long) moving.size() * PAGE_BYTES);
    host.mergedInto(kept, left);
  }

  private List<GuestPage> take(int frame, GuestPage alone) {
    List<GuestPage> sharers = frames.remove(frame);
    if (sharers == null) {
      return new ArrayList<>(List.of(alone));
    }
    pages -= sharers.size();
    return sharers;
  }

  private void tell(GuestPage page, int frame) {
    if (world.journal().wants(PAGE_SHARE)) {
      int bits = PagingForm.EPT.offsetBits();
      world
          .journal()
          .accept(
              new VirtEvent.PageShare(
                  page.tenant().subject(), (long) page.guestFrame() << bits, (long) frame << bits));
    }
  }

  /** One of several pages leaves a frame. */
  void leave(int frame, Tenant tenant, int guestFrame) {
    List<GuestPage> sharers = frames.get(frame);
    sharers.remove(new GuestPage(tenant, guestFrame));
    pages--;
    world.budget().release(PAGE_BYTES);
    hand(frame, sharers.get(0));
    if (sharers.size() == 1) {
      frames.remove(frame);
      pages--;
    }
  }

  /** A frame is known by another of its pages from now on, and is of the set which that is of. */
  private void hand(int frame, GuestPage page) {
    FrameSet before = host.frameSetOf(frame);
    FrameSet after = page.tenant().frameSet();
    if (before != after) {
      before.free(frame);
    }
    host.frames().hand(frame, host.overcommit().number(page.tenant()), page.guestFrame());
    if (before != after) {
      after.load(frame);
    }
  }

  /** All pages have left a frame. */
  void dissolve(int frame) {
    int count = frames.remove(frame).size();
    pages -= count;
    world.budget().release((long) (count - 1) * PAGE_BYTES);
  }
}
