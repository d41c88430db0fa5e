package dev.ftctl.fivetran.answer;

import dev.ftctl.model.problem.ApiFailure;
import java.time.Duration;

/// How one request ended.
public sealed interface Attempt {

  boolean mayBeRepeated();

  /// Answered with success; `content` is what the method of the interface returns.
  record Answered(int status, Object content) implements Attempt {
    @Override
    public boolean mayBeRepeated() {
      return false;
    }
  }

  /// Refused, or not answered.
  ///
  /// @param pause what the API asked for before the next try; zero when it asked for nothing
  record Failed(ApiFailure failure, boolean mayBeRepeated, Duration pause) implements Attempt {}
}
