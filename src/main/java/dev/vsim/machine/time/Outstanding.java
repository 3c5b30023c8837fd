package dev.vsim.machine.time;

import java.util.ArrayList;
import java.util.List;

/** All that was started and is not over: what {@code wait} waits for. */
public final class Outstanding implements Operation {
  private final List<Operation> operations = new ArrayList<>();

  public void add(Operation operation) {
    operations.add(operation);
  }

  /** What is not over, in the order in which it was started. */
  public List<Operation> open() {
    return operations.stream().filter(operation -> !operation.isOver()).toList();
  }

  @Override
  public boolean isOver() {
    while (!operations.isEmpty() && operations.get(operations.size() - 1).isOver()) {
      operations.remove(operations.size() - 1);
    }
    return operations.isEmpty();
  }
}
