package dev.vsim.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does many pieces of work, several at a time. */
final class Workers {
  private final String name;
  private final int jobs;

  Workers(String name, int jobs) {
    this.name = name;
    this.jobs = jobs;
  }

  /** The results, in the order of the pieces. */
  <T, R> List<R> all(List<T> pieces, Function<T, R> work, BiFunction<T, String, R> spoilt) {
    return all(pieces, IntStream.range(0, pieces.size()).toArray(), work, spoilt);
  }

  /**
   * The results, in the order of the pieces.
   *
   * @param order in which the pieces are begun: their places from 0
   * @param spoilt what stands for the result of a piece that was interrupted, or for which the
   *     computer had no memory left
   */
  <T, R> List<R> all(
      List<T> pieces, int[] order, Function<T, R> work, BiFunction<T, String, R> spoilt) {
    ExecutorService workers = Executors.newFixedThreadPool(jobs, this::worker);
    try {
      List<Future<R>> running = new ArrayList<>(Collections.nCopies(pieces.size(), null));
      for (int place : order) {
        T piece = pieces.get(place);
        running.set(place, workers.submit(() -> work.apply(piece)));
      }
      List<R> results = new ArrayList<>();
      for (int i = 0; i < running.size(); i++) {
        T piece = pieces.get(i);
        results.add(result(running.get(i), why -> spoilt.apply(piece, why)));
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private Thread worker(Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> running, Function<String, R> spoilt) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return spoilt.apply("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      if (e.getCause() instanceof Error error && !(error instanceof OutOfMemoryError)) {
        throw error;
      }
      return spoilt.apply("the computer has no memory left for it");
    }
  }
}
