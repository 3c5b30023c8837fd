package dev.vsim.machine.operate;

import dev.vsim.machine.virt.MigrationMethod;
import java.util.OptionalLong;

/**
 * How a VM is to be moved (rules.md R34).
 *
 * @param bandwidth payload in bits a second; nothing: what TCP makes of the slower card
 * @param dirtyRate pages a second that the guest writes to; nothing: what it really writes to
 * @param workingSet how many pages it writes to at most, in one round
 * @param threshold so few pages are not worth another round
 * @param maxRounds how many rounds at most
 * @param skipsZeros whether pages of zeros are not sent in the first round
 * @param downtimeLimit nanoseconds in which the rest must be sent, in the threshold's place
 * @param switchTime picoseconds of handing over; nothing: what the costs say
 * @param autoConverge whether a guest that writes too fast is held back
 */
public record MigrationPlan(
    MigrationMethod method,
    OptionalLong bandwidth,
    OptionalLong dirtyRate,
    long workingSet,
    long threshold,
    int maxRounds,
    boolean skipsZeros,
    OptionalLong downtimeLimit,
    OptionalLong switchTime,
    boolean autoConverge) {
  /** Xen's rule: fewer than 50 pages, or 30 rounds. */
  public static final long THRESHOLD = 50;

  public static final int MAX_ROUNDS = 30;
}
