package dev.vsim.syntax;

import static vsim.VsimLexer.CALL;
import static vsim.VsimLexer.DOT;
import static vsim.VsimLexer.ELSE;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.HOLE_CLOSE;
import static vsim.VsimLexer.LBRACE;
import static vsim.VsimLexer.LBRACKET;
import static vsim.VsimLexer.LET;
import static vsim.VsimLexer.NAME;
import static vsim.VsimLexer.NUMBER;
import static vsim.VsimLexer.QUOTE;
import static vsim.VsimLexer.RBRACE;
import static vsim.VsimLexer.RBRACKET;
import static vsim.VsimLexer.RPAREN;
import static vsim.VsimLexer.SEP;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import vsim.VsimLexer;
import vsim.VsimParser;

/** Says in the user's words what could have stood where something else stands. */
final class Expected {
  /** More than this many things are no help. */
  private static final int MOST = 3;

  private Expected() {}

  /** The types of token that would have fitted. */
  static IntervalSet types(RecognitionException mistake) {
    if (mistake instanceof NoViableAltException none
        && none.getDeadEndConfigs() != null
        && none.getStartToken() != none.getOffendingToken()) {
      return behind(none);
    }
    IntervalSet expected = mistake.getExpectedTokens();
    return expected == null ? new IntervalSet() : expected;
  }

  /**
   * Where several tokens were looked at together: what would have fitted behind those that did fit.
   */
  private static IntervalSet behind(NoViableAltException mistake) {
    ATN atn = mistake.getRecognizer().getATN();
    IntervalSet all = new IntervalSet();
    for (ATNConfig each : mistake.getDeadEndConfigs()) {
      all.addAll(atn.nextTokens(each.state));
    }
    if (all.contains(Token.EPSILON)) {
      all.remove(Token.EPSILON);
      all.add(SEP);
    }
    return all;
  }

  /** {@code a value or `}` that closes the `{` of line 3}; empty where there is nothing to say. */
  static String words(Failure failure) {
    IntervalSet types = failure.expected();
    List<String> words = new ArrayList<>();
    if (types.contains(LET) && types.contains(NAME) && !types.contains(ELSE)) {
      words.add("a statement");
    } else if (types.contains(NUMBER) && types.contains(LBRACKET)) {
      words.add("a value");
    } else if (types.contains(NAME)) {
      words.add(name(failure));
      words.addAll(
          types.contains(QUOTE) && !types.contains(NUMBER) ? List.of("a text") : List.of());
    } else {
      words.addAll(signs(types));
    }
    closers(types, failure, words);
    if (types.contains(SEP) || types.contains(Token.EOF)) {
      words.add("the end of the statement");
    }
    return words.size() > MOST ? "" : joined(words);
  }

  private static String name(Failure failure) {
    RuleContext context = failure.mistake().getCtx();
    boolean pattern =
        context instanceof VsimParser.PatternContext
            || context instanceof VsimParser.ExpectationContext;
    boolean property =
        context instanceof VsimParser.PropertiesContext
            || context instanceof VsimParser.PropertyContext;
    boolean attribute = failure.before() != null && failure.before().getType() == DOT;
    return pattern ? "an event" : property ? "a property" : attribute ? "an attribute" : "a name";
  }

  private static List<String> signs(IntervalSet types) {
    List<String> words = new ArrayList<>();
    for (int type : types.toArray()) {
      switch (type) {
        case LBRACE -> words.add("a block, `{ … }`");
        case QUOTE -> words.add("a text, `\"…\"`");
        case CALL -> words.add("`(` right behind the name");
        default -> {
          String literal = VsimLexer.VOCABULARY.getLiteralName(type);
          if (literal != null && !Kinds.closes(type) && type != GREATER) {
            words.add("`" + literal.substring(1, literal.length() - 1) + "`");
          }
        }
      }
    }
    return words;
  }

  private static void closers(IntervalSet types, Failure failure, List<String> words) {
    if (types.contains(HOLE_CLOSE)) {
      words.add("`}` that closes the `${`");
    }
    failure
        .innermost()
        .filter(open -> types.contains(closerType(open.bracket())))
        .ifPresent(
            open ->
                words.add(
                    "`%s` that closes the `%s` of line %d"
                        .formatted(open.closer(), open.bracket(), failure.line(open.start()))));
  }

  private static int closerType(String bracket) {
    return switch (bracket) {
      case "(" -> RPAREN;
      case "[" -> RBRACKET;
      case "{" -> RBRACE;
      default -> GREATER;
    };
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** How the offending token is called in a sentence. */
  static String naming(Failure failure) {
    String text = failure.source().text(failure.place());
    return switch (failure.type()) {
      case Token.EOF -> "the end of the text";
      case SEP -> text.isEmpty() ? endOf(failure) : "`;`";
      default -> "`" + shortened(text) + "`";
    };
  }

  private static String endOf(Failure failure) {
    int offset = failure.offending().end();
    String rest = failure.source().text().substring(offset).stripLeading();
    return rest.isEmpty()
        ? "the end of the text"
        : rest.startsWith("}") ? "`}`" : "the end of the line";
  }

  private static String shortened(String text) {
    int most = 40;
    return text.length() <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most / 2)) + "…";
  }
}
