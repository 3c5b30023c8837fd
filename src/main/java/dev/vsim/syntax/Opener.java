package dev.vsim.syntax;

/**
 * A bracket, a text or a hole in one that is still open.
 *
 * @param type its token
 * @param start where it stands
 * @param outer what it is open in, null at the top
 * @param depth how many are open, this one included
 * @param patterns whether it holds the patterns of an assertion
 */
record Opener(int type, int start, Opener outer, int depth, boolean patterns) {}
