package dev.vsim.cli;

import dev.vsim.text.Paint;
import dev.vsim.text.PlainText;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where output goes, and what is known of it.
 *
 * @param environment the environment's variables
 * @param interactive whether a person sits before it
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean interactive) {

  /** Whether standard input and output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // from JDK 22 on a console is there without a terminal
  static boolean isInteractive() {
    Console console = System.console();
    return console != null && (Runtime.version().feature() < 22 || isTerminal(console));
  }

  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Whether colours are shown: on a terminal, unless NO_COLOR is set (no-color.org). */
  public boolean colour() {
    String no = environment.getOrDefault("NO_COLOR", "");
    return interactive && no.isEmpty() && !"dumb".equals(environment.get("TERM"));
  }

  /** Says what is wrong with how vsim is used. */
  void complain(String why) {
    err.println("vsim: " + PlainText.shown(why));
  }

  /** Its colours, if it has any. */
  Paint paint() {
    return colour() ? Paint.COLOUR : Paint.PLAIN;
  }

  /** Whether this is a continuous-integration run, in which nothing is ever blessed. */
  public boolean isCi() {
    return !environment.getOrDefault("CI", "").isEmpty();
  }

  /** How many columns it has. */
  public int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : 100;
  }
}
