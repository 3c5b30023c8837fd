package dev.vsim.machine.virt;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.PhysicalMemory;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.TableFrames;
import dev.vsim.machine.world.Budget;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a guest kernel takes for physical memory: frames that the EPT leads to frames of the host,
 * or to nothing yet.
 */
final class GuestMemory implements PhysicalMemory {
  /** A page, its place in the map, and what arrays take beside their bytes. */
  private static final long WAITING_BYTES = 4096 + 64;

  private Kernel host;

  /** What lies behind: RAM, or what another guest takes for it. */
  private PhysicalMemory below;

  private final Ept ept;
  private final Lodging lodging;
  private final VmSettings.Backing backing;
  private final Budget budget;
  private final WriteLog written;

  /** Null where nothing is behind. */
  private PagesBehind behind;

  /** How many frames are not the kernel's own. */
  private final int frames;

  /** What the guest's handler put into frames that the host has not backed yet (rules.md R2). */
  private final Map<Integer, byte[]> waiting = new HashMap<>();

  GuestMemory(
      Kernel host,
      PhysicalMemory below,
      Ept ept,
      Lodging lodging,
      VmSettings settings,
      WriteLog written,
      Budget budget) {
    this.host = host;
    this.below = below;
    this.ept = ept;
    this.lodging = lodging;
    this.written = written;
    this.backing = settings.backing();
    this.frames = (int) (settings.kernel().memory() / ept.table().form().pageSize());
    this.budget = budget;
  }

  @Override
  public Ram ram() {
    return below.ram();
  }

  @Override
  public byte[] take(int frame) {
    fetch(frame);
    byte[] bytes = isItsOwn(frame) ? below.take(ept.hostFrame(frame)) : copy(frame);
    change(frame);
    if (bytes != null) {
      written.note(frame);
    }
    return bytes;
  }

  /** Whether the host has a frame behind one of the guest, and that serves nothing else. */
  private boolean isItsOwn(int frame) {
    return ept.backs(frame) && !lodging.isShared(frame);
  }

  /**
   * What a frame held is gone, and the guest's kernel puts something else there: it keeps the
   * host's frame that it has to itself, and has none otherwise until it is referred to.
   */
  private void change(int frame) {
    if (isItsOwn(frame)) {
      host.noteGuestWrite(ept.hostFrame(frame));
      return;
    }
    if (ept.backs(frame)) {
      lodging.leave(frame);
    }
    takeWaiting(frame);
    lodging.forgetSwapped(frame);
  }

  @Override
  public byte[] copy(int frame) {
    fetch(frame);
    if (ept.backs(frame)) {
      return below.copy(ept.hostFrame(frame));
    }
    byte[] bytes = waiting.get(frame);
    return bytes == null ? lodging.copyOfSwapped(frame) : bytes.clone();
  }

  @Override
  public void put(int frame, byte[] bytes) {
    if (behind != null) {
      behind.overwritten(frame);
    }
    written.note(frame);
    change(frame);
    if (ept.backs(frame)) {
      below.put(ept.hostFrame(frame), bytes);
    } else if (bytes != null) {
      budget.charge(WAITING_BYTES);
      waiting.put(frame, bytes);
    }
  }

  private byte[] takeWaiting(int frame) {
    byte[] bytes = waiting.remove(frame);
    if (bytes != null) {
      budget.release(WAITING_BYTES);
    }
    return bytes;
  }

  @Override
  public void surrender(int frame) {
    if (behind != null) {
      behind.overwritten(frame);
    }
    written.note(frame);
    if (ept.backs(frame)) {
      lodging.leave(frame);
    }
    takeWaiting(frame);
    lodging.forgetSwapped(frame);
  }

  @Override
  public void tableTaken(int frame) {
    if (backing == VmSettings.Backing.TAKEN && !ept.backs(frame)) {
      backTable(frame);
    }
  }

  /** Gives a table's frame one of the host's kernel region, alone or with those around it. */
  void backTable(int frame) {
    PagingForm form = ept.table().form();
    for (int level = ept.settings().largest(); level > 1; level--) {
      int count = form.frames(form.page(level, 0));
      int first = frame & -count;
      int hosts = first >= frames && ept.isFree(level, first) ? region(count) : TableFrames.NONE;
      if (hosts != TableFrames.NONE) {
        ept.mapLarge(level, first, hosts, Rights.RWX);
        backed(first, count);
        return;
      }
    }
    ept.map(frame, host.region().take(), Rights.RWX);
    backed(frame, 1);
  }

  private int region(int count) {
    return host.region().takeAligned(count);
  }

  /**
   * Frames of the host are behind so many of the guest from now on: what waits for them goes there.
   */
  void backed(int frame, int count) {
    for (int i = frame; i < frame + count && !waiting.isEmpty(); i++) {
      byte[] bytes = takeWaiting(i);
      if (bytes != null) {
        below.put(ept.hostFrame(i), bytes);
      }
    }
  }

  /** The frames that hold something although nothing of the host backs them, ascending. */
  SortedSet<Integer> waiting() {
    SortedSet<Integer> all = new TreeSet<>(waiting.keySet());
    all.addAll(lodging.swapped());
    return all;
  }

  /** It lies in another host's memory from now on; nothing of it waits. */
  void moveTo(Kernel other, PhysicalMemory otherBelow) {
    host = other;
    below = otherBelow;
  }

  /** Its pages follow it from another host. */
  void follow(PagesBehind pages) {
    behind = pages;
  }

  /** Whether no part of it is still elsewhere. */
  boolean isWhole() {
    return behind == null;
  }

  /** All that is still needed of them is here. */
  void hasAll() {
    behind = null;
  }

  /** The guest needs a frame, which may still be where it came from. */
  void fetch(int frame) {
    if (behind != null && behind.lacks(frame)) {
      behind.fetch(frame);
    }
  }

  /** Another frame of the host is behind a guest's, and so other bytes. */
  void changed(int frame) {
    written.note(frame);
  }

  /** Nothing waits any more. */
  void forget() {
    budget.release(waiting.size() * WAITING_BYTES);
    waiting.clear();
  }
}
