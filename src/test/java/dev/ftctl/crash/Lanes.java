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

  /// Trials mostly wait, for pauses between attempts and for time-outs.
  static final int MOSTLY_WAITING = 16;

  /// Trials mostly work.
  static final int MOSTLY_WORKING = 2;

  private Lanes() {}

  /// One trial on an account that is empty.
  interface Trial {
    Disturbed on(Simulator simulator) throws IOException, InterruptedException;
  }

  /// How all of them ended, in no particular order.
  static List<Disturbed> run(int width, List<? extends Trial> trials)
      throws InterruptedException, ExecutionException {
    Queue<Trial> left = new ConcurrentLinkedQueue<>(trials);
    try (var threads = Executors.newFixedThreadPool(width)) {
      var lanes = new ArrayList<Future<List<Disturbed>>>();
      for (int lane = 0; lane < width; lane++) {
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
    try (var simulator = Simulator.inProcess()) {
      var ends = new ArrayList<Disturbed>();
      for (Trial trial = left.poll(); trial != null; trial = left.poll()) {
        simulator.reset();
        ends.add(trial.on(simulator));
      }
      return ends;
    }
  }
}
