package dev.vsim.cli;

/** Which vsim this is. */
final class Version {
  private Version() {}

  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "vsim " + (version == null ? "development" : version);
  }
}
