package dev.ftctl.render.outcome;

import java.util.List;

/// How far an account shows what an apply wrote.
///
/// @param compared writes that were read back
/// @param accepted others, of which the account shows nothing
/// @param unshown values that went with the first and that no answer shows
public record Seen(long compared, long accepted, List<String> unshown) {

  /// Nothing was read back.
  public static final Seen NOTHING = new Seen(0, 0, List.of());

  public Seen {
    unshown = List.copyOf(unshown);
  }
}
