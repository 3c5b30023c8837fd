package dev.vsim.machine.virt;

import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.world.Budget;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a migration has sent of a VM's memory: all of it, and then again what the guest has written
 * to meanwhile (Clark et al., Live Migration of Virtual Machines, NSDI 2005). Pages of zeros are
 * sent, but take nothing here.
 */
public final class MemoryCopy {
  private static final int PAGE = PagingForm.EPT.pageSize();

  /** A page, its place in the map, and what arrays take beside their bytes. */
  private static final long PAGE_BYTES = PAGE + 80L;

  private final Vm vm;
  private final Hypervisor hypervisor;
  private final GuestMemory memory;
  private final WriteLog written;
  private final Budget budget;
  private final SortedMap<Integer, byte[]> sent = new TreeMap<>();

  MemoryCopy(Vm vm, Hypervisor hypervisor, GuestMemory memory, WriteLog written, Budget budget) {
    this.vm = vm;
    this.hypervisor = hypervisor;
    this.memory = memory;
    this.written = written;
    this.budget = budget;
  }

  /**
   * Sends all pages; what is written from now on is noted.
   *
   * @return how many of them hold anything but zeros
   */
  public int sendAll() {
    written.begin();
    for (int frame : hypervisor.frames()) {
      clean(frame);
      send(frame);
    }
    forgetWrites();
    return sent.size();
  }

  /** How many pages have been written to since they were sent. */
  public int written() {
    return written.count();
  }

  /** Sends again what has been written to since it was sent. */
  public void sendWritten() {
    BitSet frames = written.take();
    for (int frame = frames.nextSetBit(0); frame >= 0; frame = frames.nextSetBit(frame + 1)) {
      clean(frame);
      send(frame);
    }
    forgetWrites();
  }

  /** What the processor has cached says that pages may be written to without a note. */
  private void forgetWrites() {
    vm.ept().forgetWrites();
    vm.kernel().tlb().clear();
  }

  private void clean(int frame) {
    if (vm.ept().backs(frame)) {
      vm.ept().clean(frame);
    }
  }

  private void send(int frame) {
    if (hypervisor.isKernels(frame)) {
      return;
    }
    if (sent.remove(frame) != null) {
      budget.release(PAGE_BYTES);
    }
    byte[] bytes = memory.copy(frame);
    if (bytes != null && !isZero(bytes)) {
      budget.charge(PAGE_BYTES);
      sent.put(frame, bytes);
    }
  }

  private static boolean isZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** What has arrived, and which frames were backed. */
  GuestImage arrived() {
    SortedMap<Integer, Optional<byte[]>> held = new TreeMap<>();
    for (int frame : hypervisor.frames()) {
      held.put(frame, Optional.ofNullable(sent.get(frame)));
    }
    return new GuestImage(held, PAGE);
  }

  /** It is needed no longer: nothing is noted any more. */
  public void end() {
    written.end();
    budget.release(sent.size() * PAGE_BYTES);
    sent.clear();
  }
}
