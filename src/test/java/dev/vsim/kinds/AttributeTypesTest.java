package dev.vsim.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.cpu.TaskSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.run.Session;
import dev.vsim.value.Attribute;
import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Kind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an attribute is said to give it gives, so that the checker may rely on it. */
class AttributeTypesTest {
  private final Machine machine = new Machine(Told.nothing(), 1L << 30, 42);
  private int read;

  private Map<String, List<Subject>> subjects() {
    Vm vm = machine.declareVm("linux", machine.host(), VmSettings.DEFAULT);
    Process process = machine.declareProcess("app", machine.host(), ProcessSettings.PLAIN);
    vm.init().accessPage(1, Op.WRITE);
    process.accessPage(1, Op.WRITE);
    FrameOf used = new FrameOf(process.frameSet(), process.page(1).frame().orElseThrow());
    used.enter();
    machine.startTask("build", machine.host(), new TaskSettings(1_000, 0, 1));
    return Map.of(
        "host", List.of(machine.host()),
        "vm", List.of(vm),
        "process", List.of(process, vm.init()),
        "vcpu", List.of(vm.vcpus().get(0)),
        "core", List.of(machine.find("host.core0").orElseThrow()),
        "task", List.of(machine.find("build").orElseThrow()),
        "page", List.of(PageOf.named(process, 1), PageOf.named(process, 2)),
        "frame", List.of(used, new FrameOf(process.frameSet(), 9)));
  }

  /** Objects that a scenario makes. */
  private static Map<String, List<Subject>> others() {
    Session session = new Session(Path.of("prompt.vsim"));
    session.submit(
        """
        datastore ds1 < size 1T >
        vm web < nic vmxnet3 bridge; disk 1G thin >
        vm db < nic vmxnet3 nat; mem 64M; passthrough hba0 < vectors [0x30] > >
        port-group prod on vswitch0 < vlan 200 >
        ping web -> db < count 1 >
        """);
    Machine made = session.machine();
    return Map.of(
        "datastore", List.of(made.find("ds1").orElseThrow()),
        "device", List.of(made.find("db.hba0").orElseThrow()),
        "disk", List.of(made.find("web.disk0").orElseThrow()),
        "nic", List.of(made.find("web.nic0").orElseThrow()),
        "switch", List.of(made.find("vswitch0").orElseThrow()),
        "port-group", List.of(made.find("prod").orElseThrow()),
        "router", List.of(made.find("router").orElseThrow()),
        "nat", List.of(made.find("nat0").orElseThrow()),
        "internet", List.of(made.find("internet").orElseThrow()));
  }

  @Test
  void attributesGiveWhatTheySay() {
    Map<String, List<Subject>> subjects = new HashMap<>(subjects());
    subjects.putAll(others());
    for (Kind kind : Kinds.all()) {
      List<Subject> ofKind = subjects.getOrDefault(kind.name(), List.of());
      for (Attribute attribute : kind.attributes()) {
        ofKind.forEach(subject -> holds(attribute, subject, kind.name()));
        assertTrue(
            !ofKind.isEmpty() || attribute.type().equals(Types.ANY),
            () -> kind.name() + "." + attribute.name() + ": this test has no " + kind.name());
      }
    }
    assertTrue(read > 50, read + " attributes were read");
  }

  private void holds(Attribute attribute, Subject subject, String above) {
    String name = above + "." + attribute.name();
    if (attribute.plain().isPresent()) {
      Value value = attribute.plain().get().apply(subject);
      assertEquals(List.of(), misfits(attribute.type(), value), name);
      assertTrue(exact(attribute.type(), value), () -> name + " is " + value);
      read++;
    }
    attribute.parts().forEach(part -> holds(part, subject, name));
  }

  private static List<Type.Misfit> misfits(Type type, Value value) {
    return type.misfit(value).stream().toList();
  }

  /** Numbers are of the very dimension, since variables keep no other. */
  private static boolean exact(Type type, Value value) {
    if (type instanceof Type.Whole whole) {
      return ((Value.Whole) value).dimension() == whole.dimension();
    } else if (type instanceof Type.Real real) {
      return value instanceof Value.Real given && given.dimension() == real.dimension();
    }
    return !type.equals(Types.ADDRESS) || ((Value.Whole) value).dimension() == Dimension.ADDRESS;
  }
}
