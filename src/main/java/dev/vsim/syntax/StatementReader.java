package dev.vsim.syntax;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.SyntaxProblem;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import vsim.VsimParser;

/**
 * Reads one statement of the outermost level after the other. Each is first read in haste, which
 * suffices for what is right; if anything is wrong with it, it is read again with care, which finds
 * out what and goes on behind it.
 */
final class StatementReader {
  private final StatementTokens tokens;
  private final VsimParser parser;
  private final AstBuilder builder;
  private final Complaints complaints;
  private final Recovery recovery;
  private final GivingUp givingUp = new GivingUp();
  private final Finisher finisher;

  private StatementReader(
      SourceText source, Diagnostics diagnostics, TokenFilter filter, IntConsumer angles) {
    this.tokens = new StatementTokens(filter, source.name());
    this.complaints = new Complaints(source, diagnostics);
    this.builder = new AstBuilder(new Spellings(source.text()), complaints);
    this.recovery = new Recovery(source, tokens, builder, diagnostics);
    this.parser = new VsimParser(tokens);
    parser.removeErrorListeners();
    this.finisher = new Finisher(angles);
    parser.addParseListener(finisher);
  }

  /**
   * A reader at the start of a text; it hands on comments, and the offsets of angle brackets, as it
   * comes by.
   */
  static StatementReader of(
      SourceText source, Diagnostics diagnostics, Consumer<Lexeme> comments, IntConsumer angles) {
    return new StatementReader(source, diagnostics, TokenFilter.of(source, comments), angles);
  }

  /** The next statement, or null at the end of the text. */
  Stmt next() {
    Lexeme first = tokens.LT(1);
    if (first.getType() == Token.EOF) {
      return null;
    }
    Stmt quick = hasty();
    if (quick != null) {
      return quick;
    }
    builder.forget();
    tokens.restart(first.start(), null);
    return careful();
  }

  private Stmt hasty() {
    finisher.length = 0;
    complaints.begin(true);
    parser.setErrorHandler(givingUp);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      Stmt made = builder.take(parser.statement());
      return complaints.any() ? null : made;
    } catch (RecognitionException notSimple) {
      return null;
    }
  }

  private Stmt careful() {
    finisher.length = 0;
    complaints.begin(false);
    parser.setErrorHandler(recovery);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return builder.take(parser.statement());
  }

  /**
   * Lets every statement be made as soon as it is read, keeps angle brackets from going too deep,
   * and statements from growing too long.
   */
  private final class Finisher implements ParseTreeListener {
    private final IntConsumer angles;
    private int open;

    /** Words and signs since a statement began or ended. */
    private int length;

    Finisher(IntConsumer angles) {
      this.angles = angles;
    }

    @Override
    public void visitTerminal(TerminalNode node) {
      if (++length > ScenarioParser.MOST_TOKENS) {
        length = 0;
        throw new TooMuch(parser, node.getSymbol(), SyntaxProblem.TOO_LONG);
      }
      if (node.getParent() instanceof VsimParser.PropertiesContext) {
        angle(node.getSymbol());
      }
    }

    private void angle(Token token) {
      if (token.getType() == VsimParser.LESS) {
        open++;
        if (open > ScenarioParser.MOST_NESTED) {
          throw new TooMuch(parser, token, SyntaxProblem.TOO_DEEP);
        }
      }
      angles.accept(token.getStartIndex());
    }

    @Override
    public void exitEveryRule(ParserRuleContext context) {
      if (context instanceof VsimParser.PropertiesContext) {
        open--;
      } else if (context.exception == null
          && (context instanceof VsimParser.StatementContext
              || context instanceof VsimParser.MemberContext)) {
        builder.finish(context);
        length = 0;
      }
    }

    @Override
    public void enterEveryRule(ParserRuleContext context) {
      // nothing is known of it yet
    }

    @Override
    public void visitErrorNode(ErrorNode node) {
      // the recovery has seen to it
    }
  }
}
