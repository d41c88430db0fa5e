package dev.ftctl.fivetran.pacing;

/// How many requests may be in flight now. Not safe for use by many threads; [InFlight] locks.
sealed interface Limit permits FixedLimit, AdaptiveLimit {

  /// A request that was let go.
  ///
  /// @param number of the request, from zero
  /// @param level how many were in flight then, with it
  /// @param isProbe whether it went beyond the limit, to see what becomes of it
  record Sent(long number, int level, boolean isProbe) {}

  /// How a request ended.
  sealed interface End {

    /// @param slowness its time, as a multiple of what calls like it take
    record Answered(double slowness) implements End {}

    /// @param isTooMany whether the server said so (429), or failed (5xx, no answer)
    record Refused(boolean isTooMany) implements End {}

    /// It tells nothing of the server.
    record Unsent() implements End {}
  }

  /// Whether one more may go beside so many.
  boolean admits(int inFlight);

  /// One went.
  ///
  /// @param inFlight with it
  Sent sent(int inFlight);

  /// @param waiting how many more would go if they were let
  void ended(Sent request, End end, int waiting);
}
