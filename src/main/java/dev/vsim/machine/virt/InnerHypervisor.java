package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.FrameSet;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/**
 * What the host does for a VM in a VM. The outer VM's hypervisor has an EPT for the inner one, from
 * its guest-physical to the outer's; the host has one for the outer. Processors walk one EPT only,
 * so the host merges the two; and every exit of the inner VM comes to the host, which reflects what
 * is the outer hypervisor's (Ben-Yehuda et al., The Turtles Project, OSDI 2010; rules.md R24).
 */
final class InnerHypervisor implements EptFaults, GuestUses {
  private static final EventKind EPT_VIOLATION = EventKind.of(VirtEvent.EptViolation.class);
  private static final EventKind EPT_MAP = EventKind.of(VirtEvent.EptMap.class);
  private static final EntryFormat ENTRIES = EntryFormat.EPT;

  private final Vm vm;
  private final Vm outer;
  private final Ept merged;
  private final Kernel host;
  private final Clock clock;
  private final Journal journal;

  InnerHypervisor(Vm vm, Vm outer, World world) {
    this.vm = vm;
    this.outer = outer;
    this.host = outer.host();
    this.clock = world.clock();
    this.journal = world.journal();
    this.merged =
        new Ept(
            outer.settings().hardware().ept().withLargest(1),
            host,
            new WriteLog(0, world.budget()),
            world);
    merged.guardTables();
    vm.ept().whenChanged(this::forget);
    outer.ept().whenChanged(this::forget);
  }

  /** The EPT that processors walk for the inner VM. */
  Ept merged() {
    return merged;
  }

  /** What the two EPTs were is no longer so. */
  private void forget() {
    merged.clear();
    vm.forgetTranslations();
  }

  @Override
  public boolean violation(long gva, long gpa, Op op) {
    exit(gva, gpa, Hypervisor.ofPage(merged.entry(frame(gpa)), op));
    return supply(frame(gpa), op);
  }

  @Override
  public void tableViolation(long gva, long gpa, boolean writes) {
    exit(gva, gpa, Hypervisor.ofTable(merged.entry(frame(gpa)), writes));
    supply(frame(gpa), writes ? Op.WRITE : Op.READ);
  }

  /** The host merges no entry that no processor takes: it is as good as none. */
  @Override
  public void misconfiguration(long gpa, Op op) {
    throw new IllegalStateException("a merged entry is misconfigured");
  }

  /** Tables are merged as they are met: a walk alone never violates (rules.md R8). */
  @Override
  public long tableEntry(int guestFrame) {
    if (!merged.backs(guestFrame) && isUsable(vm, guestFrame)) {
      int between = vm.ept().hostFrame(guestFrame);
      if (isUsable(outer, between)) {
        merge(guestFrame);
      }
    }
    return merged.entry(guestFrame);
  }

  /** Whether a VM's entry can be merged: a processor would take it. */
  private boolean isUsable(Vm whose, int frame) {
    return whose.ept().backs(frame) && !merged.isMisconfigured(whose.ept().entry(frame));
  }

  private boolean permits(Vm whose, int frame, Op op) {
    return isUsable(whose, frame) && ENTRIES.allows(whose.ept().entry(frame), op.ordinal());
  }

  /** What no processor would take is written anew first. */
  private boolean permit(Vm whose, int frame, Op op) {
    if (whose.ept().backs(frame) && !isUsable(whose, frame)) {
      whose.hypervisor().renew(frame);
    }
    return whose.hypervisor().permit(frame, op);
  }

  /**
   * What the outer hypervisor lacks it supplies itself; then the host merges, unless the outer VM
   * had to give up the page meanwhile.
   */
  private boolean supply(int guestFrame, Op op) {
    if (!permits(vm, guestFrame, op)) {
      Vcpu hypervisor = outer.vcpus().get(0);
      Exits.reflect(hypervisor);
      clock.advance(outer.kernel().costs().of(Cost.FAULT_HANDLER));
      if (!permit(vm, guestFrame, op)) {
        return false;
      }
      tell(vm, guestFrame, vm.ept().entry(guestFrame), 1);
      Exits.resume(hypervisor);
    }
    int between = vm.ept().hostFrame(guestFrame);
    if (!permits(outer, between, op)) {
      if (!permit(outer, between, op)) {
        return false;
      }
      tell(outer, between, outer.ept().entry(between), 0);
    }
    if (vm.ept().backs(guestFrame) && vm.ept().hostFrame(guestFrame) == between) {
      merge(guestFrame);
      tell(vm, guestFrame, merged.entry(guestFrame), 0);
    }
    vm.ways().goOn(vm.vcpus().get(0), VirtEvent.ABSENT);
    return true;
  }

  /** A page is where the inner guest has it, and so where the outer one has that. */
  @Override
  public void noteUse(int guestFrame, Op op) {
    vm.lodging().noteUse(guestFrame, op);
    outer.lodging().noteUse(vm.ept().hostFrame(guestFrame), op);
  }

  @Override
  public void reference() {
    outer.lodging().reference();
  }

  @Override
  public boolean countsReferences() {
    return outer.lodging().countsReferences();
  }

  @Override
  public FrameSet frameSetBehind(FrameSet own) {
    return outer.lodging().frameSetBehind(own);
  }

  /** The outer VM's own policy does not hear of it: its hypervisor sees no reference. */
  @Override
  public void used(int guestFrame, int frame) {
    outer.lodging().used(vm.ept().hostFrame(guestFrame), frame);
  }

  /** An entry permits what both permit. */
  private void merge(int guestFrame) {
    long inner = vm.ept().entry(guestFrame);
    long below = outer.ept().entry(ENTRIES.frame(inner));
    int both = ENTRIES.grants(inner) & ENTRIES.grants(below);
    merged.put(guestFrame, ENTRIES.frame(below), Rights.ofGrants(both));
  }

  private static int frame(long gpa) {
    return (int) PagingForm.EPT.page(gpa);
  }

  private void exit(long gva, long gpa, int qualification) {
    Vcpu vcpu = vm.vcpus().get(0);
    if (journal.wants(EPT_VIOLATION)) {
      journal.accept(new VirtEvent.EptViolation(vcpu, gpa, qualification, gva));
    }
    vm.ways().exit(vcpu, ExitReason.EPT_VIOLATION);
    clock.advance(host.costs().of(Cost.FAULT_HANDLER));
  }

  private void tell(Vm whose, int guestFrame, long entry, long level) {
    if (journal.wants(EPT_MAP)) {
      int shift = PagingForm.EPT.offsetBits();
      long gpa = (long) guestFrame << shift;
      long hpa = (long) ENTRIES.frame(entry) << shift;
      Rights rights = ENTRIES.rights(entry);
      String word = rights == Rights.RWX ? null : rights.word();
      journal.accept(new VirtEvent.EptMap(whose, gpa, hpa, VirtEvent.ABSENT, word, level));
    }
  }
}
