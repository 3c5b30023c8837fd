package dev.vsim.kinds;

import dev.vsim.machine.net.Security;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import java.util.List;

/** What a virtual switch or port group lets guests do: {@code forged reject}. */
final class SecurityProperties {
  private static final Type POLICY = Type.Words.of("a policy", "accept", "reject");

  private final Slot hears = Slot.of("policy", POLICY);
  private final Signature promiscuous =
      Signature.of("promiscuous")
          .required(hears)
          .fallback("reject")
          .doc("Whether a card with `promiscuous on` also gets what is forwarded to others.");
  private final Slot changes = Slot.of("policy", POLICY);
  private final Signature macChanges =
      Signature.of("mac-changes")
          .required(changes)
          .fallback("accept")
          .doc("Whether frames reach a guest that has changed its card's address.");
  private final Slot forges = Slot.of("policy", POLICY);
  private final Signature forged =
      Signature.of("forged")
          .required(forges)
          .fallback("accept")
          .doc("Whether a guest may send from another address than its port's.");

  List<Signature> signatures() {
    return List.of(promiscuous, macChanges, forged);
  }

  /** What is given, and otherwise what holds already. */
  Security read(Arguments given, Security usual) {
    return new Security(
        accepts(given, promiscuous, hears, usual.promiscuous()),
        accepts(given, macChanges, changes, usual.macChanges()),
        accepts(given, forged, forges, usual.forged()));
  }

  private static boolean accepts(Arguments given, Signature property, Slot slot, boolean usual) {
    return given.option(property).map(o -> o.word(slot).equals("accept")).orElse(usual);
  }
}
