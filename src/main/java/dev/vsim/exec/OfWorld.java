package dev.vsim.exec;

import dev.vsim.source.ActionProblem;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What is read of a world: its objects, its {@code param}s, and where an object stands. */
final class OfWorld {
  private OfWorld() {}

  /** {@code r.app}, {@code r.frames}. */
  static Value read(Node at, Value.World world, String name) {
    return ((SimulatedWorld) world.universe())
        .read(name)
        .orElseThrow(() -> at.stop(ActionProblem.NOT_IN_WORLD, name, world.universe().name()));
  }

  /** {@code r.node[3]}. */
  static Value row(Node at, Value.World world, String name, long place) {
    return read(at, world, name + "[" + place + "]");
  }

  /** What was read of an object: objects among it stand in the same world. */
  static Value placed(Value read, Value.Thing owner) {
    if (owner.universe().isEmpty()) {
      return read;
    } else if (read instanceof Value.Thing thing) {
      return thing.in(owner.universe().get());
    } else if (read instanceof Value.Items items) {
      List<Value> placed = new ArrayList<>(items.items().size());
      items.items().forEach(item -> placed.add(placed(item, owner)));
      return new Value.Items(placed);
    }
    return read;
  }
}
