package dev.vsim.machine.virt;

import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.PhysicalMemory;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.paging.Rights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a guest kernel takes for physical memory: frames that the EPT leads to frames of the host,
 * or to nothing yet.
 */
final class GuestMemory implements PhysicalMemory {
  private final Kernel host;
  private final Ram ram;
  private final Ept ept;
  private final VmSettings.Backing backing;

  /** What the guest's handler put into frames that the host has not backed yet (rules.md R2). */
  private final Map<Integer, byte[]> waiting = new HashMap<>();

  GuestMemory(Kernel host, Ram ram, Ept ept, VmSettings.Backing backing) {
    this.host = host;
    this.ram = ram;
    this.ept = ept;
    this.backing = backing;
  }

  @Override
  public Ram ram() {
    return ram;
  }

  @Override
  public byte[] take(int frame) {
    return ept.backs(frame) ? ram.take(ept.hostFrame(frame)) : waiting.remove(frame);
  }

  @Override
  public byte[] copy(int frame) {
    byte[] bytes = waiting.get(frame);
    return ept.backs(frame) ? ram.copy(ept.hostFrame(frame)) : bytes == null ? null : bytes.clone();
  }

  @Override
  public void put(int frame, byte[] bytes) {
    if (ept.backs(frame)) {
      ram.put(ept.hostFrame(frame), bytes);
    } else if (bytes != null) {
      waiting.put(frame, bytes);
    }
  }

  @Override
  public void tableTaken(int frame) {
    if (backing == VmSettings.Backing.TAKEN && !ept.backs(frame)) {
      backTable(frame);
    }
  }

  /** Gives a table's frame one of the host's kernel region. */
  void backTable(int frame) {
    ept.map(frame, host.region().take(), Rights.RWX);
    backed(frame);
  }

  /** A frame of the host is behind a guest's from now on: what waits for it goes there. */
  void backed(int frame) {
    byte[] bytes = waiting.remove(frame);
    if (bytes != null) {
      ram.put(ept.hostFrame(frame), bytes);
    }
  }

  /** The frames that hold something although nothing of the host backs them, ascending. */
  List<Integer> waiting() {
    return waiting.keySet().stream().sorted().toList();
  }

  /** Nothing waits any more. */
  void forget() {
    waiting.clear();
  }
}
