package dev.vsim.kinds;

import dev.vsim.machine.memory.PageState;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Subject;

/** One page of a process, as expressions see it: {@code app.page[1]}. */
record PageOf(Process process, long number) implements Subject {
  @Override
  public String path() {
    return process.path() + ".page[" + number + "]";
  }

  @Override
  public String kind() {
    return "page";
  }

  /** What it is at this moment. */
  PageState state() {
    return process.page(process.pageNamed(number));
  }

  int sharers() {
    return process.sharers(process.pageNamed(number));
  }
}
