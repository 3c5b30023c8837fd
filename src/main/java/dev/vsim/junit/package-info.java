/**
 * Scenarios as tests of the JUnit Platform: an engine, and dynamic tests for JUnit Jupiter. What
 * JUnit needs is there where tests run; the command line does without it.
 */
package dev.vsim.junit;
