package dev.vsim.run;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs work in a thread whose stack holds the deepest calls that the limits allow. */
public final class DeepStack {
  private static final long STACK_BYTES = 1L << 29;

  private DeepStack() {}

  /** Does the work and gives its result; what it throws is thrown here. */
  public static <T> T call(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = thread(() -> result.set(work.get()), thrown);
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(thrown.get());
    return result.get();
  }

  private static Thread thread(Runnable work, AtomicReference<Throwable> thrown) {
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                thrown.set(e);
              }
            },
            "vsim",
            STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    } else if (thrown instanceof Error error) {
      throw error;
    }
  }
}
