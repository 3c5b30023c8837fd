package dev.vsim.machine.world;

import java.util.List;

/** What something was at one moment. It can be brought back any number of times. */
public interface Checkpoint {
  /** Brings it back as it was. */
  void restore();

  /** Roughly how many bytes of heap it takes to keep it. */
  long bytes();

  /**
   * One that is brought back by some work.
   *
   * @param restoring leaves what was kept untouched
   */
  static Checkpoint of(long bytes, Runnable restoring) {
    return new Checkpoint() {
      @Override
      public void restore() {
        restoring.run();
      }

      @Override
      public long bytes() {
        return bytes;
      }
    };
  }

  /** Several, brought back in this order. */
  static Checkpoint all(List<Checkpoint> parts) {
    long bytes = parts.stream().mapToLong(Checkpoint::bytes).sum();
    return of(bytes, () -> parts.forEach(Checkpoint::restore));
  }

  /** Several, brought back in this order. */
  static Checkpoint all(Checkpoint... parts) {
    return all(List.of(parts));
  }
}
