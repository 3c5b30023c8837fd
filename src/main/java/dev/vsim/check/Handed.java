package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code use submission as s} brings in: the submission's strategies, what {@code s.NAME}
 * names, and whatever these need. The rest of the file, which acts in a world of its own, stays
 * out.
 */
final class Handed {
  private static final String SUBMISSION = "submission";

  private final Scenario submission;
  private final Map<String, Stmt> byName = new HashMap<>();
  private final Set<Stmt> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private Handed(Scenario submission) {
    this.submission = submission;
  }

  /** Whether an expression says that the submission is meant. */
  static boolean isSubmission(Expr expr) {
    return expr instanceof Expr.Name name && name.name().equals(SUBMISSION);
  }

  /**
   * The part of a submission that a check needs.
   *
   * @param alias what the check calls it
   */
  static Scenario part(Scenario submission, String alias, List<Stmt> check) {
    return new Handed(submission).part(alias, check);
  }

  private Scenario part(String alias, List<Stmt> check) {
    submission.statements().forEach(this::note);
    submission.statements().stream()
        .filter(s -> s instanceof Stmt.Strategy || s instanceof Stmt.Use)
        .forEach(this::take);
    new Walk() {
      @Override
      public Void member(Expr.Member member) {
        if (member.of() instanceof Expr.Name of && of.name().equals(alias)) {
          takeNamed(member.name().text());
        }
        return super.member(member);
      }
    }.statements(check);
    List<Stmt> inOrder = submission.statements().stream().filter(taken::contains).toList();
    return new Scenario(submission.source(), inOrder, submission.comments());
  }

  private void note(Stmt statement) {
    if (statement instanceof Stmt.Let let) {
      byName.put(let.name().text(), let);
    } else if (statement instanceof Stmt.Def def) {
      byName.put(def.name().text(), def);
    } else if (statement instanceof Stmt.Param param) {
      byName.put(param.name().text(), param);
    } else if (statement instanceof Stmt.Strategy strategy) {
      byName.put(strategy.name().text(), strategy);
    }
  }

  private void takeNamed(String name) {
    Stmt statement = byName.get(name);
    if (statement != null) {
      take(statement);
    }
  }

  private void take(Stmt statement) {
    if (taken.add(statement)) {
      new Walk() {
        @Override
        public Void name(Expr.Name name) {
          takeNamed(name.name());
          return null;
        }
      }.statement(statement);
    }
  }
}
