package dev.vsim.syntax;

import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.SEP;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import java.util.Set;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.tree.ErrorNode;
import vsim.VsimParser;

/**
 * The second reading's way with mistakes: the innermost statement that cannot be read is reported
 * and skipped as a whole, and the reading goes on behind it.
 *
 * <p>A statement with a bracket open ends at the latest before the first line that is not indented
 * deeper than its own first line. What was read beyond that is read again, so the work is bounded:
 * after too many broken statements, or too much read again, the rest of the text is one broken
 * statement.
 */
final class Recovery extends GivingUp {
  private static final int MOST_BROKEN = 90;
  private static final long MOST_READ_AGAIN = 1_000_000;

  /** Mistakes in what stands before a block: lines that are indented deeper are that block. */
  private static final Set<Problem> HEADS =
      Set.of(
          HabitProblem.COLON_FOR_BLOCK,
          FormProblem.BLOCK_MISSING,
          HabitProblem.ELSE_IF,
          FormProblem.LONELY_ELSE,
          HabitProblem.FOREIGN_FORM,
          HabitProblem.FOREIGN_WORD);

  private final SourceText source;
  private final StatementTokens tokens;
  private final AstBuilder builder;
  private final Diagnostics diagnostics;
  private final Lines lines;
  private int broken;
  private int lastEnd = -1;
  private long readAgain;

  Recovery(SourceText source, StatementTokens tokens, AstBuilder builder, Diagnostics diagnostics) {
    this.source = source;
    this.tokens = tokens;
    this.builder = builder;
    this.diagnostics = diagnostics;
    this.lines = new Lines(source);
  }

  /** Passes a mistake outwards until it comes to the statement that it is in. */
  @Override
  public void recover(Parser parser, RecognitionException mistake) {
    ParserRuleContext context = parser.getContext();
    if (!(context instanceof VsimParser.StatementContext
        || context instanceof VsimParser.MemberContext)) {
      throw mistake;
    }
    Span span =
        skip(new Failure(source, lines, tokens, mistake, context, (Lexeme) context.getStart()));
    Stmt declared =
        context.getChildCount() == 0
            ? null
            : builder.declared((ParserRuleContext) context.getChild(0), span);
    builder.put(context, declared == null ? new Stmt.Broken(span) : declared);
  }

  /** Skips what begins no statement where one should begin, inside a block or a strategy. */
  @Override
  public void sync(Parser parser) {
    ParserRuleContext context = parser.getContext();
    boolean between =
        context instanceof VsimParser.BlockContext
            || context instanceof VsimParser.StrategyContext strategy && strategy.LBRACE() != null;
    while (between && !fits(parser)) {
      Lexeme first = tokens.LT(1);
      ErrorNode place = context.addErrorNode(parser.createErrorNode(context, first));
      Span span =
          skip(
              new Failure(
                  source, lines, tokens, new InputMismatchException(parser), context, first));
      builder.put(place, new Stmt.Broken(span));
    }
  }

  private boolean fits(Parser parser) {
    ATN atn = parser.getATN();
    IntervalSet fitting = atn.nextTokens(atn.states.get(parser.getState()));
    return fitting.contains(tokens.LA(1)) || tokens.LA(1) == Token.EOF;
  }

  /** Reports a failed statement, goes behind it, and tells its place. */
  private Span skip(Failure failure) {
    Problem problem = report(failure);
    int start = failure.first().start();
    int end =
        isExhausted()
            ? giveUp()
            : problem == HabitProblem.TRIPLE_QUOTES
                ? behindQuotes(failure)
                : new Skipping(failure, HEADS.contains(problem)).run();
    return new Span(start, Math.max(start, end));
  }

  /** Goes behind the three quotes that end what three quotes began. */
  private int behindQuotes(Failure failure) {
    int began = source.text().indexOf(ForeignMistakes.TRIPLE, failure.first().start());
    int ends = source.text().indexOf(ForeignMistakes.TRIPLE, began + 1);
    if (ends < 0) {
      return new Skipping(failure, false).run();
    }
    int behind = ends + ForeignMistakes.TRIPLE.length();
    tokens.restart(behind, failure.first().enclosing());
    return behind;
  }

  private Problem report(Failure failure) {
    if (isExhausted() || isToldAlready(failure)) {
      return SyntaxProblem.TOO_BROKEN;
    }
    Diagnostic said = Mistakes.diagnose(failure);
    diagnostics.add(said);
    broken++;
    if (isExhausted()) {
      diagnostics.add(SyntaxProblem.TOO_BROKEN, source, failure.first().span());
    }
    return said.problem();
  }

  /**
   * Where several blocks are open at the end of the text, one is told; with it the others mostly
   * mend themselves.
   */
  private boolean isToldAlready(Failure failure) {
    int end = failure.is(Token.EOF) ? failure.offending().start() : -1;
    boolean told = end >= 0 && end == lastEnd;
    lastEnd = Math.max(end, lastEnd);
    return told;
  }

  private boolean isExhausted() {
    return broken >= MOST_BROKEN || readAgain > MOST_READ_AGAIN + 4L * source.text().length();
  }

  private int giveUp() {
    tokens.restart(source.text().length(), null);
    return source.text().stripTrailing().length();
  }

  /** One way to the end of a broken statement. */
  private final class Skipping {
    private final Opener level;
    private final int start;
    private final boolean headOnly;
    private final int depth;
    private final int cut;
    private int angles;
    private int end;

    /**
     * @param headOnly whether lines that are indented deeper still belong to the statement
     */
    Skipping(Failure failure, boolean headOnly) {
      this.headOnly = headOnly;
      this.level = failure.first().enclosing();
      this.depth = Failure.depth(level);
      this.cut = failure.cut();
      this.angles = openAngles(failure.mistake().getCtx(), failure.holder());
      Lexeme before = tokens.LT(-1);
      this.start = failure.first().start();
      this.end = before == null || before.start() < start ? start : before.end();
    }

    private static int openAngles(RuleContext innermost, ParserRuleContext holder) {
      int count = 0;
      for (RuleContext each = innermost; each != null && each != holder; each = each.getParent()) {
        count += each instanceof VsimParser.PropertiesContext ? 1 : 0;
      }
      return count;
    }

    /** Goes behind the statement's last token, and returns where that ends. */
    int run() {
      while (true) {
        Lexeme token = tokens.LT(1);
        if (token.start() >= cut && cut < source.text().length()) {
          return goOn(token, cut);
        }
        if (closesHolder(token)) {
          return goOn(token, token.start());
        }
        if (token.getType() == Token.EOF) {
          return end;
        }
        tokens.consume();
        if (token.getType() == SEP && isOutside(token) && angles <= 0 && !goesDeeper()) {
          return end;
        }
        pass(token);
      }
    }

    private boolean goesDeeper() {
      int next = tokens.LT(1).start();
      return headOnly
          && tokens.LT(1).getType() != Token.EOF
          && lines.isFirst(next)
          && lines.indentation(next) > lines.indentation(start);
    }

    private boolean isOutside(Lexeme token) {
      return Failure.depth(token.enclosing()) == depth;
    }

    private void pass(Lexeme token) {
      end = Math.max(end, token.end());
      if (isOutside(token)) {
        angles += token.getType() == LESS ? 1 : token.getType() == GREATER ? -1 : 0;
      }
    }

    /** Whether it is the brace that ends the block in which the statement stands. */
    private boolean closesHolder(Lexeme token) {
      if (token.getType() != RBRACE || depth == 0) {
        return false;
      }
      Opener each = token.enclosing();
      while (each != null && each.type() != LBRACE) {
        each = each.outer();
      }
      return Failure.depth(each) == depth;
    }

    /** Leaves the statement before a place that may already have been read over. */
    private int goOn(Lexeme token, int place) {
      readAgain += token.start() - place;
      tokens.restart(place, level);
      return source.text().substring(0, place).stripTrailing().length();
    }
  }
}
