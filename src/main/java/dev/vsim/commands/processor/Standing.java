package dev.vsim.commands.processor;

import dev.vsim.machine.virt.Vcpu;
import java.util.Optional;

/** Whether a vCPU can run anything. */
final class Standing {
  private Standing() {}

  /** Why it cannot, as a refusal's reason. */
  static Optional<String> refusal(Vcpu vcpu) {
    Optional<String> hindrance = vcpu.vm().hindrance();
    if (hindrance.isPresent()) {
      return hindrance;
    }
    return switch (vcpu.state().activity()) {
      case ACTIVE -> Optional.empty();
      case HALTED, HALTED_INSIDE -> Optional.of("halted");
      case SHUTDOWN -> Optional.of("shutdown");
    };
  }
}
