package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.verdict.Case;
import dev.vsim.verdict.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineTest {
  @TempDir Path folder;

  private Outline outline(String scenario) throws IOException {
    return Outline.of(Files.writeString(folder.resolve("a.vsim"), scenario));
  }

  private static List<String> names(Outline outline) {
    return outline.parts().stream().map(Outline.Part::name).toList();
  }

  @Test
  void checksAreFoundInsideWhateverHasABody() throws IOException {
    Outline outline =
        outline(
            """
            if a { check "if" { } } else if b { check "else if" { } } else { check "else" { } }
            for i in 1..2 { check "for" { } }
            while c { check "while" { } }
            repeat 2 { check "repeat" { } }
            def f() { check "def" { } }
            on app { check "on" { } }
            at 5ms { check "at" { } }
            in r { check "in" { } }
            after access 1 { check "after" { } }
            check "outer" { check "inner" { } }
            check "round ${i}" { }
            check "def" { }
            """);
    assertEquals(
        List.of(
            "run", "if", "else if", "else", "for", "while", "repeat", "def", "on", "at", "in",
            "after", "outer", "inner", "def (2)"),
        names(outline));
    assertEquals(
        new Where(folder.resolve("a.vsim").toString(), 10, 17, 10, 34),
        outline.parts().get(13).where());
    assertTrue(outline.mistakes().isEmpty(), outline.mistakes().toString());
  }

  @Test
  void aGoldenIsAPartAndOneThatIsToBeRefusedHasNoOther() throws IOException {
    Files.writeString(folder.resolve("a.trace"), "");
    assertEquals(List.of("run", "c", "a.trace"), names(outline("check \"c\" { }\n")));
    Files.writeString(folder.resolve("a.err"), "");
    Outline refused = outline("let = 4\n");
    assertEquals(List.of("a.err"), names(refused));
    assertEquals(Case.Sort.GOLDEN, refused.parts().get(0).sort());
    assertTrue(refused.mistakes().isEmpty());
  }

  @Test
  void mistakesOfItsTextAreTold() throws IOException {
    assertEquals(1, outline("let = 4\n").mistakes().size());
  }
}
