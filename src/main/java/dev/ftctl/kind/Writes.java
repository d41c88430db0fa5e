package dev.ftctl.kind;

import dev.ftctl.model.problem.ApiException;
import java.util.Optional;
import java.util.function.Supplier;

/// Settles writes of which nobody knows whether they were carried out (5xx, reset, time-out, torn
/// answer): the transport never repeats those.
public final class Writes {

  private Writes() {}

  /// Creates one object and no second. When the answer is lost the object is looked up by what
  /// identifies it: found, it is the one; not found, the call is made once more.
  public static <T> T create(Supplier<T> call, Supplier<Optional<T>> findAgain) {
    try {
      return call.get();
    } catch (ApiException lost) {
      if (!lost.failure().isAmbiguous()) {
        throw lost;
      }
      return findAgain.get().orElseGet(() -> createAgain(call, findAgain));
    }
  }

  /// Repeats a write that may be made twice, such as a PATCH, once when its answer is lost.
  public static <T> T repeat(Supplier<T> call) {
    try {
      return call.get();
    } catch (ApiException lost) {
      if (!lost.failure().isAmbiguous()) {
        throw lost;
      }
      return call.get();
    }
  }

  /// Deletes; gone already is success.
  public static void delete(Runnable call) {
    try {
      repeat(() -> {
        call.run();
        return true;
      });
    } catch (ApiException refused) {
      if (!refused.failure().isNotFound()) {
        throw refused;
      }
    }
  }

  /// The first call may have arrived late, which makes the second one fail: only the account knows.
  private static <T> T createAgain(Supplier<T> call, Supplier<Optional<T>> findAgain) {
    try {
      return call.get();
    } catch (ApiException refused) {
      return findAgain.get().orElseThrow(() -> refused);
    }
  }
}
