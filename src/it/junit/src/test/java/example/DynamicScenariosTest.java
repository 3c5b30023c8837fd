package example;

import dev.vsim.junit.Scenarios;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The same as dynamic tests of Jupiter, beside tests in Java. */
class DynamicScenariosTest {
  @TestFactory
  Stream<DynamicNode> scenarios() {
    return Scenarios.in(Path.of("src/test/scenarios"));
  }
}
