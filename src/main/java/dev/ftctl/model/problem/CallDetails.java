package dev.ftctl.model.problem;

import java.io.Serializable;

/// What helps whoever looks for the reason of a failed call.
///
/// @param key where the key was from and what it looks like, where it was not taken (401); never
///   its text; else empty
/// @param requestId the answer's `X-Request-Id`, by which Fivetran finds the call; may be empty
public record CallDetails(String key, String requestId) implements Serializable {

  public static final CallDetails NONE = new CallDetails("", "");

  /// ` (X-Request-Id 7f-3)` behind a message that has one line only, or nothing.
  public String suffix() {
    return requestId.isEmpty() ? "" : " (X-Request-Id " + requestId + ")";
  }
}
