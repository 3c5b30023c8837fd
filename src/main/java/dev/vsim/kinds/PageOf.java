package dev.vsim.kinds;

import dev.vsim.machine.memory.PageState;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.value.Subject;

/**
 * One page of a process, as expressions see it: {@code app.page[1]}.
 *
 * @param page its number with its size, as the process's table knows it
 * @param number its number as it is told
 */
record PageOf(Process process, long page, long number) implements Subject {
  /** A page as its process's table knows it. */
  static PageOf of(Process process, long page) {
    return new PageOf(process, page, PageNumber.number(page));
  }

  /** The page that a number means, which may be none of the process's. */
  static PageOf named(Process process, long number) {
    return new PageOf(process, process.pageNamed(number), number);
  }

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
    return process.page(page);
  }

  int sharers() {
    return process.sharers(page);
  }
}
