package dev.vsim.run;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.machine.Machine;
import dev.vsim.syntax.StatementWords;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may stand where a text breaks off, by the vocabulary and the machine as it stands. */
public final class Completion {
  /** The words that may stand between {@code expect} and an event. */
  private static final List<String> FORMS = List.of("next", "no", "any", "exactly", "only", "in");

  private final Vocabulary vocabulary;
  private final Machine machine;
  private final List<String> own;

  /**
   * @param own what else a line can begin with
   */
  public Completion(Machine machine, List<String> own) {
    this.vocabulary = Language.vocabulary();
    this.machine = machine;
    this.own = own;
  }

  /** What the word under way may become, in order; each begins with what is there of it. */
  public List<String> of(String before) {
    String statement = statement(before);
    String word = lastWord(statement);
    String start = statement.substring(0, statement.length() - word.length());
    Set<String> candidates = new LinkedHashSet<>();
    int dot = word.lastIndexOf('.');
    if (dot > 0) {
      members(word.substring(0, dot)).forEach(m -> candidates.add(word.substring(0, dot + 1) + m));
    } else {
      candidates.addAll(candidates(start));
    }
    return candidates.stream().filter(c -> c.startsWith(word) && !c.equals(word)).toList();
  }

  /** The text from the beginning of the statement under way. */
  private static String statement(String before) {
    int from = 0;
    int angles = 0;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      angles += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == '\n' || c == '{' || c == '}' || c == ';' && angles <= 0) {
        from = i + 1;
        angles = 0;
      }
    }
    return before.substring(from).stripLeading();
  }

  /** The word at the end of a text, perhaps empty. */
  public static String lastWord(String statement) {
    int from = statement.length();
    while (from > 0 && isOfWord(statement.charAt(from - 1))) {
      from--;
    }
    return statement.substring(from);
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "_-.[]".indexOf(c) >= 0;
  }

  private List<String> candidates(String start) {
    String[] words = start.strip().split("\\s+", -1);
    String head = words[0];
    if (head.isEmpty()) {
      return beginnings();
    }
    List<String> found = new ArrayList<>();
    if (head.equals("help")) {
      found.addAll(Help.words(vocabulary));
    } else if (List.of("expect", "forbid", "allow").contains(head)) {
      found.addAll(pattern(words));
    } else if (List.of("start", "after").contains(head)) {
      return candidates(start.strip().substring(head.length()).stripLeading());
    } else {
      signatures(head).forEach(signature -> found.addAll(within(signature, start)));
    }
    found.addAll(machine.paths());
    return found;
  }

  private List<String> beginnings() {
    List<String> all = new ArrayList<>(own);
    all.addAll(vocabulary.words());
    all.addAll(StatementWords.ALL);
    return all;
  }

  private List<Signature> signatures(String head) {
    List<Signature> all = new ArrayList<>();
    vocabulary.commands(head).stream().map(Command::signature).forEach(all::add);
    vocabulary.kind(head).map(Kind::signature).ifPresent(all::add);
    return all;
  }

  /** Inside angle brackets the properties, behind a property its words; else the command's own. */
  private static List<String> within(Signature signature, String start) {
    int open = start.lastIndexOf('<');
    if (open <= start.lastIndexOf('>')) {
      return words(signature);
    }
    String inside = start.substring(Math.max(open, start.lastIndexOf(';')) + 1).strip();
    String property = inside.split("\\s+", -1)[0];
    return inside.isEmpty()
        ? signature.options().stream().map(Signature::word).toList()
        : signature.option(property).map(Completion::words).orElse(List.of());
  }

  private static List<String> words(Signature signature) {
    List<String> words = new ArrayList<>();
    for (Signature.Part part : signature.parts()) {
      if (part instanceof Signature.Part.Fixed fixed) {
        words.add(fixed.word());
      }
    }
    for (Slot slot : signature.slots()) {
      words.addAll(slot.type().words());
    }
    return words;
  }

  /** The events; behind one its fields, behind a field its words. */
  private static List<String> pattern(String[] words) {
    Optional<EventKind> kind = Optional.empty();
    for (String word : words) {
      kind = kind.isPresent() ? kind : EventKind.named(word);
    }
    if (kind.isEmpty()) {
      List<String> all = new ArrayList<>(FORMS);
      EventKind.all().forEach(k -> all.add(k.name()));
      return all;
    }
    List<String> values =
        kind.get().field(words[words.length - 1]).map(EventField::words).orElseGet(List::of);
    return values.isEmpty() ? kind.get().fields().stream().map(EventField::name).toList() : values;
  }

  private List<String> members(String path) {
    Optional<Subject> subject = machine.find(path);
    if (subject.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    String prefix = path + ".";
    machine.paths().stream()
        .filter(p -> p.startsWith(prefix))
        .forEach(p -> names.add(p.substring(prefix.length())));
    vocabulary
        .kind(subject.get().kind())
        .ifPresent(kind -> kind.attributes().forEach(attribute -> names.add(attribute.name())));
    return names;
  }
}
