package dev.vsim.machine.net;

import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Intel's 82540EM as hypervisors emulate it: the driver accesses registers for every frame, each an
 * exit that the hypervisor emulates, and the vCPU itself carries the frame over (rules.md R29).
 * Interrupts are not moderated. Register names are those of Intel's Software Developer's Manual for
 * the family, section 13.
 */
final class E1000 implements CardModel, Happening {
  private static final int SENT = 0;
  private static final int SENT_INTERRUPT = 1;
  private static final int RECEIVED = 2;

  /** The exits of an interrupt besides those for registers: its delivery and its end. */
  private static final int EXITS_AN_INTERRUPT = 2;

  private static final String[] AFTER_SENDING = {"icr", "imc", "ims"};
  private static final String[] AFTER_RECEIVING = {"icr", "imc", "ims", "rdt"};
  private static final int FIRST_VECTOR = 0x40;

  private final NetWorld world;
  private final Guest guest;
  private final VirtualNic nic;
  private final Turn vcpu;
  private final long exit;
  private final long access;
  private final long stack;
  private final long carry;
  private final long copy;
  private final Deque<Frame> sending = new ArrayDeque<>();
  private final Deque<Undertaking> interrupting = new ArrayDeque<>();
  private final Deque<Frame> receiving = new ArrayDeque<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  E1000(NetWorld world, Guest guest, VirtualNic nic) {
    this.world = world;
    this.guest = guest;
    this.nic = nic;
    this.vcpu = guest.processor(0);
    this.exit = guest.costs().of(Cost.VM_EXIT);
    this.access = exit + guest.costs().of(Cost.DEVICE_EMULATE);
    this.stack = guest.costs().of(Cost.GUEST_STACK);
    this.carry = guest.costs().of(Cost.SWITCH_FRAME);
    this.copy = guest.costs().of(Cost.COPY);
  }

  @Override
  public void send(Frame frame) {
    world.charge(frame);
    sending.add(frame);
    after(stack + access + carry + copy * frame.length(), Phase.COMPLETION, SENT);
  }

  @Override
  public boolean takesBursts() {
    return false;
  }

  @Override
  public boolean isBusy() {
    return !sending.isEmpty() || !interrupting.isEmpty();
  }

  @Override
  public void whenFree(Runnable work) {
    waiting.add(work);
  }

  @Override
  public void receive(Frame frame) {
    world.charge(frame);
    receiving.add(frame);
    long registers = AFTER_RECEIVING.length * access;
    long work = EXITS_AN_INTERRUPT * exit + registers + stack + copy * frame.length();
    after(work, Phase.INTERRUPT, RECEIVED);
  }

  private void after(long work, Phase phase, int what) {
    world.queue().in(vcpu.take(work), phase, 0, this, what);
  }

  @Override
  public void happen(long about) {
    switch ((int) about) {
      case SENT -> sent();
      case SENT_INTERRUPT -> sentInterrupt();
      default -> received();
    }
  }

  private void sent() {
    Frame frame = sending.remove();
    nic.exits().access(guest.vcpu(0), "tdt");
    nic.tellSent(frame);
    frame.cause().hold();
    interrupting.add(frame.cause());
    after(
        EXITS_AN_INTERRUPT * exit + AFTER_SENDING.length * access, Phase.INTERRUPT, SENT_INTERRUPT);
    nic.enter(frame);
    world.release(frame);
  }

  private void sentInterrupt() {
    interrupt(AFTER_SENDING);
    Undertaking cause = interrupting.remove();
    while (!isBusy() && !waiting.isEmpty()) {
      waiting.remove().run();
    }
    cause.release();
  }

  private void received() {
    Frame frame = receiving.remove();
    interrupt(AFTER_RECEIVING);
    nic.take(frame);
    world.release(frame);
  }

  private void interrupt(String[] registers) {
    nic.exits().interrupt(guest.vcpu(0), FIRST_VECTOR + nic.number());
    for (String register : registers) {
      nic.exits().access(guest.vcpu(0), register);
    }
    nic.exits().endOfInterrupt(guest.vcpu(0));
  }
}
