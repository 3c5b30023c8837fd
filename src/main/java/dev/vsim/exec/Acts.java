package dev.vsim.exec;

import dev.vsim.machine.time.Operation;
import dev.vsim.machine.world.Budget;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** Commands and declarations. */
final class Acts {
  private Acts() {}

  /** Who acts in a declaration. */
  private static Subject nobody() {
    throw new IllegalStateException("nobody acts in a declaration");
  }

  /** A command. */
  /** Refers to memory, after which nothing more is done. */
  static final class Last extends StatementNode {
    private final StatementNode command;
    private final Context context;

    Last(At at, StatementNode command, Context context) {
      super(at, context.meter());
      this.command = command;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      context.setting().machine().foresight().nothingFollows();
      return command.execute(frame);
    }
  }

  static final class Perform extends StatementNode {
    private final Command command;
    private final GivenArguments given;
    private final String defaultActor;
    private final boolean started;
    private final Context context;
    private final Timeline timeline;
    private final Supplier<Subject> byDefault;
    private Subject actor;
    private String echo;

    /**
     * @param defaultActor the path of who acts where no {@code on} says so; empty for the host's
     *     first process
     * @param started whether it goes on beside what follows
     */
    Perform(
        At at,
        Command command,
        GivenArguments given,
        String defaultActor,
        boolean started,
        Context context) {
      super(at, context.meter());
      this.command = command;
      this.given = given;
      this.defaultActor = defaultActor;
      this.started = started;
      this.context = context;
      this.timeline = new Timeline(context);
      this.byDefault = this::byDefault;
    }

    @Override
    Flow execute(Frame frame) {
      Arguments arguments = given.fill(frame, known(frame), byDefault, source());
      timeline.before(this);
      if (echo == null) {
        echo = text().replaceAll("\\s*[\\r\\n]+\\s*", " ");
      }
      context.writer().command(echo);
      Outcome outcome = context.within(this, () -> command.perform(arguments, context.setting()));
      if (outcome instanceof Outcome.Runs runs) {
        run(runs.operation());
      } else if (outcome != Outcome.DONE) {
        tell(outcome, this, given, context);
      }
      timeline.after(this);
      context.checkLog(this);
      return Flow.ON;
    }

    private void run(Operation operation) {
      if (started) {
        timeline.start(this, operation);
      } else {
        timeline.until(this, operation);
      }
    }

    /** Who acts, or null if that is whoever does by default. */
    private Subject known(Frame frame) {
      if (frame.actor != null) {
        return frame.actor;
      }
      return defaultActor.isEmpty() && frame.caller != null ? frame.caller : actor;
    }

    private Subject byDefault() {
      if (actor == null) {
        actor = context.actor(this, defaultActor);
      }
      return actor;
    }
  }

  /** A declaration. */
  static final class Declare extends StatementNode {
    private static final int MOST_ROWS = 1 << 20;
    private static final int A_FEW = 16;

    private final Kind kind;
    private final String name;
    private final Optional<ExprNode> rows;
    private final Optional<ExprNode> owner;
    private final GivenArguments given;
    private final Context context;

    Declare(
        At at,
        Kind kind,
        String name,
        Optional<ExprNode> rows,
        Optional<ExprNode> owner,
        GivenArguments given,
        Context context) {
      super(at, context.meter());
      this.kind = kind;
      this.name = name;
      this.rows = rows;
      this.owner = owner;
      this.given = given;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      Optional<Subject> in = owner.map(o -> subject(o, frame));
      if (rows.isEmpty()) {
        declare(name, in, frame);
        return Flow.ON;
      }
      long count = rows.get().whole(frame);
      if (count < 1 || count > MOST_ROWS) {
        throw rows.get().stop(TypeProblem.OUT_OF_RANGE, count, 1, MOST_ROWS);
      }
      declareRow(count, in, frame);
      return Flow.ON;
    }

    /** The objects of a row are alike: after a few it is known whether all of them fit. */
    private void declareRow(long count, Optional<Subject> in, Frame frame) {
      Budget budget = context.setting().machine().budget();
      long least = Long.MAX_VALUE;
      for (long i = 0; i < count; i++) {
        long before = budget.used();
        round();
        declare(name + "[" + i + "]", in, frame);
        least = Math.min(least, budget.used() - before);
        if (i == A_FEW) {
          long rest = least * (count - i);
          context.within(
              this,
              () -> {
                budget.require(rest);
                return Outcome.DONE;
              });
        }
      }
    }

    private Subject subject(ExprNode owner, Frame frame) {
      if (owner.value(frame) instanceof Value.Thing thing) {
        return context.here(owner, thing);
      }
      throw owner.stop(ActionProblem.NOT_THERE, owner.text());
    }

    private void declare(String one, Optional<Subject> in, Frame frame) {
      Arguments arguments = given.fill(frame, frame.actor, Acts::nobody, source());
      Declaration declaration = new Declaration(one, in, arguments);
      Outcome outcome = context.within(this, () -> kind.declare(declaration, context.setting()));
      tell(outcome, this, given, context);
    }
  }

  /** What a command says in passing costs nothing: so many characters. */
  private static final int SENTENCES = 250;

  /** What a drawn character takes beyond that, in references of a replay. */
  private static final int DRAWING = 10;

  private static void tell(Outcome outcome, Node node, GivenArguments given, Context context) {
    if (outcome instanceof Outcome.Shown shown) {
      // Drawing is work whether or not anybody reads it.
      long drawn = shown.lines().stream().mapToLong(String::length).sum();
      context.meter().work(node, DRAWING * Math.max(0, drawn - SENTENCES));
      shown.lines().forEach(context.writer()::comment);
    } else if (outcome instanceof Outcome.Wrong wrong) {
      Node place = wrong.at().flatMap(given::node).orElse(node);
      throw wrong.problem() instanceof LimitProblem limit
          ? context.meter().limit(place, limit, wrong.arguments().toArray())
          : place.stop(wrong.problem(), wrong.arguments().toArray());
    } else if (outcome instanceof Outcome.Ends ends) {
      throw new Stopped(
          Ending.Sort.FAILED,
          dev.vsim.source.Diagnostic.of(
              ActionProblem.STOPPED, node.source(), node.span(), ends.why()));
    }
  }
}
