package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/** {@code { … }}. */
public record Block(Span span, List<Stmt> statements) {}
