package dev.vsim.exec;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Operation;
import dev.vsim.machine.time.Phase;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.List;

/** What acts at an instant rather than in its turn. */
final class Instants {
  private Instants() {}

  /** An operation that knows which statement began it. */
  interface Placed extends Operation {
    Node node();
  }

  /** {@code start C}: a command that goes on beside what follows. */
  record Started(Node node, Operation operation) implements Placed {
    @Override
    public boolean isOver() {
      return operation.isOver();
    }
  }

  /** {@code at 5ms { }}: puts the block into the event queue. */
  static final class Appoint extends StatementNode {
    private final ExprNode instant;
    private final Block body;
    private final int[] rounds;
    private final Context context;

    /**
     * @param rounds the slots of what the loops around it count and declare: the block sees them as
     *     they were when it was put into the queue
     */
    Appoint(At at, ExprNode instant, Block body, List<Integer> rounds, Context context) {
      super(at, context.meter());
      this.instant = instant;
      this.body = body;
      this.rounds = rounds.stream().mapToInt(Integer::intValue).toArray();
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      EventQueue queue = context.setting().machine().queue();
      long when = instant.whole(frame);
      if (when < context.setting().machine().clock().now()) {
        String now = Printed.whole(context.setting().machine().clock().now(), Dimension.DURATION);
        throw instant.stop(
            ActionProblem.INSTANT_PASSED, Printed.whole(when, Dimension.DURATION), now);
      }
      Pending pending = new Pending(frame);
      context.setting().machine().outstanding().add(pending);
      queue.at(Math.min(when, EventQueue.END), Phase.ACT, 0, pending, 0);
      return Flow.ON;
    }

    /** The block with the variables and the actor that it had when it was put into the queue. */
    private final class Pending implements Happening, Placed {
      private final Frame frame;
      private final Subject actor;
      private final Frame kept;
      private boolean begun;

      Pending(Frame frame) {
        this.frame = frame;
        this.actor = frame.actor;
        this.kept = new Frame(rounds.length, frame, frame.actor);
        for (int i = 0; i < rounds.length; i++) {
          kept.wholes[i] = frame.wholes[rounds[i]];
          kept.values[i] = frame.values[rounds[i]];
        }
        context.meter().values().hold(kept);
      }

      @Override
      public Node node() {
        return Appoint.this;
      }

      @Override
      public boolean isOver() {
        return begun;
      }

      @Override
      public void happen(long about) {
        begun = true;
        context.meter().enterCall(Appoint.this, kept);
        final long held = context.meter().values().suspend();
        final Subject outer = frame.actor;
        frame.actor = actor;
        exchange();
        context.setting().machine().queue().act(() -> body.run(frame));
        exchange();
        frame.actor = outer;
        context.meter().values().resume(held);
        context.meter().values().release(kept);
        context.meter().leaveCall();
      }

      private void exchange() {
        for (int i = 0; i < rounds.length; i++) {
          long whole = frame.wholes[rounds[i]];
          frame.wholes[rounds[i]] = kept.wholes[i];
          kept.wholes[i] = whole;
          Value value = frame.values[rounds[i]];
          frame.values[rounds[i]] = kept.values[i];
          kept.values[i] = value;
        }
      }
    }
  }
}
