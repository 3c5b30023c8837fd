package dev.vsim.vocabulary;

import dev.vsim.source.SourceText;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The values that one statement gives to a command or property, by slot. One instance serves all
 * runs of a statement: what it holds is good until the command is over.
 */
public final class Arguments {
  private final Signature signature;
  private final int[] counts;
  private final long[][] numbers;
  private final Value[][] values;
  private final List<Arguments> options = new ArrayList<>();
  private Subject actor;
  private Supplier<Subject> byDefault;
  private SourceText source;

  public Arguments(Signature signature) {
    this.signature = signature;
    int slots = signature.slots().size();
    this.counts = new int[slots];
    this.numbers = new long[slots][1];
    this.values = new Value[slots][1];
  }

  public Signature signature() {
    return signature;
  }

  /** Whether anything was given for the slot. */
  public boolean has(Slot slot) {
    return counts[signature.indexOf(slot)] > 0;
  }

  /** How many values were given for a slot that takes a list. */
  public int count(Slot slot) {
    return counts[signature.indexOf(slot)];
  }

  /** The first value's amount, in its dimension's smallest unit. */
  public long number(Slot slot) {
    return number(slot, 0);
  }

  /** The amount of the value at {@code place}, from 0; the value must be a {@link Value.Whole}. */
  public long number(Slot slot, int place) {
    return numbers[signature.indexOf(slot)][place];
  }

  /** Whether the value at {@code place} is a whole number rather than a word. */
  public boolean isNumber(Slot slot, int place) {
    Value value = values[signature.indexOf(slot)][place];
    return value == null || value instanceof Value.Whole;
  }

  public Value value(Slot slot) {
    return value(slot, 0);
  }

  /** The value at {@code place}, from 0. */
  public Value value(Slot slot, int place) {
    int index = signature.indexOf(slot);
    Value value = values[index][place];
    return value != null ? value : new Value.Whole(numbers[index][place], Dimension.COUNT);
  }

  /** The word or the text given for a slot of words. */
  public String word(Slot slot) {
    return word(slot, 0);
  }

  /** The word or the text at {@code place}. */
  public String word(Slot slot, int place) {
    Value value = value(slot, place);
    if (value instanceof Value.Truth truth) {
      return truth == Value.Truth.TRUE ? "on" : "off";
    }
    return value instanceof Value.Word word ? word.word() : ((Value.Text) value).text();
  }

  /** The text given for a slot of texts. */
  public String text(Slot slot) {
    return word(slot);
  }

  /** Whether the word given is {@code on}. */
  public boolean isOn(Slot slot) {
    return word(slot).equals("on");
  }

  /** The object given. */
  public Subject object(Slot slot) {
    return ((Value.Thing) value(slot)).subject();
  }

  /**
   * Who acts. Only who asks makes the default host be there, which can no longer be configured
   * then.
   */
  public Subject actor() {
    return actor != null ? actor : byDefault.get();
  }

  /** The first of an option's occurrences. */
  public Optional<Arguments> option(Signature option) {
    for (Arguments given : options) {
      if (given.signature == option) {
        return Optional.of(given);
      }
    }
    return Optional.empty();
  }

  /** All occurrences of an option that may be repeated, in order. */
  public List<Arguments> options(Signature option) {
    return options.stream().filter(o -> o.signature == option).toList();
  }

  /** Every option given, in order. */
  public List<Arguments> options() {
    return options;
  }

  /** The text in which the statement stands: what its paths are relative to. */
  public SourceText source() {
    return source;
  }

  /**
   * Begins anew: nothing is given.
   *
   * @param newActor who acts, or null where {@code newDefault} tells
   * @param newSource the text in which the statement stands
   */
  public void clear(Subject newActor, Supplier<Subject> newDefault, SourceText newSource) {
    Arrays.fill(counts, 0);
    options.clear();
    actor = newActor;
    byDefault = newDefault;
    source = newSource;
  }

  /** Adds a whole number to the slot at {@code index}, without making a value of it. */
  public void addNumber(int index, long amount) {
    int place = next(index);
    numbers[index][place] = amount;
    values[index][place] = null;
  }

  /** Adds a value to the slot at {@code index}. */
  public void add(int index, Value value) {
    int place = next(index);
    values[index][place] = value;
    if (value instanceof Value.Whole whole) {
      numbers[index][place] = whole.amount();
    }
  }

  public void addOption(Arguments option) {
    options.add(option);
  }

  private int next(int index) {
    int place = counts[index]++;
    if (place == numbers[index].length) {
      numbers[index] = Arrays.copyOf(numbers[index], place * 2);
      values[index] = Arrays.copyOf(values[index], place * 2);
    }
    return place;
  }
}
