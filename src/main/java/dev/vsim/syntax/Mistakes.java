package dev.vsim.syntax;

import dev.vsim.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out which mistake a failed statement is; the first that knows it says so. */
final class Mistakes {
  private static final List<Function<Failure, Optional<Diagnostic>>> KNOWN =
      List.of(
          CharacterMistakes::tooDeep,
          CharacterMistakes::unclosedText,
          CharacterMistakes::emptyHole,
          CharacterMistakes::foreignComment,
          CharacterMistakes::singleQuotes,
          CharacterMistakes::backslash,
          BracketMistakes::unclosed,
          BracketMistakes::dangling,
          HabitMistakes::comment,
          ForeignMistakes::textPrefix,
          ForeignMistakes::tripleQuotes,
          ForeignMistakes::printParentheses,
          ForeignMistakes::rangeSign,
          ForeignMistakes::pathQuotes,
          HabitMistakes::increment,
          PlaceMistakes::unitApart,
          HabitMistakes::operator,
          CharacterMistakes::strange,
          HabitMistakes::elseIf,
          HabitMistakes::foreignWord,
          ForeignMistakes::form,
          ForeignMistakes::wordOperator,
          ForeignMistakes::typeName,
          ForeignMistakes::messageComma,
          ForeignMistakes::severalAtOnce,
          HabitMistakes::colon,
          HabitMistakes::lonelyElse,
          HabitMistakes::ternary,
          HabitMistakes::compareToAssign,
          PlaceMistakes::propertyAssign,
          HabitMistakes::namedArgument,
          HabitMistakes::assignInCondition,
          PlaceMistakes::reservedName,
          PlaceMistakes::standsAlone,
          PlaceMistakes::defParentheses,
          HabitMistakes::loopShape,
          PlaceMistakes::signForMinus,
          PlaceMistakes::signApart,
          PlaceMistakes::bracketApart,
          PlaceMistakes::missingComma,
          PlaceMistakes::argumentOperator,
          PlaceMistakes::expectAttribute,
          PlaceMistakes::patternOperator,
          BracketMistakes::wrongCloser,
          BracketMistakes::closesNothing,
          PlaceMistakes::valueMissing,
          PlaceMistakes::blockMissing,
          PlaceMistakes::notAMember,
          ForeignMistakes::propertyBrackets,
          PlaceMistakes::incomplete);

  private Mistakes() {}

  static Diagnostic diagnose(Failure failure) {
    for (Function<Failure, Optional<Diagnostic>> each : KNOWN) {
      Optional<Diagnostic> found = each.apply(failure);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return PlaceMistakes.unexpected(failure);
  }
}
