package dev.vsim.commands.looking;

import dev.vsim.machine.world.Decision;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Reclamation;
import dev.vsim.text.DisplayWidth;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.PolicyWords;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code why}: the last decision about which page goes: the rule, the candidates, what was
 * compared.
 */
public final class Why implements Command {
  private static final Signature SIGNATURE =
      Signature.of("why")
          .doc(
              "Says why the page that was evicted last had to go, and how a full host came to a free frame: which rule, which candidates, which values.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Decisions decisions = setting.machine().decisions();
    List<String> lines = lines(decisions);
    return new Outcome.Shown(lines.isEmpty() ? List.of("why: no page has had to go yet") : lines);
  }

  /** The last decision as people read it; nothing where none was taken. */
  public static List<String> lines(Decisions decisions) {
    Optional<Reclamation> reclamation = decisions.reclamation();
    if (reclamation.isEmpty()) {
      return decisions.last().map(Why::lines).orElse(List.of());
    }
    List<String> lines = new ArrayList<>(WhyReclaimed.lines(reclamation.get()));
    if (reclamation.get().taken() > 0) {
      decisions.last().map(Why::lines).ifPresent(lines::addAll);
    }
    return lines;
  }

  /** A decision as people read it, a line each. */
  private static List<String> lines(Decision decision) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(decision));
    lines.addAll(candidates(decision));
    if (decision.more() > 0) {
      lines.add("  and " + decision.more() + " more");
    }
    if (decision.sight() == Decision.Sight.EVERY_REFERENCE) {
      lines.add("  by exact use: a record of every reference, which no hardware keeps");
    } else if (decision.sight() == Decision.Sight.FUTURE) {
      lines.add("  by the references to come, which only a second run of the same world knows");
    }
    lines.add("  " + copy(decision.copy()));
    return lines;
  }

  private static String headline(Decision decision) {
    String rule = PolicyWords.rule(decision.policy()).map(says -> ": " + says).orElse("");
    String page = Looking.page(decision.process(), decision.page());
    return "why: evict "
        + decision.process().path()
        + " page "
        + page
        + " (rule "
        + decision.policy()
        + rule
        + ")";
  }

  private static List<String> candidates(Decision decision) {
    List<String> names = decision.candidates().stream().map(c -> name(decision, c)).toList();
    List<String> measures =
        decision.candidates().stream().map(c -> PolicyWords.of(c.measures())).toList();
    int nameWidth = names.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    int goesAt = measures.stream().mapToInt(DisplayWidth::of).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Decision.Candidate candidate = decision.candidates().get(i);
      String line = "  " + DisplayWidth.padded(names.get(i), nameWidth) + "  " + measures.get(i);
      lines.add(
          candidate.goes()
              ? DisplayWidth.padded(line, nameWidth + goesAt + 4) + "   ← goes"
              : line);
    }
    return lines;
  }

  /** A page, with its process where that is another than the victim's. */
  private static String name(Decision decision, Decision.Candidate candidate) {
    String page = Looking.page(candidate.process(), candidate.page());
    boolean several =
        decision.candidates().stream().anyMatch(c -> c.process() != decision.process());
    return several ? candidate.process().path() + " " + page : page;
  }

  private static String copy(Decision.Copy copy) {
    if (copy.dirty()) {
      return String.format(Locale.ROOT, "dirty: written to slot %d first", copy.slot());
    }
    return copy.slot() < 0
        ? "clean, never written: dropped without a write"
        : String.format(
            Locale.ROOT, "clean, slot %d still holds it: dropped without a write", copy.slot());
  }
}
