package dev.vsim.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What an expression of the language yields. */
public sealed interface Value {
  /** How {@code print} and diagnostics write it; see {@link Printed}. */
  default String print() {
    return Printed.of(this);
  }

  /**
   * {@code 42}, {@code 0x1F}, {@code 4K}, {@code 10ms}: a whole number of its dimension's smallest
   * unit.
   */
  record Whole(long amount, Dimension dimension) implements Value {
    public Whole(long amount) {
      this(amount, Dimension.COUNT);
    }
  }

  /** {@code 2.5}, {@code 80%}, {@code 1.5ns}: a fraction, in the dimension's smallest unit. */
  record Real(double amount, Dimension dimension) implements Value {
    public Real(double amount) {
      this(amount, Dimension.COUNT);
    }
  }

  /** {@code true}, {@code false}. */
  enum Truth implements Value {
    TRUE,
    FALSE;

    public static Truth of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /** {@code none}. */
  enum None implements Value {
    NONE
  }

  /** {@code "boot"}. */
  record Text(String text) implements Value {}

  /** A bare word where a slot or a field has words: {@code lru}, {@code first-touch}. */
  record Word(String word) implements Value {}

  /** {@code 00:0C:29:00:00:01}, in the low 48 bits. */
  record Mac(long bits) implements Value {}

  /** {@code 192.168.1.101}. */
  record Ip(int bits) implements Value {}

  /** {@code 192.168.1.0/24}. */
  record Network(int bits, int prefix) implements Value {
    /** Its lowest address, which means the network itself. */
    public int first() {
      return bits & mask();
    }

    /** Its highest address, which means everybody in it. */
    public int last() {
      return bits | ~mask();
    }

    /** Whether a machine in it can have this address. */
    public boolean hasHost(int ip) {
      return (ip & mask()) == first() && ip != first() && ip != last();
    }

    private int mask() {
      return prefix == 0 ? 0 : -1 << Integer.SIZE - prefix;
    }
  }

  /** {@code 10.0.0.1:80}. */
  record Endpoint(int bits, int port) implements Value {}

  /** {@code 0..9}, both ends in. */
  record Range(long from, long to, Dimension dimension) implements Value {
    /** Its first number. */
    public Whole least() {
      return new Whole(from, dimension);
    }

    /** How many numbers it has, at most {@link Long#MAX_VALUE}. */
    public long size() {
      boolean empty =
          dimension == Dimension.ADDRESS ? Long.compareUnsigned(from, to) > 0 : from > to;
      long size = to - from + 1;
      return empty ? 0 : size <= 0 ? Long.MAX_VALUE : size;
    }

    /** Gives each of its numbers in turn. */
    public void forEach(Consumer<Whole> each) {
      long size = size();
      for (long i = 0; i < size; i++) {
        each.accept(new Whole(from + i, dimension));
      }
    }

    /** Its last number. */
    public Whole most() {
      return new Whole(to, dimension);
    }
  }

  /** {@code [1, 2]}: one list, shared by all who hold it. */
  record Items(List<Value> items) implements Value {
    public static Items of(List<? extends Value> items) {
      return new Items(new ArrayList<>(items));
    }
  }

  /** {@code ["a": 1]}: keys in the order of their first insertion. */
  record Entries(Map<Value, Value> entries) implements Value {
    public static Entries of(Map<Value, Value> entries) {
      return new Entries(new LinkedHashMap<>(entries));
    }
  }

  /**
   * An object of the machine, {@code linux.init}: what expressions ask for its attributes.
   *
   * @param kind the kind's name, {@code process}, by which the vocabulary finds the attributes
   * @param subject the object itself
   * @param universe the world in which it stands, where the one who made the value knows it
   */
  record Thing(String kind, Subject subject, Optional<Universe> universe) implements Value {
    /** An object of the world that is being looked at. */
    public Thing(String kind, Subject subject) {
      this(kind, subject, Optional.empty());
    }

    /** The same object, known to stand in a world. */
    public Thing in(Universe world) {
      return universe.isPresent() ? this : new Thing(kind, subject, Optional.of(world));
    }

    /** An object stands in one world, whether that is known here or not. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Thing thing && subject.equals(thing.subject);
    }

    @Override
    public int hashCode() {
      return subject.hashCode();
    }
  }

  /** The objects of one world. */
  interface Universe {
    /** The scenario that made it, as a diagnostic names it. */
    String name();

    /** The object of this path, if it is there by now. */
    Optional<Thing> find(String path);
  }

  /** {@code simulate "lru.vsim"}: the world that a scenario has left behind. */
  record World(Universe universe) implements Value {}

  /** An event that an {@code expect} found: what its fields are asked of. */
  interface Happened {
    /** The field of this name, if the event has it. */
    Optional<Value> field(String name);

    /** Its line. */
    String line();
  }

  /** {@code let e = expect migrate-resume linux}. */
  record Found(Happened event) implements Value {}

  /** A strategy, ready to be given to what takes one of its sort. */
  interface Made {
    /** {@code policy}. */
    String sort();

    String name();
  }

  /** {@code second-chance} of {@code policy second-chance { … }}. */
  record Strategy(Made made) implements Value {}
}
