package dev.vsim.exec;

import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the assertions that are being evaluated have read, in order: one may call a function that
 * asserts something else. While they hold, nothing is allocated for it.
 */
final class Reads {
  private static final int ROOM = 16;

  private ExprNode[] nodes = new ExprNode[ROOM];
  private long[] amounts = new long[ROOM];
  private Value[] values = new Value[ROOM];
  private int size;

  /** Where the reads of an assertion that begins now will begin. */
  int mark() {
    return size;
  }

  /** Forgets what was read since the mark. */
  void forget(int mark) {
    size = mark;
  }

  void note(ExprNode node, Value value) {
    values[next(node)] = value;
  }

  /** A whole number of the node's dimension, without making a value of it. */
  void note(ExprNode node, long amount) {
    int place = next(node);
    amounts[place] = amount;
    values[place] = null;
  }

  private int next(ExprNode node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
      amounts = Arrays.copyOf(amounts, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    nodes[size] = node;
    return size++;
  }

  /** What was read since the mark, each text once, with its value when it was first read. */
  List<Witness.Read> since(int mark, Frame frame) {
    List<Witness.Read> reads = new ArrayList<>();
    for (int i = mark; i < size; i++) {
      ExprNode node = nodes[i];
      if (reads.stream().noneMatch(read -> read.text().equals(node.text()))) {
        reads.add(new Witness.Read(node.span(), node.text(), node.explain(value(i), frame)));
      }
    }
    return reads;
  }

  private Value value(int place) {
    Dimension dimension = nodes[place].dimension();
    return values[place] != null ? values[place] : new Value.Whole(amounts[place], dimension);
  }

  /** An expression of an assertion whose value a failure shows. */
  static ExprNode noting(ExprNode node, Reads reads) {
    return node.isWhole() ? new OfWhole(node, reads) : new OfAny(node, reads);
  }

  /** One that always is a whole number. */
  private static final class OfWhole extends ExprNode.OfWhole {
    private final ExprNode node;
    private final Reads reads;

    OfWhole(ExprNode node, Reads reads) {
      super(node.at(), node.dimension());
      this.node = node;
      this.reads = reads;
    }

    @Override
    long whole(Frame frame) {
      long amount = node.whole(frame);
      reads.note(node, amount);
      return amount;
    }

    @Override
    boolean calls() {
      return node.calls();
    }
  }

  /** One that may be anything. */
  private static final class OfAny extends ExprNode {
    private final ExprNode node;
    private final Reads reads;

    OfAny(ExprNode node, Reads reads) {
      super(node.at());
      this.node = node;
      this.reads = reads;
    }

    @Override
    Value value(Frame frame) {
      Value value = node.value(frame);
      reads.note(node, value);
      return value;
    }

    @Override
    boolean calls() {
      return node.calls();
    }
  }
}
