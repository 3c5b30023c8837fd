package dev.vsim.commands.network;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.NatDevice;
import dev.vsim.machine.net.NatTable;
import dev.vsim.machine.net.Traffic;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.NetProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code forward nat 8080 -> linux 80}: what comes to the host's port goes to a guest's. */
public final class Forward implements Command {
  private static final Slot DEVICE =
      Slot.of(
          "device", new Type.Either(Type.Words.of("a NAT device", "nat"), new Type.OfKind("nat")));
  private static final Slot OUTSIDE = Slot.of("port", Ends.PORT);
  private static final Slot TARGET = Slot.of("vm", new Type.OfKind("vm"));
  private static final Slot INSIDE = Slot.of("port", Ends.PORT);
  private static final Slot PROTO = Slot.of("proto", Type.Words.of("a protocol", "tcp", "udp"));
  private static final Signature PROTO_OPTION =
      Signature.of("proto").required(PROTO).doc("Only this protocol, instead of both.");
  private static final Signature SIGNATURE =
      Signature.of("forward")
          .required(DEVICE)
          .required(OUTSIDE)
          .arrow()
          .required(TARGET)
          .required(INSIDE)
          .options(PROTO_OPTION)
          .doc(
              "Lets in what comes from outside to a port of the host's address, and hands it to a guest's port.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Machine machine = setting.machine();
    Vm vm = (Vm) given.object(TARGET);
    NatDevice nat = machine.network().nat(vm);
    Optional<Integer> address = machine.network().addressBehind(nat, vm);
    boolean other =
        given.value(DEVICE) instanceof dev.vsim.value.Value.Thing t && t.subject() != nat;
    if (address.isEmpty() || other) {
      String device = other ? given.object(DEVICE).path() : nat.path();
      return Outcome.wrongAt(TARGET, NetProblem.NOT_BEHIND_NAT, vm.path(), device);
    }
    String only = given.option(PROTO_OPTION).map(o -> o.word(PROTO)).orElse("");
    int port = (int) given.number(OUTSIDE);
    NatTable.Rule rule =
        new NatTable.Rule(
            !only.equals("udp"),
            !only.equals("tcp"),
            port,
            vm.path(),
            address.get(),
            (int) given.number(INSIDE));
    return new Traffic(machine.network()).forward(nat, rule)
        ? Outcome.DONE
        : Outcome.wrongAt(OUTSIDE, NetProblem.ALREADY_FORWARDED, port, nat.path());
  }
}
