package dev.vsim.commands.looking;

import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code trace < show walk; hide tlb >}: which events the trace shows from now on. */
public final class Trace implements Command {
  private static final Slot SHOWN = Slot.list("event", new Type.NewName());
  private static final Slot HIDDEN = Slot.list("event", new Type.NewName());
  private static final Signature SHOW =
      Signature.of("show")
          .required(SHOWN)
          .repeats()
          .doc("Shows an event, a group of events or an area.");
  private static final Signature HIDE =
      Signature.of("hide")
          .required(HIDDEN)
          .repeats()
          .doc("Hides an event, a group of events or an area.");
  private static final Signature SIGNATURE =
      Signature.of("trace")
          .options(SHOW, HIDE)
          .doc(
              "Says which events are printed, and what `next` and `exactly` step over, from now on.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    for (Arguments option : given.options()) {
      boolean show = option.signature() == SHOW;
      Slot slot = show ? SHOWN : HIDDEN;
      for (int i = 0; i < option.count(slot); i++) {
        String word = option.word(slot, i);
        boolean known = show ? setting.visibility().show(word) : setting.visibility().hide(word);
        if (!known) {
          return Outcome.wrongAt(
              slot, ActionProblem.NO_SUCH_EVENT_WORD, word, setting.visibility().nearest(word));
        }
      }
    }
    return Outcome.DONE;
  }
}
