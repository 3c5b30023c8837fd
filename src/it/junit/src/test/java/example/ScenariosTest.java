package example;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/** Every scenario below the folder: Surefire finds classes only, so this one names the folder. */
@Suite
@IncludeEngines("vsim")
@SelectDirectories("src/test/scenarios")
class ScenariosTest {}
