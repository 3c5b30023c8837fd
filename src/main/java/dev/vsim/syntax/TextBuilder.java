package dev.vsim.syntax;

import static vsim.VsimLexer.ESCAPE;

import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import vsim.VsimParser;

/**
 * Makes records of {@code "…"}: joins the stretches, reads the escapes, and builds what stands in
 * the holes.
 */
final class TextBuilder {
  private static final int HEX = 16;
  private static final int MOST_DIGITS = 6;

  private final Spellings spellings;
  private final ExpressionBuilder expressions;
  private final Complaints complaints;

  TextBuilder(Spellings spellings, ExpressionBuilder expressions, Complaints complaints) {
    this.spellings = spellings;
    this.expressions = expressions;
    this.complaints = complaints;
  }

  Expr.Text of(VsimParser.TextContext context) {
    return new Expr.Text(ExpressionBuilder.span(context), pieces(context));
  }

  private List<Expr.Piece> pieces(VsimParser.TextContext context) {
    List<Expr.Piece> pieces = new ArrayList<>();
    Stretch stretch = new Stretch();
    for (ParseTree child : context.children.subList(1, context.getChildCount() - 1)) {
      if (child instanceof VsimParser.HoleContext hole) {
        stretch.endIn(pieces);
        pieces.add(
            new Expr.Piece.Hole(ExpressionBuilder.span(hole), expressions.of(hole.expression())));
      } else {
        stretch.add(ExpressionBuilder.lexeme((TerminalNode) child));
      }
    }
    stretch.endIn(pieces);
    return List.copyOf(pieces);
  }

  /** Tokens side by side that make one plain piece. */
  private final class Stretch {
    private final StringBuilder spelling = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int start;
    private int end;

    void add(Lexeme token) {
      start = spelling.isEmpty() ? token.start() : start;
      end = token.end();
      String written = spellings.of(token);
      spelling.append(written);
      text.append(token.getType() == ESCAPE ? escaped(written, token.span()) : written);
    }

    void endIn(List<Expr.Piece> pieces) {
      if (!spelling.isEmpty()) {
        pieces.add(
            new Expr.Piece.Plain(new Span(start, end), spelling.toString(), text.toString()));
        spelling.setLength(0);
        text.setLength(0);
      }
    }
  }

  private String escaped(String written, Span span) {
    return switch (written.charAt(1)) {
      case '"', '\\', '$' -> written.substring(1);
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'u' -> codePoint(written, span);
      default -> {
        complaints.add(SyntaxProblem.UNKNOWN_ESCAPE, span, written);
        yield written;
      }
    };
  }

  private String codePoint(String written, Span span) {
    String digits = written.length() > 3 ? written.substring(3, written.length() - 1) : "";
    boolean hexadecimal =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, HEX) >= 0);
    int value = hexadecimal ? Integer.parseInt(digits, HEX) : -1;
    if (!Character.isValidCodePoint(value) || Character.getType(value) == Character.SURROGATE) {
      complaints.add(SyntaxProblem.NO_CODE_POINT, span, written);
      return written;
    }
    return Character.toString(value);
  }
}
