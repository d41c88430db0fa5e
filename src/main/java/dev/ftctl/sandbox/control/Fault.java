package dev.ftctl.sandbox.control;

import java.time.Duration;
import java.util.Map;

/// What happens to one request instead of, or beside, its proper answer.
///
/// - `answer`: sent instead of the handler's; the handler does not run unless `commit`
/// - `commit`: whether the handler runs before the connection is dropped or the other answer is
///   sent
/// - `drop`: the connection is closed without an answer
/// - `torn`: only the first half of the answer is sent, then the connection is closed
/// - `latency`: waited before the handler runs
/// - `stall`: waited between the handler and the answer
public record Fault(
    Duration latency,
    Duration stall,
    Substitute substitute,
    boolean commit,
    boolean drop,
    boolean torn) {
  static final Fault NONE =
      new Fault(Duration.ZERO, Duration.ZERO, new Substitute.Nothing(), true, false, false);

  public sealed interface Substitute {
    record Nothing() implements Substitute {}

    record Given(int status, Map<String, String> headers, String contentType, String body)
        implements Substitute {}
  }
}
