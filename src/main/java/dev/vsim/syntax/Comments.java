package dev.vsim.syntax;

import dev.vsim.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects comments in order of place, each once, even where a stretch of text is read again. */
final class Comments implements Consumer<Lexeme> {
  private final SourceText source;
  private final List<Comment> found = new ArrayList<>();
  private int behind;

  Comments(SourceText source) {
    this.source = source;
  }

  @Override
  public void accept(Lexeme token) {
    if (token.start() >= behind) {
      found.add(new Comment(token.span(), source.text(token.span())));
      behind = token.end();
    }
  }

  List<Comment> inOrder() {
    return List.copyOf(found);
  }
}
