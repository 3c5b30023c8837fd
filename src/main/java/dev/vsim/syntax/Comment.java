package dev.vsim.syntax;

import dev.vsim.source.Span;

/** {@code # …} to the end of its line, the {@code #} included. */
public record Comment(Span span, String text) {}
