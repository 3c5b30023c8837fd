package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Item;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Word;
import dev.vsim.vocabulary.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A declaration taken apart: {@code KIND NAME[rows] like TEMPLATE in|on OWNER}.
 *
 * @param stray the first item that belongs to none of these
 */
record DeclarationShape(
    Optional<Word> name,
    Optional<Expr> rows,
    Optional<Word> like,
    Optional<Expr> owner,
    Optional<Item> stray) {
  static final String TEMPLATE = "template";

  /** The same, a kind's standing object meant where there is no name: {@code host < mem 16K >}. */
  static DeclarationShape read(Stmt.Act act, Kind kind) {
    DeclarationShape shape = read(act);
    return shape.name.isPresent() || kind.standard().isEmpty()
        ? shape
        : new DeclarationShape(
            Optional.of(new Word(act.word().span(), kind.standard().get())),
            shape.rows,
            shape.like,
            shape.owner,
            shape.stray);
  }

  static DeclarationShape read(Stmt.Act act) {
    List<Item> items = act.items();
    int at = 0;
    Optional<Word> name = Optional.empty();
    Optional<Expr> rows = Optional.empty();
    if (at < items.size() && single(items.get(at)) instanceof Expr.Name n) {
      name = Optional.of(new Word(n.span(), n.name()));
      at++;
    } else if (at < items.size()
        && single(items.get(at)) instanceof Expr.Index index
        && index.of() instanceof Expr.Name n) {
      name = Optional.of(new Word(n.span(), n.name()));
      rows = Optional.of(index.at());
      at++;
    }
    Optional<Word> like = Optional.empty();
    if (at + 1 < items.size()
        && isWord(items.get(at), "like")
        && single(items.get(at + 1)) instanceof Expr.Name n) {
      like = Optional.of(new Word(n.span(), n.name()));
      at += 2;
    }
    Optional<Expr> owner = Optional.empty();
    boolean preposition =
        at + 1 < items.size() && (isWord(items.get(at), "in") || isWord(items.get(at), "on"));
    if (preposition && single(items.get(at + 1)) != null) {
      owner = Optional.of(single(items.get(at + 1)));
      at += 2;
    }
    return new DeclarationShape(
        name, rows, like, owner, at < items.size() ? Optional.of(items.get(at)) : Optional.empty());
  }

  private static Expr single(Item item) {
    return item instanceof Item.Values values && values.values().size() == 1
        ? values.values().get(0)
        : null;
  }

  private static boolean isWord(Item item, String word) {
    if (item instanceof Item.Keyword keyword) {
      return keyword.word().text().equals(word);
    }
    return single(item) instanceof Expr.Name name && name.name().equals(word);
  }
}
