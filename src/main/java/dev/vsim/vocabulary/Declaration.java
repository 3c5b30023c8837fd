package dev.vsim.vocabulary;

import dev.vsim.value.Subject;
import java.util.Optional;

/**
 * One declaration, its template's properties already joined with its own.
 *
 * @param name the object's own name, {@code linux}, {@code node[3]}
 * @param owner what it was declared in or on, if that was said
 * @param given its properties, as the options of the kind's signature
 */
public record Declaration(String name, Optional<Subject> owner, Arguments given) {}
