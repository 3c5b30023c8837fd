package dev.vsim.run;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.SchedulerKind;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.time.Cost;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.CostWords;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.PolicyWords;
import dev.vsim.vocabulary.ProcessorWords;
import dev.vsim.vocabulary.StrategySort;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The handbook's reference, made from what the language is made of: nothing in it is typed twice.
 */
public final class Reference {
  private static final long PICOSECONDS = 1000;

  private final Vocabulary vocabulary;
  private final StringBuilder out = new StringBuilder();

  private Reference(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** All of it, as Markdown. */
  public static String markdown() {
    Reference reference = new Reference(Language.vocabulary());
    reference.all();
    return reference.out.toString();
  }

  private void all() {
    line("# Reference");
    line("");
    line("Made by `vsim reference` from the vocabulary itself.");
    section("Kinds of object", () -> vocabulary.kinds().forEach(this::kind));
    section("Commands", () -> vocabulary.commands().forEach(this::command));
    section("Events", this::events);
    section("Values", () -> new ValuesReference(out).write());
    section("Strategies", () -> vocabulary.strategies().forEach(this::strategy));
    section("Replacement policies", this::policies);
    section("Schedulers", this::schedulers);
    section("Instructions", this::instructions);
    section("Costs", this::costs);
    section("Diagnostics", this::diagnostics);
  }

  private void section(String title, Runnable body) {
    line("");
    line("## " + title);
    line("");
    body.run();
  }

  private void kind(Kind kind) {
    line("### `" + kind.name() + "`");
    line("");
    line(kind.signature().doc());
    line("");
    if (!kind.signature().options().isEmpty()) {
      head("Property", "Default", "Meaning");
      kind.signature().options().forEach(property -> property(property, ""));
      line("");
    }
    if (!kind.attributes().isEmpty()) {
      head("Attribute", "Meaning");
      kind.attributes().forEach(attribute -> attribute(attribute, ""));
      line("");
    }
  }

  private void property(Signature property, String above) {
    row("`" + above + usage(property) + "`", code(property.fallback()), property.doc());
    property.options().forEach(option -> property(option, above + property.word() + " < "));
  }

  private static String usage(Signature signature) {
    return signature.usage().replace(" [< … >]", "");
  }

  private void attribute(Attribute attribute, String above) {
    String name = above + attribute.name();
    row("`" + name + suffix(attribute.access()) + "`", attribute.doc());
    attribute.parts().forEach(part -> attribute(part, name + "."));
  }

  private static String suffix(Attribute.Access access) {
    if (access instanceof Attribute.Access.Indexed) {
      return "[n]";
    } else if (access instanceof Attribute.Access.Called called) {
      List<String> names = called.parameters().stream().map(Slot::name).toList();
      return "(" + String.join(", ", names) + ")";
    }
    return "";
  }

  private void command(Command command) {
    Signature signature = command.signature();
    line("### `" + signature.usage() + "`");
    line("");
    String actor = signature.actor();
    line(signature.doc() + (actor.isEmpty() ? "" : " Acts for a " + actor + "."));
    line("");
    if (!signature.options().isEmpty()) {
      head("Option", "Default", "Meaning");
      signature.options().forEach(option -> property(option, ""));
      line("");
    }
  }

  private void events() {
    head("Event", "About a", "Fields", "Shown");
    for (EventKind kind : EventKind.all()) {
      List<String> fields = new ArrayList<>();
      kind.fields().forEach(field -> fields.add(field(field)));
      String shown =
          kind.hidden()
              ? "by `trace < show " + (kind.group().isEmpty() ? kind.name() : kind.group()) + " >`"
              : "yes";
      row(
          "`" + kind.name() + "`",
          String.join(", ", kind.subjects()),
          String.join(" · ", fields),
          shown);
    }
  }

  private static String field(EventField field) {
    String words = field.words().isEmpty() ? "" : " (" + String.join(", ", field.words()) + ")";
    return "**" + field.name() + "**" + words + (field.sometimes() ? " sometimes" : "");
  }

  private void policies() {
    head("Policy", "Which page goes", "Ties, and how a page begins", "Options", "From");
    for (PolicyKind policy : Policies.ALL) {
      PolicyWords.Said said = PolicyWords.said(policy.word()).orElseThrow();
      row("`" + policy.word() + "`", said.rule(), said.ties(), options(policy), said.source());
    }
    line("");
    line("`why` tells of the last decision which rule it was and what it compared.");
  }

  private static String options(PolicyKind policy) {
    return policy.options().stream()
        .sorted()
        .map(o -> code((o.word() + " " + o.fallback()).strip()))
        .collect(Collectors.joining(", "));
  }

  private void schedulers() {
    head("Scheduler", "Who gets a core");
    for (SchedulerKind scheduler : Schedulers.ALL) {
      String rule = ProcessorWords.rule(scheduler.word()).orElseThrow();
      row("`" + scheduler.word() + "`", rule);
    }
  }

  private void instructions() {
    head("Instruction", "What it does", "Who may run it");
    for (Instruction instruction : Instruction.values()) {
      row(
          "`exec " + ProcessorWords.usage(instruction) + "`",
          ProcessorWords.of(instruction),
          ProcessorWords.privilege(instruction));
    }
  }

  private void strategy(StrategySort sort) {
    line("### `" + sort.word() + " NAME { … }`");
    line("");
    line(
        sort.doc()
            + " It holds `let`s, which each use of it has anew, `def`s and handlers; it decides and does not act, and"
            + " sees what it is given, its own variables, `param`s and functions."
            + (sort.runs() ? "" : " Read and checked, not run by this version."));
    line("");
    head("Handler", "When");
    sort.handlers().forEach(h -> row("`" + h.usage() + "`", h.doc()));
    sort.given().forEach(g -> row("`" + g.name() + "`", "To be read. " + g.doc()));
    line("");
  }

  private void costs() {
    head("Cost", "Default", "Of what", "Source");
    for (Cost cost : Cost.values()) {
      CostWords.Said said = CostWords.of(cost);
      row("`" + cost.word() + "`", price(cost), said.meaning(), said.source());
    }
  }

  private static String price(Cost cost) {
    return cost.picoseconds() % PICOSECONDS == 0
        ? Printed.whole(cost.picoseconds() / PICOSECONDS, Dimension.DURATION)
        : cost.picoseconds() + "ps";
  }

  private void diagnostics() {
    head("Code", "Sentence");
    for (Problem problem : Problems.all()) {
      row(problem.code(), Problems.title(problem));
    }
    line("");
    line("`vsim explain CODE` says more of each, with a wrong example and a right one.");
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private void head(String... cells) {
    row(cells);
    out.append("|").append(" --- |".repeat(cells.length)).append('\n');
  }

  private void row(String... cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    out.append('\n');
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
