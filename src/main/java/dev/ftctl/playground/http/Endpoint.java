package dev.ftctl.playground.http;

/// What answers the requests for one path.
public interface Endpoint {

  /// @throws PracticeError where the request is answered by an error
  Answer answer(Asked asked);
}
