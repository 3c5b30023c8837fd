package dev.vsim.kinds;

import dev.vsim.machine.Machine;
import dev.vsim.machine.net.Network;
import dev.vsim.machine.net.Router;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;
import java.util.Optional;

/**
 * {@code router gw < ip 192.168.1.1/24 >}: the router between the local network and the Internet.
 */
public final class RouterKind implements Kind {
  private static final Value.Network USUAL = new Value.Network(0xC0A8_0101, 24);
  private static final int LONGEST_PREFIX = 25;

  private final Slot address = Slot.of("ip", new Type.NetAddress(Type.NetAddress.Sort.NETWORK));
  private final Signature ip =
      Signature.of("ip")
          .required(address)
          .fallback("192.168.1.1/24")
          .doc(
              "Its address on the local network and the length of that network's prefix; hosts have .100 downward there, VMs .101 upward.");
  private final Signature signature =
      Signature.of("router")
          .options(ip)
          .doc("The router between the local network and the Internet; one is there by default.");

  @Override
  public Signature signature() {
    return signature;
  }

  @Override
  public List<String> owners() {
    return List.of();
  }

  @Override
  public Optional<String> standard() {
    return Optional.of(Network.ROUTER);
  }

  @Override
  public List<Child> children() {
    return List.of(new Child("lan", "nic"), new Child("wan", "nic"));
  }

  @Override
  public List<Attribute> attributes() {
    return List.of(Attribute.of("ip", "Its address on the local network.", s -> ((Router) s).ip()));
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    Machine machine = setting.machine();
    if (machine.isTaken(declaration.name())) {
      return Outcome.wrong(ActionProblem.DECLARED_TWICE, declaration.name());
    } else if (!machine.network().isRouterFree()) {
      return Outcome.wrong(ActionProblem.USED_BEFORE, machine.network().router().path());
    }
    Value.Network own =
        declaration.given().option(ip).map(o -> (Value.Network) o.value(address)).orElse(USUAL);
    if (own.prefix() > LONGEST_PREFIX || own.prefix() == 0) {
      return Outcome.wrongAt(
          address,
          ActionProblem.UNUSABLE_VALUE,
          own.print() + " has no room for hosts up to .100 and VMs behind them",
          "take a prefix of 1 to " + LONGEST_PREFIX + " bits");
    } else if (!own.hasHost(own.bits())) {
      return Outcome.wrongAt(
          address,
          ActionProblem.UNUSABLE_VALUE,
          new Value.Ip(own.bits()).print() + " is not the address of one machine",
          "take one in between: " + new Value.Ip(own.first() + 1).print() + "/" + own.prefix());
    }
    machine.network().route(declaration.name(), own.bits(), own.prefix());
    return Outcome.DONE;
  }
}
