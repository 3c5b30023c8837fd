package dev.vsim.syntax;

import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.SEP;
import static vsim.VsimLexer.UNQUOTE;

import dev.vsim.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Cuts a text that can be read into what the formatter moves. */
final class Pieces {
  private final String text;
  private final Set<Integer> angles;
  private final List<Lexeme> comments = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final TokenFilter filter;
  private int commentsTaken;
  private int behind;
  private boolean separated = true;

  /** Of a text, and the offsets of the angle brackets in it that open or close. */
  Pieces(SourceText source, Set<Integer> angles) {
    this.text = source.text();
    this.angles = angles;
    this.filter = TokenFilter.of(source, comments::add);
    this.behind = TokenFilter.begin(source);
  }

  List<Piece> all() {
    for (Lexeme token = filter.next(); token.getType() != Token.EOF; token = filter.next()) {
      separated |= token.getType() == SEP;
      commentsBefore(token.start());
      add(token);
    }
    commentsBefore(text.length());
    return pieces;
  }

  private void commentsBefore(int offset) {
    while (commentsTaken < comments.size() && comments.get(commentsTaken).start() < offset) {
      Lexeme comment = comments.get(commentsTaken++);
      put(Piece.Kind.COMMENT, comment.getType(), comment.start(), comment.end());
    }
  }

  private void add(Lexeme token) {
    int type = token.getType();
    if (type == SEP) {
      if (token.end() > token.start()) {
        put(Piece.Kind.SEPARATES, type, token.start(), token.end());
      }
      return;
    }
    put(kind(token), type, token.start(), type == QUOTE ? textEnd() : token.end());
    separated = type == LBRACE || type == LESS && angles.contains(token.start());
  }

  private void put(Piece.Kind kind, int type, int start, int end) {
    int lineEnds = pieces.isEmpty() ? 1 : lineEnds(behind, start);
    pieces.add(new Piece(kind, type, start, end, lineEnds, start == behind, !separated));
    behind = end;
  }

  private int lineEnds(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      count += c == '\n' || c == '\r' && (i + 1 == to || text.charAt(i + 1) != '\n') ? 1 : 0;
    }
    return count;
  }

  /** Reads on to the end of a text, whatever stands in its holes. */
  private int textEnd() {
    Lexeme token = filter.next();
    for (int open = 1; ; token = filter.next()) {
      open += token.getType() == QUOTE ? 1 : token.getType() == UNQUOTE ? -1 : 0;
      if (open == 0) {
        return token.end();
      }
    }
  }

  private Piece.Kind kind(Lexeme token) {
    int type = token.getType();
    if (type == LESS || type == GREATER) {
      boolean bracket = angles.contains(token.start());
      return !bracket ? Piece.Kind.WORD : type == LESS ? Piece.Kind.OPENS : Piece.Kind.CLOSES;
    }
    if (type == QUOTE) {
      return Piece.Kind.WORD;
    }
    return Kinds.opens(type)
        ? Piece.Kind.OPENS
        : Kinds.closes(type) ? Piece.Kind.CLOSES : Piece.Kind.WORD;
  }
}
