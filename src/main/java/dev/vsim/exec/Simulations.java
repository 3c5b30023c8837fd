package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.SourceRule;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Sorts;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Other worlds: making one, acting in it, looking at it. */
final class Simulations {
  private Simulations() {}

  /** The world that an expression yields. */
  static SimulatedWorld world(ExprNode node, Frame frame) {
    Value value = node.value(frame);
    // Nothing but a simulation makes worlds that can be held.
    if (value instanceof Value.World world) {
      return (SimulatedWorld) world.universe();
    }
    throw node.stop(TypeProblem.WRONG_SORT, "a world that `simulate` made", Sorts.prose(value));
  }

  /** {@code simulate "lru.vsim" < frames 3 >}. */
  static final class Simulate extends ExprNode {
    private final ExprNode scenario;
    private final Optional<CheckedProgram> program;
    private final Optional<List<SourceRule>> submission;
    private final List<Given> given;
    private final Context context;

    /** What one {@code param} of it is given. */
    record Given(String name, Span span, ExprNode value) {}

    /**
     * @param program the scenario, where it was known beforehand
     */
    Simulate(
        At at,
        ExprNode scenario,
        Optional<CheckedProgram> program,
        List<Given> given,
        Context context) {
      this(at, scenario, program, Optional.empty(), given, context);
    }

    private Simulate(
        At at,
        ExprNode scenario,
        Optional<CheckedProgram> program,
        Optional<List<SourceRule>> submission,
        List<Given> given,
        Context context) {
      super(at);
      this.submission = submission;
      this.scenario = scenario;
      this.program = program;
      this.given = given;
      this.context = context;
    }

    /** {@code simulate submission < frames 3; lock mem >}. */
    static Simulate ofSubmission(
        At at, List<SourceRule> rules, List<Given> given, Context context) {
      ExprNode word = new Values.Constant(at, new Value.Text("submission"));
      return new Simulate(at, word, Optional.empty(), Optional.of(rules), given, context);
    }

    @Override
    boolean calls() {
      return true;
    }

    @Override
    Value value(Frame frame) {
      Simulator.Request request = request(frame);
      context.meter().simulate(this);
      final long held = context.meter().values().suspend();
      Simulator.Simulated simulated = context.simulator().simulate(request);
      context.meter().values().resume(held);
      context.meter().work(this, 0);
      if (simulated instanceof Simulator.Simulated.Ended ended) {
        context.in((SimulatedWorld) ended.world().universe()).checkLog(this);
        context.witness().simulated(source(), span());
        return ended.world();
      }
      Simulator.Simulated.Failed failed = (Simulator.Simulated.Failed) simulated;
      throw new Stopped(failed.sort(), simulatedHere(failed.why()));
    }

    private Simulator.Request request(Frame frame) {
      Value path = scenario.value(frame);
      if (!(path instanceof Value.Text text)) {
        throw scenario.stop(TypeProblem.WRONG_SORT, "the path of a scenario", Sorts.prose(path));
      }
      List<Simulator.Given> values = new ArrayList<>(given.size());
      for (Given one : given) {
        values.add(new Simulator.Given(one.name(), one.span(), one.value().value(frame)));
      }
      return new Simulator.Request(text.text(), program, submission, values, source(), span());
    }

    /** Says once for each place through which the run came that it is a simulation. */
    private Diagnostic simulatedHere(Diagnostic why) {
      Diagnostic.Note note =
          new Diagnostic.Note(Optional.of(source()), span(), "it was simulated here");
      boolean said =
          isHere(why.source(), why.span())
              || why.others().stream()
                  .anyMatch(n -> n.source().isPresent() && isHere(n.source().get(), n.span()));
      return said ? why : why.withNote(note);
    }

    private boolean isHere(SourceText text, Span place) {
      return text.name().equals(source().name()) && place.equals(span());
    }
  }

  /** {@code in r { … }}. */
  static final class Visit extends StatementNode {
    private final ExprNode world;
    private final Programs programs;
    private final Function<Programs, Block> plan;

    /**
     * @param programs the files of the one who acts
     * @param plan the block, to act in the world of which these are the files
     */
    Visit(At at, ExprNode world, Programs programs, Function<Programs, Block> plan) {
      super(at, programs.context().meter());
      this.world = world;
      this.programs = programs;
      this.plan = plan;
    }

    @Override
    Flow execute(Frame frame) {
      Block block = Simulations.world(world, frame).visit(this, programs, plan);
      final Subject actor = frame.actor;
      final Subject caller = frame.caller;
      frame.actor = null;
      frame.caller = null;
      Flow flow = block.run(frame);
      frame.actor = actor;
      frame.caller = caller;
      return flow;
    }
  }

  /** {@code expect in r P}. */
  static final class Expect extends StatementNode {
    private final ExprNode world;
    private final Assertions.Form form;
    private final Context context;

    Expect(At at, ExprNode world, Assertions.Form form, Context context) {
      super(at, context.meter());
      this.world = world;
      this.form = form;
      this.context = context;
    }

    @Override
    Flow execute(Frame frame) {
      if (context.witness().listens()) {
        Assertions.ask(this, form, context.in(world(world, frame)), frame);
      }
      return Flow.ON;
    }
  }

  /** {@code let e = expect in r P}. */
  static final class Found extends ExprNode {
    private final ExprNode world;
    private final Assertions.Form form;
    private final Context context;

    Found(At at, ExprNode world, Assertions.Form form, Context context) {
      super(at);
      this.world = world;
      this.form = form;
      this.context = context;
    }

    @Override
    Value value(Frame frame) {
      return Assertions.found(this, form, context.in(world(world, frame)), frame);
    }
  }
}
