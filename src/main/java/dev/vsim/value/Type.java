package dev.vsim.value;

import java.util.List;
import java.util.Optional;

/**
 * What a slot takes: the one schema from which checking, messages, completion and reference pages
 * are made.
 */
public sealed interface Type {
  /** How a diagnostic names what it takes, with its article. */
  String prose();

  /** The words that it takes, if it takes words. */
  default List<String> words() {
    return List.of();
  }

  /** Whether the label of a page may stand here. */
  default boolean takesLabels() {
    return false;
  }

  /** Whether nothing but words may stand here, or a text in their place. */
  default boolean takesOnlyWords() {
    return false;
  }

  /** What a diagnostic calls what a wrong word is not: {@code a network card}. */
  default String noun() {
    return prose();
  }

  <R> R accept(Visitor<R> visitor);

  /** Handles every type, without defaults: a new one is a compile error in each pass. */
  interface Visitor<R> {
    R whole(Whole type);

    R real(Real type);

    R truth(Truth type);

    R words(Words type);

    R strategy(Strategy type);

    R newName(NewName type);

    R newNames(NewNames type);

    R place(Place type);

    R cell(Cell type);

    R page(Page type);

    R text(Text type);

    R ofKind(OfKind type);

    R listOf(ListOf type);

    R mapOf(MapOf type);

    R netAddress(NetAddress type);

    R either(Either type);

    R any(Any type);
  }

  /**
   * Why this value does not fit, or empty where it does. Objects of the machine are checked by
   * their kind.
   */
  Optional<Misfit> misfit(Value value);

  /** What is said of a number below 0 that is to be an address. */
  Misfit ADDRESSES = new Misfit.Range("0x0", Printed.hex(-1));

  /** Why a value does not fit a slot. */
  sealed interface Misfit {
    /** Another sort of value is wanted. */
    record Sort(String wanted, String given) implements Misfit {}

    /** Too small or too large. */
    record Range(String least, String most) implements Misfit {}

    /** Not one of the words. */
    record Word(String noun, String given, List<String> allowed) implements Misfit {}
  }

  /** A whole quantity between two bounds, both ends in. */
  record Whole(Dimension dimension, long least, long most) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whole(this);
    }

    @Override
    public String prose() {
      return dimension == Dimension.COUNT ? "a whole number" : dimension.prose();
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (!(value instanceof Value.Whole whole) || !fits(whole)) {
        return unlike(this, value);
      }
      return whole.amount() < least || whole.amount() > most
          ? Optional.of(
              new Misfit.Range(Printed.whole(least, dimension), Printed.whole(most, dimension)))
          : Optional.empty();
    }

    private boolean fits(Value.Whole whole) {
      return whole.dimension() == dimension
          || dimension.mixesWith(whole.dimension()) && fitsPlain(whole);
    }

    /** A count takes no unit, but a plain number may stand for bytes (rules.md R40, "Sizes"). */
    private boolean fitsPlain(Value.Whole whole) {
      return whole.dimension() != Dimension.SIZE || dimension == Dimension.ADDRESS;
    }
  }

  /** A quantity that may have decimals: {@code 1.2us}, {@code 80%}, {@code 2.5}. */
  record Real(Dimension dimension, double least, double most) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.real(this);
    }

    @Override
    public String prose() {
      return dimension == Dimension.COUNT ? "a share such as 80%" : dimension.prose();
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      double amount;
      if (value instanceof Value.Real real && real.dimension() == dimension) {
        amount = real.amount();
      } else if (value instanceof Value.Whole whole && fits(whole)) {
        amount = whole.amount();
      } else {
        return unlike(this, value);
      }
      return amount < least || amount > most
          ? Optional.of(new Misfit.Range(print(least), print(most)))
          : Optional.empty();
    }

    /** Nothing needs no unit: {@code context-switch 0}. */
    private boolean fits(Value.Whole whole) {
      return whole.dimension() == dimension
          || whole.amount() == 0 && whole.dimension() == Dimension.COUNT;
    }

    private String print(double bound) {
      return new Value.Real(bound, dimension).print();
    }
  }

  /** {@code true} or {@code false}. */
  record Truth() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.truth(this);
    }

    @Override
    public String prose() {
      return "true or false";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Truth ? Optional.empty() : unlike(this, value);
    }
  }

  /** One of a few words; a text serves where a variable is meant. */
  record Words(String noun, List<String> words) implements Type {
    /** Words that are {@code noun}s: {@code a network card}. */
    public static Words of(String noun, String... words) {
      return new Words(noun, List.of(words));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.words(this);
    }

    @Override
    public boolean takesOnlyWords() {
      return true;
    }

    @Override
    public String prose() {
      return noun + " (" + String.join(", ", words) + ")";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      String given;
      if (value instanceof Value.Word word) {
        given = word.word();
      } else if (value instanceof Value.Text text) {
        given = text.text();
      } else if (value instanceof Value.Truth truth && words.contains("on")) {
        given = truth == Value.Truth.TRUE ? "on" : "off";
      } else {
        return unlike(this, value);
      }
      return words.contains(given)
          ? Optional.empty()
          : Optional.of(new Misfit.Word(noun, given, words));
    }
  }

  /** A name that the statement itself makes: {@code heap} in {@code region heap …}. */
  record NewName() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newName(this);
    }

    @Override
    public String prose() {
      return "a name";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Word || value instanceof Value.Text
          ? Optional.empty()
          : unlike(this, value);
    }
  }

  /** Names that the statement makes, one by one or as a row: {@code A..E}. */
  record NewNames() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newNames(this);
    }

    @Override
    public String prose() {
      return "names, such as `A, B` or `A..E`";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Word ? Optional.empty() : unlike(this, value);
    }
  }

  /** A memory address; with {@code labels} also the label of a page. */
  record Place(boolean labels) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.place(this);
    }

    @Override
    public boolean takesLabels() {
      return labels;
    }

    @Override
    public String prose() {
      return labels ? "an address or a page's label" : "an address";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (value instanceof Value.Whole whole && whole.dimension().mixesWith(Dimension.ADDRESS)) {
        return fits(whole) ? Optional.empty() : Optional.of(ADDRESSES);
      }
      return labels && isLabel(value) ? Optional.empty() : unlike(this, value);
    }

    /** A text serves where the label is in a variable: {@code access (name)}. */
    private static boolean isLabel(Value value) {
      return value instanceof Value.Word || value instanceof Value.Text;
    }

    private static boolean fits(Value.Whole number) {
      return number.amount() >= 0 || number.dimension() == Dimension.ADDRESS;
    }
  }

  /** Any whole number of 64 bits, below 0 too: a memory cell's contents, a seed. */
  record Cell() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cell(this);
    }

    @Override
    public String prose() {
      return "a whole number";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Whole whole && whole.dimension().mixesWith(Dimension.ADDRESS)
          ? Optional.empty()
          : unlike(this, value);
    }
  }

  /** A page number or a page's label. */
  record Page() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.page(this);
    }

    @Override
    public boolean takesLabels() {
      return true;
    }

    @Override
    public String prose() {
      return "a page's number or label";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (value instanceof Value.Whole whole && whole.dimension().mixesWith(Dimension.COUNT)) {
        return Place.fits(whole) ? Optional.empty() : Optional.of(ADDRESSES);
      }
      return Place.isLabel(value) ? Optional.empty() : unlike(this, value);
    }
  }

  /**
   * A strategy: a word that names one of those that are built in, or one that the program declares.
   *
   * @param sort {@code policy}
   * @param builtIn the words
   */
  record Strategy(String sort, Words builtIn) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.strategy(this);
    }

    @Override
    public String prose() {
      return builtIn.noun();
    }

    @Override
    public boolean takesOnlyWords() {
      return true;
    }

    @Override
    public List<String> words() {
      return builtIn.words();
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (value instanceof Value.Strategy given) {
        return given.made().sort().equals(sort) ? Optional.empty() : unlike(this, value);
      }
      return builtIn.misfit(value);
    }
  }

  /** A string. */
  record Text() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }

    @Override
    public String prose() {
      return "a text in quotes";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Text ? Optional.empty() : unlike(this, value);
    }
  }

  /** An object of one of these kinds. */
  record OfKind(List<String> kinds) implements Type {
    public OfKind(String... kinds) {
      this(List.of(kinds));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofKind(this);
    }

    @Override
    public String prose() {
      return "a " + String.join(" or ", kinds);
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return value instanceof Value.Thing thing && kinds.contains(thing.kind())
          ? Optional.empty()
          : unlike(this, value);
    }
  }

  /** {@code [0, 1]}, or where commas already make a list, several values. */
  record ListOf(Type element) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listOf(this);
    }

    @Override
    public String prose() {
      return "a list in brackets";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (!(value instanceof Value.Items items)) {
        return unlike(this, value);
      }
      return items.items().stream().map(element::misfit).flatMap(Optional::stream).findFirst();
    }
  }

  /** {@code ["ssd": 50us]}: a map from words to values of one type. */
  record MapOf(Words keys, Type values) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapOf(this);
    }

    @Override
    public String prose() {
      return "a map";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      if (!(value instanceof Value.Entries entries)) {
        return unlike(this, value);
      }
      return entries.entries().entrySet().stream()
          .map(e -> keys.misfit(e.getKey()).or(() -> values.misfit(e.getValue())))
          .flatMap(Optional::stream)
          .findFirst();
    }
  }

  /** {@code 192.168.1.1/24}, {@code 00:0C:29:00:00:10} and other network addresses. */
  record NetAddress(Sort sort) implements Type {
    /** Which form. */
    public enum Sort {
      MAC,
      IP,
      NETWORK
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.netAddress(this);
    }

    @Override
    public String prose() {
      return switch (sort) {
        case MAC -> "a MAC address such as 00:0C:29:00:00:01";
        case IP -> "an IPv4 address such as 192.168.1.101";
        case NETWORK -> "a network such as 192.168.1.0/24";
      };
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      boolean fits =
          switch (sort) {
            case MAC -> value instanceof Value.Mac;
            case IP -> value instanceof Value.Ip;
            case NETWORK -> value instanceof Value.Network;
          };
      return fits ? Optional.empty() : unlike(this, value);
    }
  }

  /** The first of these that fits. */
  record Either(List<Type> choices) implements Type {
    public Either(Type... choices) {
      this(List.of(choices));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.either(this);
    }

    @Override
    public boolean takesLabels() {
      return choices.stream().anyMatch(Type::takesLabels);
    }

    @Override
    public boolean takesOnlyWords() {
      return choices.stream().allMatch(Type::takesOnlyWords);
    }

    @Override
    public String prose() {
      return String.join(" or ", choices.stream().map(Type::prose).toList());
    }

    @Override
    public List<String> words() {
      return choices.stream().flatMap(c -> c.words().stream()).toList();
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      Optional<Misfit> best = Optional.empty();
      for (Type choice : choices) {
        Optional<Misfit> misfit = choice.misfit(value);
        if (misfit.isEmpty()) {
          return misfit;
        }
        if (best.isEmpty() || best.get() instanceof Misfit.Sort) {
          best = misfit;
        }
      }
      return best.map(m -> m instanceof Misfit.Sort s ? new Misfit.Sort(prose(), s.given()) : m);
    }
  }

  /** Any value. */
  record Any() implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.any(this);
    }

    @Override
    public String prose() {
      return "a value";
    }

    @Override
    public Optional<Misfit> misfit(Value value) {
      return Optional.empty();
    }
  }

  private static Optional<Misfit> unlike(Type wanted, Value given) {
    return Optional.of(new Misfit.Sort(wanted.prose(), Sorts.prose(given)));
  }
}
