package dev.vsim.exec;

import dev.vsim.check.Symbol;
import dev.vsim.source.NameProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;

/** Reading and writing variables. */
final class Variables {
  private Variables() {}

  /** Where a variable lives, seen from the activation that uses it. */
  interface Home {
    Frame of(Frame frame);
  }

  /** The activation that uses it, or one so many steps around it. */
  static Home outwards(int hops) {
    return frame -> {
      Frame home = frame;
      for (int i = 0; i < hops; i++) {
        home = home.outer;
      }
      return home;
    };
  }

  /** A whole number of a known dimension, in its own activation. */
  static final class Bare extends ExprNode.OfWhole {
    private final int slot;

    Bare(At at, int slot, Dimension dimension) {
      super(at, dimension);
      this.slot = slot;
    }

    @Override
    long whole(Frame frame) {
      return frame.wholes[slot];
    }
  }

  /** Any value, in its own activation. */
  static final class Local extends ExprNode {
    private final int slot;
    private final String name;

    Local(At at, Symbol.Variable variable) {
      super(at);
      this.slot = variable.slot();
      this.name = variable.name();
    }

    @Override
    Value value(Frame frame) {
      Value value = frame.values[slot];
      if (value == null) {
        throw stop(NameProblem.READ_EARLY, name);
      }
      return value;
    }
  }

  /** Any value, in an activation around or in another file. */
  static final class Distant extends ExprNode {
    private final Home home;
    private final int slot;
    private final String name;

    Distant(At at, Symbol.Variable variable, Home home) {
      super(at);
      this.home = home;
      this.slot = variable.slot();
      this.name = variable.name();
    }

    @Override
    Value value(Frame frame) {
      Value value = home.of(frame).values[slot];
      if (value == null) {
        throw stop(NameProblem.READ_EARLY, name);
      }
      return value;
    }
  }

  /** {@code x = e} or {@code let x = e}. */
  abstract static class Write {
    abstract void store(Frame frame, ExprNode value);

    /** The same with a value that is there already; a bare variable gets whole numbers only. */
    abstract void put(Frame frame, Value value);
  }

  static Write write(Symbol.Variable variable, Home home) {
    int slot = variable.slot();
    if (variable.isBare()) {
      return new Write() {
        @Override
        void store(Frame frame, ExprNode value) {
          frame.wholes[slot] = value.whole(frame);
        }

        @Override
        void put(Frame frame, Value value) {
          frame.wholes[slot] = ((Value.Whole) value).amount();
        }
      };
    }
    return new Write() {
      @Override
      void store(Frame frame, ExprNode value) {
        home.of(frame).values[slot] = value.value(frame);
      }

      @Override
      void put(Frame frame, Value value) {
        home.of(frame).values[slot] = value;
      }
    };
  }
}
