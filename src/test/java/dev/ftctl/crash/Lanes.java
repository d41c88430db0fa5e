package dev.ftctl.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Trials side by side, each lane with a simulator of its own, which is new for each trial.
final class Lanes {

  private static final int LANES = 4;

  private Lanes() {}

  /// One trial on an account that is empty.
  interface Trial {
    Disturbed on(Simulator simulator) throws IOException, InterruptedException;
  }

  /// How all of them ended, in no particular order.
  static List<Disturbed> run(List<? extends Trial> trials)
      throws InterruptedException, ExecutionException {
    Queue<Trial> left = new ConcurrentLinkedQueue<>(trials);
    try (var threads = Executors.newFixedThreadPool(LANES)) {
      var lanes = new ArrayList<Future<List<Disturbed>>>();
      for (int lane = 0; lane < LANES; lane++) {
        lanes.add(threads.submit((Callable<List<Disturbed>>) () -> lane(left)));
      }
      var ends = new ArrayList<Disturbed>();
      for (Future<List<Disturbed>> lane : lanes) {
        ends.addAll(lane.get());
      }
      return ends;
    }
  }

  private static List<Disturbed> lane(Queue<Trial> left) throws IOException, InterruptedException {
    try (var simulator = Simulator.start()) {
      var ends = new ArrayList<Disturbed>();
      for (Trial trial = left.poll(); trial != null; trial = left.poll()) {
        simulator.reset();
        ends.add(trial.on(simulator));
      }
      return ends;
    }
  }
}
