package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** {@code pages A..E}: labels the process's next pages that have no label yet. */
public final class Pages extends ForProcess {
  private static final Slot LABEL = Slot.list("label", new Type.NewNames());
  private static final Signature SIGNATURE =
      Signature.of("pages")
          .on("process")
          .required(LABEL)
          .doc(
              "Labels the process's next valid pages that have no label, from page 0 or its first region on.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public boolean labels() {
    return true;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < given.count(LABEL); i++) {
      String name = given.word(LABEL, i);
      if (names.contains(name) || process.labelled(name).isPresent()) {
        return Outcome.wrong(ActionProblem.DECLARED_TWICE, name);
      }
      names.add(name);
    }
    int labelled = process.labelNextPages(names);
    return labelled == names.size()
        ? Outcome.DONE
        : Outcome.wrong(
            ActionProblem.UNUSABLE_VALUE,
            process.path() + " has only " + labelled + " pages without a label",
            "declare a larger region, or fewer labels");
  }
}
