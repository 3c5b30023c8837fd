package dev.vsim.syntax;

import dev.vsim.source.SourceText;
import java.util.List;

/**
 * A whole source file as it was read.
 *
 * @param source its text
 * @param statements the statements at the top, in order; broken ones among them
 * @param comments every comment, in order of place
 */
public record Scenario(SourceText source, List<Stmt> statements, List<Comment> comments) {}
