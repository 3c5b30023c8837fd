package dev.vsim.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormatterTest {
  private static String format(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<String> formatted = Formatter.format(new SourceText("test.vsim", text), diagnostics);
    return formatted.orElseThrow(() -> new AssertionError(text + "\n" + diagnostics.sorted()));
  }

  private static List<String> comments(String text) {
    return Reading.of(text).scenario().comments().stream()
        .map(each -> each.text().stripTrailing())
        .toList();
  }

  private static void hold(String text) {
    String once = format(text);
    assertEquals(once, format(once), text);
    assertEquals(
        Reading.shape(Reading.right(text)),
        Reading.shape(Reading.right(once)),
        () -> text + "\n====\n" + once);
    assertEquals(comments(text), comments(once), text);
  }

  @Test
  void blanksAndIndentationBecomeUniform() {
    assertEquals(
        """
        # vsim trace 1
        vm linux < vcpu 2; mem 512M; nic vmxnet3 bridge < queues 4 > >

        policy mine {
          let queue = [1, 2, -3]
          on load(f) { queue.push(f); queue.pop() }  # loaded
          def pick(a, b = 1) {                       # picked
            return a if a > b and not (a >> 2) == 1 else ["a": 1]

            # the last
          }
        }
        if x == 3 { access page 7, 0, 1 }
        else { print("x ${ 1+2 }") }
        map 0x1000 -> 0x5000
          -> 0x7000
        expect in r 2.. page-fault va 719.. cause _ error ? page 0..9
        """,
        format(
            """
            # vsim trace 1
            vm   linux<vcpu 2;mem 512M ; nic vmxnet3 bridge <queues 4>>;



            policy mine{

              let queue=[ 1,2 , -3 ];
                on load( f ) {queue . push(f);queue.pop( );} # loaded
              def pick(a,b=1) { # picked
                    return a if a>b and not(a >> 2)==1 else ["a" :1]


                # the last

              }
            }
            if x==3 {access page 7,0 , 1}
            else{print("x ${ 1+2 }")}
            map 0x1000->0x5000
            ->   0x7000
            expect in r 2.. page-fault va 719.. cause _ error ? page 0 .. 9"""));
  }

  @Test
  void linesStayAsTheyWere() {
    String text =
        """
        vm linux
          < vcpu 2; mem 512M >
        vm db <
          vcpu 4
          nic vmxnet3 prod <
            queues 4
          >
        >
        let x = f([
          1,
          2
        ], 3)
        let y = a +
          b
        if a
        {
          wait
        }
        else
        {
          wait
        }
        """;
    assertEquals(text, format(text));
  }

  @Test
  void commentsBehindCodeStandInAColumn() {
    assertEquals(
        """
        a       # one
        long b  # two
        # alone
        c  # three

        dd  # four
        """,
        format("a # one\n  long   b      # two\n# alone\nc# three\n\n\ndd # four"));
  }

  @Test
  void semicolonsThatSeparateNothingGo() {
    assertEquals(
        "a; b\nif c { d }\nvm x < e >\nshow not;\nf\n",
        format("a;b;;\n;if c{;d;};\nvm x <;e;>;\nshow not;\nf;"));
  }

  /** A comment may stand between a word and the semicolon that separates it. */
  @Test
  void semicolonsThatSeparateStayWhereCommentsAre() {
    assertEquals("show or;  # a\nb\n", format("show or # a\n; b"));
    assertEquals("show or;  # a\nb\n", format("show or;  # a\nb"));
    assertEquals("show or;  # a\n# c\nb\n", format("show or # a\n# c\n; b"));
    assertEquals("a  # a\n# c\nb\n", format("a # a\n# c\n; b"));
  }

  @Test
  void theEmptyTextStaysEmpty() {
    assertEquals("", format(""));
    assertEquals("", format(" \n\n"));
    assertEquals("# a\n", format("\uFEFF\r\n  # a  \r\n\r\n"));
  }

  @Test
  void whatCannotBeReadIsLeftAlone() {
    Diagnostics diagnostics = new Diagnostics();
    assertTrue(Formatter.format(new SourceText("x", "let x = )"), diagnostics).isEmpty());
    assertEquals(1, diagnostics.sorted().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"language.vsim", "grading.vsim", "rules.vsim"})
  void theExamplesStayTheSame(String name) {
    hold(Reading.resource(name));
  }

  @Test
  void nothingIsLostWhereverCommentsStand() {
    for (int seed = 0; seed < 1_500; seed++) {
      Dice dice = new Dice(seed);
      hold(disturbed(Printer.print(new RandomStatements(dice).statements(4, 3)), dice));
    }
  }

  /** The same text with blanks, line ends and comments wherever they may stand. */
  private static String disturbed(String text, Dice dice) {
    StringBuilder out = new StringBuilder();
    int comments = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && dice.once(3)) {
        out.append(dice.of(" ", "", ";", "\t"))
            .append("# c")
            .append(comments++)
            .append(dice.of("", " ", " end"));
      }
      out.append(c);
      if (c == '\n') {
        out.append(dice.of("", "", "\n", "\n\n", "  # alone\n", "\t", "     ", "\n#\n"));
      } else if (c == ' ' && !inText(text, i)) {
        out.append(dice.of("", "", "", " ", "\t"));
      }
    }
    return out.toString();
  }

  /** Perhaps: a quote stands before it in its line. */
  private static boolean inText(String text, int at) {
    String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
    return line.indexOf('"') >= 0;
  }
}
