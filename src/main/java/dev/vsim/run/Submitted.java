package dev.vsim.run;

import dev.vsim.check.CheckedProgram;

/**
 * What was handed in, ready to run: its program, and the files beside it that it may read.
 *
 * @param program the file that the assignment asks for, checked
 */
record Submitted(CheckedProgram program, SubmissionFiles files) {}
