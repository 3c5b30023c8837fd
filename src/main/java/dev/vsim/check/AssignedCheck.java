package dev.vsim.check;

import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One check of an assignment, written out: a scenario of its own.
 *
 * @param name its name, which no other check of the assignment has
 * @param span where it stands
 * @param points what it is worth
 * @param parts what each assertion with points of its own is worth, by its place
 * @param needs the checks without which it is left out
 * @param hidden who does not see what comes of it
 * @param rules what it asks of the submission's source
 * @param scenario what stands above the check, an empty check that marks its beginning, and what
 *     stands in it
 * @param usesSubmission whether it calls the submission's own definitions, so that it can be
 *     checked only together with one
 */
public record AssignedCheck(
    String name,
    Span span,
    BigDecimal points,
    Map<Span, BigDecimal> parts,
    List<String> needs,
    CheckForm.Hidden hidden,
    List<SourceRule> rules,
    Scenario scenario,
    boolean usesSubmission) {}
