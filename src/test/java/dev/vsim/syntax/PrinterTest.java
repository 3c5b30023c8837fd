package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PrinterTest {
  @Test
  void whatIsPrintedReadsAsTheSame() {
    for (int seed = 0; seed < 4_000; seed++) {
      List<Stmt> made = new RandomStatements(new Dice(seed)).statements(4, 3);
      String printed = Printer.print(made);
      Reading reading = Reading.of(printed);
      int which = seed;
      assertEquals(
          List.of(),
          reading.codes(),
          () -> "seed " + which + "\n" + printed + reading.diagnostics());
      assertEquals(
          Reading.shape(made),
          Reading.shape(reading.statements()),
          () -> "seed " + which + "\n" + printed);
    }
  }

  @Test
  void oneLineReadsAsTheSame() {
    for (int seed = 10_000; seed < 13_000; seed++) {
      Stmt made = new RandomStatements(new Dice(seed)).statement(3);
      String printed = Printer.oneLine(made);
      int which = seed;
      assertEquals(-1, printed.indexOf('\n'), printed);
      Reading reading = Reading.of(printed);
      assertEquals(
          List.of(),
          reading.codes(),
          () -> "seed " + which + "\n" + printed + reading.diagnostics());
      assertEquals(
          Reading.shape(List.of(made)),
          Reading.shape(reading.statements()),
          () -> "seed " + which + "\n" + printed);
    }
  }

  @Test
  void everyFormIsGenerated() {
    StringBuilder all = new StringBuilder();
    for (int seed = 0; seed < 400; seed++) {
      all.append(new RandomStatements(new Dice(seed)).statements(4, 3));
    }
    for (Class<?> family :
        List.of(Stmt.class, Expr.class, Expectation.class, Item.class, Pattern.Item.class)) {
      for (Class<?> form : family.getPermittedSubclasses()) {
        boolean broken = form == Stmt.Broken.class || form == Expr.Broken.class;
        assertEquals(!broken, all.indexOf(form.getSimpleName() + "[") >= 0, form.getName());
      }
    }
  }

  @Test
  void whatWasReadIsWrittenAgain() {
    String text = Reading.resource("language.vsim");
    List<Stmt> statements = Reading.right(text);
    assertEquals(
        Reading.shape(statements), Reading.shape(Reading.right(Printer.print(statements))));
  }

  @Test
  void aCommandIsEchoedInOneLine() {
    assertEquals(
        "access page 7, 0, 1", Printer.oneLine(Reading.one("access   page 7,\n 0, 1  # why\n")));
    assertEquals(
        "vm linux < vcpu 2; nic vmxnet3 prod < queues 4 > >",
        Printer.oneLine(Reading.one("vm linux <\n vcpu 2\n nic vmxnet3 prod < queues 4 >>")));
    assertEquals(
        "repeat 3 { access 0x1000; wait }",
        Printer.oneLine(Reading.one("repeat 3 {\n access 0x1000\n wait }")));
    assertEquals("def f(a, b = 1) { }", Printer.oneLine(Reading.one("def f(a,b=1){}")));
  }

  @Test
  void aWordThatWouldSwallowTheNextLineIsEnded() {
    List<Stmt> statements = Reading.right("show not; show frames\nshow ->; show frames");
    assertEquals(4, statements.size());
    assertEquals(
        Reading.shape(statements), Reading.shape(Reading.right(Printer.print(statements))));
  }

  @Test
  void whatCouldNotBeReadHasNoText() {
    Stmt broken = Reading.of("let x = )").statements().get(0);
    assertEquals("let x = …", Printer.oneLine(broken));
  }
}
