package dev.vsim.commands;

import dev.vsim.machine.Host;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A command that a process carries out; a VM's or a host's is its first process's. */
public abstract class ForProcess implements Command {
  @Override
  public final Outcome perform(Arguments given, Setting setting) {
    Subject actor = given.actor();
    if (actor instanceof Process process) {
      return perform(process, given, setting);
    } else if (actor instanceof Vm vm) {
      return perform(vm.init(), given, setting);
    } else if (actor instanceof Host host) {
      return perform(host.init(), given, setting);
    }
    return Outcome.wrong(
        ActionProblem.NO_ACTOR, signature().word(), "a process", actor.path(), "PROCESS");
  }

  /** Does it, unless the process has ended. */
  private Outcome perform(Process process, Arguments given, Setting setting) {
    if (process.ended() && needsLife()) {
      setting.machine().refuse(process, refusedWord(), "ended");
      return Outcome.DONE;
    }
    return act(process, given, setting);
  }

  /** Whether an ended process cannot do it. */
  protected boolean needsLife() {
    return true;
  }

  /** What an ended process's refusal calls the command (rules.md R1c). */
  protected String refusedWord() {
    return signature().word();
  }

  /** Does it. */
  protected abstract Outcome act(Process process, Arguments given, Setting setting);

  /** The address of the value at {@code place}, if it is a number or a label of the process's. */
  protected static OptionalLong location(Process process, Arguments given, Slot slot, int place) {
    if (given.isNumber(slot, place)) {
      return OptionalLong.of(given.number(slot, place));
    }
    OptionalLong page = process.labelled(given.word(slot, place));
    return page.isPresent() ? OptionalLong.of(process.start(page.getAsLong())) : page;
  }

  /** Makes a reference at each of a list's addresses in turn, while the process lives. */
  protected final Outcome each(
      Process process,
      Arguments given,
      Slot slot,
      Setting setting,
      LongFunction<AccessResult> reference) {
    for (int i = 0; i < given.count(slot); i++) {
      OptionalLong at = location(process, given, slot, i);
      if (at.isEmpty()) {
        return unknownLabel(process, given, slot, i);
      }
      if (process.ended()) {
        setting.machine().refuse(process, refusedWord(), "ended");
        return Outcome.DONE;
      }
      refer(reference.apply(at.getAsLong()), process, setting);
    }
    return Outcome.DONE;
  }

  /** A reference was made, or the host has no frame for the VM: then it is refused. */
  protected final void refer(AccessResult result, Process process, Setting setting) {
    if (result == AccessResult.STUCK) {
      setting.machine().refuse(process, refusedWord(), "host-memory");
    }
  }

  /** What to say of a label that the process does not have. */
  protected static Outcome unknownLabel(Process process, Arguments given, Slot slot, int place) {
    return Outcome.wrongAt(
        slot, ActionProblem.UNKNOWN_PAGE, process.path(), given.word(slot, place));
  }
}
