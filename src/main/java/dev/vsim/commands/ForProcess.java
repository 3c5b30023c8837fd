package dev.vsim.commands;

import dev.vsim.machine.Host;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Subject;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

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

  /** Does it, unless the process has ended or its machine does not run. */
  private Outcome perform(Process process, Arguments given, Setting setting) {
    Optional<String> hindrance = setting.machine().hindrance(process);
    if (hindrance.isPresent() && needsLife()) {
      setting.machine().refuse(process, refusedWord(), hindrance.get());
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

  /** A reference was made, or the host has no frame for the VM: then it is refused. */
  protected final void refer(AccessResult result, Process process, Setting setting) {
    if (result == AccessResult.STUCK) {
      setting.machine().refuse(process, refusedWord(), "host-memory");
    }
  }
}
