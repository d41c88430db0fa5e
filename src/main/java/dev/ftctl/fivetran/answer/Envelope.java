package dev.ftctl.fivetran.answer;

import dev.ftctl.model.value.Value;

/// A whole answer of success, for a call of which nothing is known but its path.
///
/// @param content the body with `code`, `message` and `data`; empty where there was none
/// @param requestId what the answer's `X-Request-Id` says; empty without one
public record Envelope(int status, Value.Mapping content, String requestId) {}
