package dev.vsim.run.importing;

import dev.vsim.source.Diagnostics;
import java.util.Optional;

/**
 * What comes of taking over a virtual machine.
 *
 * @param scenario its text, unless there were errors
 */
public record Imported(Optional<String> scenario, Diagnostics diagnostics) {}
