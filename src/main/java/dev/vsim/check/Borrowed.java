package dev.vsim.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that other languages have, and what says the same here. */
final class Borrowed {
  private static final Map<String, String> STATEMENTS = statements();
  private static final Map<String, String> VALUES = values();
  private static final Map<String, String> CALLS = calls();
  private static final Map<String, String> METHODS = methods();

  private Borrowed() {}

  private static Map<String, String> statements() {
    Map<String, String> all = new LinkedHashMap<>();
    put(
        all,
        "a file is brought in by `use \"std/workloads\"`",
        List.of("import", "from", "include", "require", "using", "source"));
    put(
        all,
        "a variable is introduced by `let NAME = …`",
        List.of("const", "var", "int", "float", "double", "string", "bool", "auto", "val", "set"));
    put(all, "a block may be empty: `{ }`", List.of("pass", "noop"));
    put(
        all,
        "a variable is there to the end of its block",
        List.of("del", "delete", "global", "nonlocal", "static"));
    put(
        all,
        "a scenario ends behind its last line; `fail \"why\"` ends it before, as a failure",
        List.of("raise", "throw", "abort", "panic", "exit", "quit", "halt", "die", "stop"));
    put(all, "`run 5ms` lets virtual time pass", List.of("sleep", "delay", "pause", "usleep"));
    put(
        all,
        "`print` prints a value",
        List.of("echo", "puts", "println", "printf", "console", "log", "display", "cout"));
    put(
        all,
        "a declaration begins with its kind, as in `vm linux < vcpu 2 >`",
        List.of("new", "create", "declare", "define", "add", "make"));
    put(all, "a function is called by its name: `f(1)`", List.of("call", "invoke", "gosub"));
    put(all, "`def` defines a function", List.of("function", "func", "fn", "sub", "proc"));
    put(all, "a block ends with `}`", List.of("end", "fi", "done", "endif", "esac"));
    return all;
  }

  private static Map<String, String> values() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "write `none`", List.of("null", "nil", "NULL", "Null", "undefined", "NIL"));
    put(all, "write `true`", List.of("TRUE", "yes"));
    put(all, "write `false`", List.of("FALSE"));
    put(all, "the virtual instant is `now`", List.of("time", "clock", "timestamp"));
    return all;
  }

  private static Map<String, String> calls() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "a value is put into a text by `\"${value}\"`", List.of("str", "string", "format"));
    put(
        all,
        "numbers are read as they stand; `x // 1` drops the decimals",
        List.of("int", "float", "number"));
    put(all, "write `0..9`: both ends belong to it", List.of("range"));
    put(all, "`len(x)` counts elements and characters", List.of("size", "length", "count"));
    put(all, "`print` is a statement: `print x`", List.of("print", "println", "printf"));
    put(
        all,
        "a list has methods for it: `l.sum()`, `l.sort()`, `l.reverse()`",
        List.of("sum", "sorted", "reversed"));
    return all;
  }

  private static Map<String, String> methods() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "push", List.of("append", "add", "enqueue", "push_back"));
    put(all, "shift", List.of("dequeue", "popleft", "pop_front"));
    put(all, "unshift", List.of("push_front", "prepend"));
    put(all, "len", List.of("length", "size"));
    put(all, "index", List.of("indexOf", "index_of", "find"));
    put(all, "contains", List.of("includes", "include"));
    put(all, "has", List.of("has_key", "containsKey", "contains"));
    put(all, "reverse", List.of("reversed"));
    put(all, "sort", List.of("sorted"));
    put(all, "upper", List.of("toUpperCase", "uppercase"));
    put(all, "lower", List.of("toLowerCase", "lowercase"));
    return all;
  }

  private static void put(Map<String, String> all, String advice, List<String> words) {
    words.forEach(word -> all.put(word, advice));
  }

  /** What to write instead of a statement that begins with this word. */
  static Optional<String> statement(String word) {
    return Optional.ofNullable(STATEMENTS.get(word));
  }

  /** What to write instead of this word where a value stands. */
  static Optional<String> value(String word) {
    return Optional.ofNullable(VALUES.get(word));
  }

  /** The method that is called so elsewhere. */
  static Optional<String> method(String word) {
    return Optional.ofNullable(METHODS.get(word));
  }

  /** What to write instead of a call of a function of this name. */
  static Optional<String> call(String word) {
    return Optional.ofNullable(CALLS.get(word)).or(() -> statement(word));
  }
}
