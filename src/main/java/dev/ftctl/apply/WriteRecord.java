package dev.ftctl.apply;

import dev.ftctl.kind.Step;
import dev.ftctl.model.problem.ApiFailure;

/// One write of an apply.
///
/// @param number of the write in this run, from one
/// @param path as it was sent: `/v1/connections/iris_oak`
/// @param body its JSON with secrets masked, empty when it has none
public record WriteRecord(long number, Step step, String method, String path, String body) {

  /// How a write ended.
  public sealed interface End {

    /// Answered with success.
    record Answered(int status) implements End {}

    /// Refused, or not answered, in which case it may have been carried out all the same.
    record Failed(ApiFailure failure) implements End {}
  }

  /// `PATCH /v1/connections/iris_oak`.
  @Override
  public String toString() {
    return method + " " + path;
  }
}
