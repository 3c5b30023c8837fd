package dev.vsim.kinds;

import dev.vsim.vocabulary.Kind;
import java.util.List;

/** All kinds of object; a new one is a class and a line here. */
public final class Kinds {
  private Kinds() {}

  public static List<Kind> all() {
    return List.of(
        new HostKind(),
        new VmKind(),
        new ProcessKind(),
        new VcpuKind(),
        new DatastoreKind(),
        new DiskKind(),
        new DeviceKind(),
        new PageKind(),
        new FrameKind(),
        new CoreKind(),
        new TaskKind(),
        new SwitchKind(),
        new PortGroupKind(),
        new RouterKind(),
        new NicKind(),
        new NatKind(),
        new InternetKind());
  }
}
