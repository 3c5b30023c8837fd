package dev.vsim.commands.looking;

import dev.vsim.machine.Host;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Printed;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;

/** What the drawing commands share: whose memory is meant, and how a page is written. */
final class Looking {
  static final Type OWNER = new Type.OfKind("host", "vm", "process");

  private Looking() {}

  static Process process(Subject subject) {
    if (subject instanceof Vm vm) {
      return vm.init();
    }
    return subject instanceof Host host ? host.init() : (Process) subject;
  }

  /** The kernel of what was named, or else of who acts. */
  static Kernel kernel(Arguments given, Slot slot) {
    return process(given.has(slot) ? given.object(slot) : given.actor()).kernel();
  }

  /** A page by its label, or its number, counted in pages of its size, in hex. */
  static String page(Subject owner, long page) {
    long number = PageNumber.number(page);
    return owner.pageLabel(number).orElse(Printed.hex(number));
  }
}
