package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * VMware's paravirtual card: frames lie in rings that both sides read, one doorbell announces a
 * whole burst, interrupts come at most once each 50 us, and another core carries the frames over
 * (rules.md R29).
 *
 * <p>What a vCPU pays, in counted work: for a burst one pass of the stack and one doorbell, an
 * exit; without TSO one doorbell a segment, and a copy of each, since the driver cuts the burst
 * itself; for an interrupt two exits, and a pass of the stack for each packet that it brings,
 * segments of one stream counting as one with LRO.
 */
final class Vmxnet3 implements CardModel {
  private static final long BETWEEN_INTERRUPTS = 50_000_000;
  private static final int EXITS_AN_INTERRUPT = 2;
  private static final int LONGEST_JOINED = 65_535;
  private static final int FIRST_VECTOR = 0x40;
  private static final String DOORBELL = "txprod";

  private final NetWorld world;
  private final Guest guest;
  private final VirtualNic nic;
  private final long exit;
  private final long stack;
  private final long copy;
  private final Lane carried;
  private final Steering steering;
  private final List<Queue> queues = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Burst> answers = new ArrayList<>();
  private boolean answering;
  private int doorbells;

  Vmxnet3(NetWorld world, Guest guest, VirtualNic nic) {
    this.world = world;
    this.guest = guest;
    this.nic = nic;
    this.exit = guest.costs().of(Cost.VM_EXIT);
    this.stack = guest.costs().of(Cost.GUEST_STACK);
    this.copy = guest.costs().of(Cost.COPY);
    this.carried = new Lane(world, Pace.software(guest.costs()), nic::enter);
    this.steering = new Steering(nic.settings().queues());
    for (int i = 0; i < nic.settings().queues(); i++) {
      queues.add(new Queue(i));
    }
  }

  /**
   * What goes out by one doorbell, unless it is to be cut.
   *
   * @param stream whether it is one stretch of a TCP stream, which the stack handed down as a whole
   */
  private record Burst(List<Frame> frames, boolean stream) {}

  @Override
  public void send(Frame frame) {
    world.charge(frame);
    if (!answering) {
      send(new Burst(List.of(frame), false));
    } else if (answers.isEmpty() || answers.get(answers.size() - 1).stream) {
      answers.add(new Burst(new ArrayList<>(List.of(frame)), false));
    } else {
      answers.get(answers.size() - 1).frames.add(frame);
    }
  }

  @Override
  public void send(List<Frame> stretch) {
    stretch.forEach(world::charge);
    Burst burst = new Burst(stretch, true);
    if (answering) {
      answers.add(burst);
    } else {
      send(burst);
    }
  }

  private void send(Burst burst) {
    queues.get(steering.queue(burst.frames.get(0).octets())).send(burst);
  }

  /** The guest handles frames; what it sends meanwhile goes out behind them, by few doorbells. */
  private void answer(Runnable handling) {
    answering = true;
    handling.run();
    answering = false;
    List<Burst> all = List.copyOf(answers);
    answers.clear();
    all.forEach(this::send);
  }

  @Override
  public boolean isBusy() {
    return doorbells > 0 || answers.stream().anyMatch(Burst::stream);
  }

  @Override
  public void whenFree(Runnable work) {
    waiting.add(work);
  }

  @Override
  public void receive(Frame frame) {
    world.charge(frame);
    queues.get(steering.queue(frame.octets())).receive(frame);
  }

  /** A pair of rings, one each way, with its interrupt. */
  private final class Queue implements Happening {
    private static final int RAISED = -1;
    private static final int HANDLED = -2;

    private final int number;
    private final Turn vcpu;
    private final Turn pause;
    private final Deque<Frame> sending = new ArrayDeque<>();
    private final Deque<Frame> receiving = new ArrayDeque<>();
    private boolean armed;
    private int batch;

    Queue(int number) {
      this.number = number;
      this.vcpu = guest.processor(number);
      this.pause = new Turn(world.queue());
    }

    void send(Burst burst) {
      sending.addAll(burst.frames);
      if (!burst.stream || nic.settings().tso()) {
        ring(stack + exit, burst.frames.size());
        return;
      }
      long passed = stack;
      for (Frame frame : burst.frames) {
        ring(passed + copy * frame.length() + exit, 1);
        passed = 0;
      }
    }

    private void ring(long work, int frames) {
      doorbells++;
      world.queue().in(vcpu.take(work), Phase.COMPLETION, 0, this, frames);
    }

    void receive(Frame frame) {
      receiving.add(frame);
      arm();
    }

    private void arm() {
      if (!armed) {
        armed = true;
        world.queue().in(pause.backlog(), Phase.INTERRUPT, 0, this, RAISED);
      }
    }

    @Override
    public void happen(long about) {
      switch ((int) about) {
        case RAISED -> raised();
        case HANDLED -> handled();
        default -> rung((int) about);
      }
    }

    private void rung(int frames) {
      doorbells--;
      nic.exits().access(guest.vcpu(number), DOORBELL);
      for (int i = 0; i < frames; i++) {
        Frame frame = sending.remove();
        nic.tellSent(frame);
        carried.receive(frame);
        world.release(frame);
      }
      while (!isBusy() && !waiting.isEmpty()) {
        waiting.remove().run();
      }
    }

    private void raised() {
      pause.take(BETWEEN_INTERRUPTS);
      batch = receiving.size();
      long work = EXITS_AN_INTERRUPT * exit + passes() * stack;
      world.queue().in(vcpu.take(work), Phase.INTERRUPT, 0, this, HANDLED);
    }

    /** How many passes of the stack the frames that wait will take. */
    private int passes() {
      int passes = 0;
      int joined = LONGEST_JOINED;
      for (Frame frame : receiving) {
        int data = nic.settings().lro() ? data(frame) : 0;
        if (data == 0 || joined + data > LONGEST_JOINED) {
          passes++;
          joined = data == 0 ? LONGEST_JOINED : data;
        } else {
          joined += data;
        }
      }
      return passes;
    }

    private int data(Frame frame) {
      return frame.isSegment() && Ipv4.isTcp(frame.octets()) ? Tcp.length(frame.octets()) : 0;
    }

    private void handled() {
      armed = false;
      nic.exits().interrupt(guest.vcpu(number), FIRST_VECTOR + nic.number());
      nic.exits().endOfInterrupt(guest.vcpu(number));
      answer(this::takeBatch);
      if (!receiving.isEmpty()) {
        arm();
      }
    }

    private void takeBatch() {
      for (int i = 0; i < batch; i++) {
        Frame frame = receiving.remove();
        nic.take(frame);
        world.release(frame);
      }
    }
  }
}
