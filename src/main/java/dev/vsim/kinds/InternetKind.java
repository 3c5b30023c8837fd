package dev.vsim.kinds;

import dev.vsim.machine.net.Network;
import dev.vsim.value.Attribute;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Declaration;
import dev.vsim.vocabulary.Kind;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.List;

/** Everything that is no other network. */
public final class InternetKind implements Kind {
  private static final Signature SIGNATURE =
      Signature.of("internet")
          .doc(
              "Everything that is no other network: it answers echoes and questions for names, sends datagrams back, and takes in what TCP brings.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public List<String> owners() {
    return List.of();
  }

  @Override
  public boolean declarable() {
    return false;
  }

  @Override
  public List<String> always(boolean severalHosts) {
    return List.of(Network.INTERNET);
  }

  @Override
  public List<Attribute> attributes() {
    return List.of();
  }

  @Override
  public Outcome declare(Declaration declaration, Setting setting) {
    throw new IllegalStateException("the Internet is there");
  }
}
