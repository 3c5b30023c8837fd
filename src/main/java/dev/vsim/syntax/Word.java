package dev.vsim.syntax;

import dev.vsim.source.Span;

/** A word at its place: a name, or a reserved word where an ordinary one can stand. */
public record Word(Span span, String text) {}
