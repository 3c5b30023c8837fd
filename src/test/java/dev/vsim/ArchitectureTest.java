package dev.vsim;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the table of packages (the same as README.md's) and the house rules that bytecode shows.
 */
final class ArchitectureTest {
  /** What each package may use besides itself and the JDK, in the order in which data goes. */
  private static final Map<String, Set<String>> HOUSE = house();

  /** What everybody may use, and no row says. */
  private static final String TEXT = "text";

  /** Who may use a library that is not everybody's; aircompressor, for one, is. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "commons-text", "org.apache.commons..",
          "ANTLR", "org.antlr..",
          "commonmark", "org.commonmark..",
          "jline", "org.jline..",
          "picocli", "picocli..",
          "gson", "com.google.gson..",
          "JUnit", "org.junit..");

  /** The parser that ANTLR makes of grammar/vsim counts as ANTLR. */
  private static final String GENERATED = "vsim..";

  private static final JavaClasses CLASSES = read();

  private static Map<String, Set<String>> house() {
    Map<String, Set<String>> house = new LinkedHashMap<>();
    house.put(TEXT, Set.of());
    house.put("source", Set.of("commons-text"));
    house.put("value", Set.of());
    house.put("event", Set.of("value"));
    house.put("machine", Set.of("value", "event"));
    house.put("syntax", Set.of("source", "ANTLR"));
    house.put("vocabulary", Set.of("value", "machine", "source"));
    house.put("kinds", Set.of("vocabulary", "value", "machine", "source", "event"));
    house.put("commands", Set.of("vocabulary", "value", "machine", "source", "event"));
    house.put("trace", Set.of("event", "value", "source"));
    house.put("check", Set.of("source", "syntax", "value", "vocabulary", "event"));
    house.put(
        "exec",
        Set.of("check", "syntax", "vocabulary", "machine", "trace", "event", "value", "source"));
    house.put("verdict", Set.of("trace", "event"));
    house.put("report", Set.of("verdict", "trace", "source", "gson"));
    house.put("sweep", Set.of("value"));
    house.put("handbook", Set.of("commonmark"));
    house.put("grade", Set.of("verdict", "trace", "report", "gson"));
    house.put("image", Set.of("source", "text"));
    house.put("run", new TreeSet<>(house.keySet()));
    house.put("junit", Set.of("run", "report", "verdict", "trace", "source", "JUnit"));
    house.put(
        "cli",
        Set.of(
            "run",
            "sweep",
            "report",
            "grade",
            "verdict",
            "trace",
            "exec",
            "syntax",
            "value",
            "source",
            "handbook",
            "picocli",
            "jline"));
    return house;
  }

  private static JavaClasses read() {
    // Names are enough for these rules; looking into the JDK's own classes would take seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .importPath(Path.of(System.getProperty("vsim.classes", "target/classes")));
  }

  @TestFactory
  Stream<DynamicTest> eachPackageUsesOnlyWhatTheTableSays() {
    return HOUSE.entrySet().stream()
        .map(row -> dynamicTest(row.getKey(), () -> check(onlyUses(row.getKey(), row.getValue()))));
  }

  private static ArchRule onlyUses(String name, Set<String> needs) {
    List<String> forbidden = new ArrayList<>();
    HOUSE.keySet().stream()
        .filter(other -> !other.equals(name) && !needs.contains(other) && !other.equals(TEXT))
        .forEach(other -> forbidden.add(inside(other)));
    LIBRARIES.forEach(
        (library, packages) -> {
          if (!needs.contains(library)) {
            forbidden.add(packages);
          }
        });
    if (!needs.contains("ANTLR")) {
      forbidden.add(GENERATED);
    }
    return noClasses()
        .that()
        .resideInAPackage(inside(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)))
        .as(name + " uses only " + new TreeSet<>(needs));
  }

  private static String inside(String name) {
    return "dev.vsim." + name + "..";
  }

  @Test
  void everyClassIsInAPackageOfTheTable() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.vsim..")
            .should()
            .resideInAnyPackage(
                HOUSE.keySet().stream().map(ArchitectureTest::inside).toArray(String[]::new)));
  }

  @Test
  void theTableHasNoArrowBack() {
    List<String> order = List.copyOf(HOUSE.keySet());
    HOUSE.forEach(
        (name, needs) ->
            needs.forEach(
                need ->
                    assertTrue(
                        order.indexOf(need) < order.indexOf(name),
                        () -> name + " comes before " + need + ", which it uses")));
  }

  /** Reads rows such as {@code | `check/` | names, types | `source`, `syntax` |}. */
  @Test
  void theTableIsTheReadmes() throws IOException {
    Path readme = Path.of("README.md");
    assertTrue(Files.exists(readme), "README.md is missing");
    Map<String, Set<String>> read = new LinkedHashMap<>();
    for (String line : Files.readAllLines(readme)) {
      String[] cells = line.split("\\|", -1);
      List<String> names = cells.length == 5 ? names(cells[1]) : List.of();
      Set<String> needs = names.isEmpty() ? Set.of() : needs(cells[3], read);
      names.forEach(name -> read.put(name, needs));
    }
    assertFalse(read.isEmpty(), "README.md has no row that begins with | `package/` |");
    assertEquals(lines(HOUSE), lines(read));
  }

  /** The packages that a row is about: all its words of the form {@code `name/`}. */
  private static List<String> names(String cell) {
    return Pattern.compile("`(\\w+)/`").matcher(cell).results().map(word -> word.group(1)).toList();
  }

  private static Set<String> needs(String cell, Map<String, Set<String>> above) {
    Set<String> needs = new TreeSet<>();
    for (String word : cell.replaceAll("[`/]", "").split(",", -1)) {
      switch (word.strip()) {
        case "all above" -> needs.addAll(above.keySet());
        case "", "JDK", "the JDK" -> {}
        default -> needs.add(word.strip());
      }
    }
    return needs;
  }

  private static String lines(Map<String, Set<String>> house) {
    StringBuilder lines = new StringBuilder();
    house.forEach(
        (name, needs) ->
            lines.append(name).append(" ← ").append(new TreeSet<>(needs)).append('\n'));
    return lines.toString();
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.vsim..")
            .should()
            .haveNameMatching(".*[.$](Abstract|Null)[A-Z]\\w*")
            .orShould()
            .haveNameMatching(".*(Impl|Manager|Utils?|Helper)"));
  }

  @Test
  void nothingStaticChanges() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.vsim..")
            .and()
            .areStatic()
            .should()
            .beFinal());
  }

  @Test
  void finishedThingsHaveNoSetters() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.vsim..")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areNotPrivate()
            .and()
            .haveNameMatching("set[A-Z]\\w*")
            .should()
            .haveRawParameterTypes(new Class<?>[0])
            .because("a method setX(y) changes something that should have been finished"));
  }

  @Test
  void onlyTheCommandLinePrintsAndExits() {
    check(
        outside("cli")
            .should()
            .accessTargetWhere(is(System.class, "out", "err", "exit"))
            .orShould()
            .accessTargetWhere(is(Runtime.class, "exit", "halt"))
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void onlyTheEdgesReadTheClock() {
    check(
        outside("cli", "run", "report")
            .should()
            .accessTargetWhere(is(System.class, "currentTimeMillis", "nanoTime"))
            .orShould()
            .accessTargetWhere(
                describe(
                    "java.time's now()",
                    access ->
                        access.getTargetOwner().getPackageName().equals("java.time")
                            && access.getName().equals("now")))
            .orShould()
            .callConstructor(Date.class));
  }

  @Test
  void chanceHasASeed() {
    check(
        outside()
            .should()
            .accessTargetWhere(is(Math.class, "random"))
            .orShould()
            .accessTargetWhere(is(UUID.class, "randomUUID"))
            .orShould()
            .accessTargetWhere(is(System.class, "identityHashCode"))
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.security\\.SecureRandom|java\\.util\\..*ThreadLocalRandom"));
  }

  @Test
  void nothingLogs() {
    check(outside().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
  }

  /** Its lookups read files, environment and network out of a user's text. */
  @Test
  void textIsNeverInterpolatedByCommonsText() {
    check(
        outside()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.commons\\.text\\.(StringSubstitutor|lookup\\.).*"));
  }

  private static GivenClassesConjunction outside(String... names) {
    return noClasses()
        .that()
        .resideInAPackage("dev.vsim..")
        .and()
        .resideOutsideOfPackages(
            Stream.of(names).map(ArchitectureTest::inside).toArray(String[]::new));
  }

  private static DescribedPredicate<JavaAccess<?>> is(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join(" or .", names),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getName()));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
