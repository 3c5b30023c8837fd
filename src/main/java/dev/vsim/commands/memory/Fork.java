package dev.vsim.commands.memory;

import dev.vsim.machine.Machine;
import dev.vsim.machine.memory.Process;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code fork app as child}: makes a process with the same pages, shared until one writes. */
public final class Fork implements Command {
  private static final Slot PARENT = Slot.of("process", new Type.OfKind("process"));
  private static final Slot CHILD = Slot.of("name", new Type.NewName());
  private static final Signature SIGNATURE =
      Signature.of("fork")
          .required(PARENT)
          .fixed("as")
          .required(CHILD)
          .makes(CHILD, "process", PARENT)
          .doc(
              "Makes a child of a process, beside it: the same regions, labels and set of frames, and its pages shared copy-on-write.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Machine machine = setting.machine();
    Process parent = (Process) given.object(PARENT);
    String path = machine.pathOfChild(parent, given.word(CHILD));
    if (machine.find(path).isPresent()) {
      return Outcome.wrongAt(CHILD, ActionProblem.DECLARED_TWICE, path);
    } else if (machine.hindrance(parent).isPresent()) {
      machine.refuse(parent, "fork", machine.hindrance(parent).get());
    } else if (!parent.kernel().hasRoomForTablesOf(parent)) {
      return Outcome.wrong(
          ActionProblem.UNUSABLE_VALUE,
          "the page tables of " + path + " would not fit into the frames that are free",
          "declare more `mem`");
    } else {
      machine.fork(parent, given.word(CHILD));
    }
    return Outcome.DONE;
  }
}
