package dev.vsim.syntax;

import static vsim.VsimLexer.HOLE_OPEN;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.NUMBER;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.SEP;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.Unread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import vsim.VsimParser;

/**
 * A statement that could not be read, with the token at which that showed and all that helps to say
 * why.
 */
final class Failure {
  /** A bracket of the statement that was open when it failed. */
  record Opening(String bracket, int start) {
    Span span() {
      return new Span(start, start + bracket.length());
    }

    String closer() {
      return Brackets.closer(bracket);
    }
  }

  private final SourceText source;
  private final Lines lines;
  private final StatementTokens tokens;
  private final RecognitionException mistake;
  private final ParserRuleContext holder;
  private final Lexeme first;
  private final Lexeme offending;
  private final int cut;

  /**
   * What went wrong in a statement.
   *
   * @param holder the statement, or the block that something stands in which is none
   * @param first its first token
   */
  Failure(
      SourceText source,
      Lines lines,
      StatementTokens tokens,
      RecognitionException mistake,
      ParserRuleContext holder,
      Lexeme first) {
    this.source = source;
    this.lines = lines;
    this.tokens = tokens;
    this.mistake = mistake;
    this.holder = holder;
    this.first = first;
    this.offending = (Lexeme) mistake.getOffendingToken();
    this.cut = lines.cut(first.start());
  }

  SourceText source() {
    return source;
  }

  Lines lines() {
    return lines;
  }

  RecognitionException mistake() {
    return mistake;
  }

  /** The statement's first token. */
  Lexeme first() {
    return first;
  }

  /** The token that does not fit. */
  Lexeme offending() {
    return offending;
  }

  int type() {
    return offending.getType();
  }

  boolean is(int... types) {
    for (int each : types) {
      if (each == type()) {
        return true;
      }
    }
    return false;
  }

  /** The token before the offending one, null where it is the statement's first. */
  Lexeme before() {
    return before(1);
  }

  Lexeme before(int distance) {
    if (offending.start() <= first.start()) {
      return null;
    }
    Lexeme found = tokens.at(offending.getTokenIndex() - distance);
    return found == null || found.start() < first.start() ? null : found;
  }

  Lexeme behind() {
    return tokens.at(offending.getTokenIndex() + 1);
  }

  boolean followsValue() {
    return before() != null && Kinds.endsValue(before().getType());
  }

  String text(Lexeme token) {
    return source.text(token.span());
  }

  String text() {
    return text(offending);
  }

  int line(int offset) {
    return source.line(offset);
  }

  // ---- Where it stands

  /**
   * The innermost construct of this kind, within the statement, that was being read or had just
   * been read.
   */
  <T> Optional<T> within(Class<T> kind) {
    for (RuleContext each = mistake.getCtx();
        each != null && each != holder;
        each = each.getParent()) {
      if (kind.isInstance(each)) {
        return Optional.of(kind.cast(each));
      }
    }
    return kind.isInstance(form()) ? Optional.of(kind.cast(form())) : Optional.empty();
  }

  boolean isWithin(Class<?> kind) {
    return within(kind).isPresent();
  }

  /** The statement's form as far as it was read; null where not even that is known. */
  ParserRuleContext form() {
    if (!(holder instanceof VsimParser.StatementContext
            || holder instanceof VsimParser.MemberContext)
        || holder.getChildCount() == 0) {
      return null;
    }
    ParserRuleContext form = (ParserRuleContext) holder.getChild(0);
    boolean acting = form instanceof VsimParser.ActingContext && form.getChildCount() > 0;
    return acting ? (ParserRuleContext) form.getChild(0) : form;
  }

  /** Whether something stands between statements that is none. */
  boolean isBetweenStatements() {
    return first == offending;
  }

  /** The block or strategy between whose braces the statement stands. */
  ParserRuleContext holder() {
    return holder;
  }

  // ---- What was open

  /** The brackets of this statement that are open at the offending token, outermost first. */
  List<Opening> openings() {
    List<Opening> found = new ArrayList<>();
    int level = depth(first.enclosing());
    for (Opener each = offending.enclosing(); depth(each) > level; each = each.outer()) {
      if (each.type() != QUOTE && each.type() != HOLE_OPEN) {
        found.add(
            new Opening(source.text().substring(each.start(), each.start() + 1), each.start()));
      }
    }
    for (RuleContext each = mistake.getCtx();
        each != null && each != holder;
        each = each.getParent()) {
      if (each instanceof VsimParser.PropertiesContext properties) {
        found.add(new Opening("<", properties.getStart().getStartIndex()));
      }
    }
    found.sort(Comparator.comparingInt(Opening::start));
    return found;
  }

  Optional<Opening> innermost() {
    List<Opening> all = openings();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  static int depth(Opener opener) {
    return opener == null ? 0 : opener.depth();
  }

  /** Where the statement ends at the latest, by the indentation of the lines. */
  int cut() {
    return cut;
  }

  /** Whether the offending token is not even the statement's own. */
  boolean isBeyond() {
    return offending.start() >= cut && first.start() < cut && cut < source.text().length();
  }

  /**
   * The bracket that should have been closed before the offending token, if that is what is wrong.
   */
  Optional<Opening> unclosed() {
    return innermost().filter(open -> isBeyond() || endsInside(open.bracket()));
  }

  private boolean endsInside(String bracket) {
    return switch (type()) {
      case Token.EOF -> true;
      case RBRACE -> !bracket.equals("{");
      case SEP -> bracket.equals("(") || bracket.equals("[");
      default -> false;
    };
  }

  // ---- What could have stood there

  /** The types of token that would have fitted. */
  IntervalSet expected() {
    return Expected.types(mistake);
  }

  boolean expects(int type) {
    return expected().contains(type);
  }

  boolean expectsValue() {
    IntervalSet expected = expected();
    return expected.contains(NUMBER) && expected.contains(LBRACKET);
  }

  // ---- What is said

  /** A diagnostic that underlines the offending token. */
  Diagnostic about(Unread problem, Object... arguments) {
    return about(problem, place(), arguments);
  }

  Diagnostic about(Unread problem, Span span, Object... arguments) {
    return Diagnostic.of(problem, source, span, arguments);
  }

  /** The offending token as a whole: of a text more than its first quote. */
  Span place() {
    return is(QUOTE)
        ? new Span(offending.start(), Brackets.textEnd(source.text(), offending.start()))
        : offending.span();
  }
}
