package dev.ftctl.operate;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiException;
import java.util.function.BooleanSupplier;

/// Sends a write that may be sent twice, such that afterwards it is known whether it took effect:
/// where its answer is lost the account is asked, and where it did not, the write is sent once
/// more.
///
/// @param isDone asks the account
/// @param whether what is asked, in words: `whether it began`
public record Settling(BooleanSupplier isDone, String whether) {

  private static final int TRIES = 2;

  /// @throws ApiException when it took no effect
  /// @throws RefusedException when nobody can tell, since the account can't be asked either
  public void send(Runnable call) {
    for (int tried = 1; ; tried++) {
      try {
        call.run();
        return;
      } catch (ApiException failed) {
        if (!failed.failure().isAmbiguous()) {
          throw failed;
        }
        if (isDoneAfter(failed)) {
          return;
        }
        if (tried == TRIES) {
          throw failed;
        }
      }
    }
  }

  /// Asks the account after the write was answered, since an answer may say more than was done.
  ///
  /// @param otherwise what is wrong where it took no effect, as a clause
  /// @return empty, or that the account can't be asked, to be put behind what was done
  /// @throws RefusedException when it took no effect
  public String verified(String otherwise) {
    try {
      if (isDone.getAsBoolean()) {
        return "";
      }
    } catch (ApiException blind) {
      return "; " + whether + " can't be seen again: " + blind.getMessage();
    }
    throw new RefusedException(Refusal.FAILED, otherwise, "");
  }

  private boolean isDoneAfter(ApiException lost) {
    try {
      return isDone.getAsBoolean();
    } catch (ApiException blind) {
      throw new RefusedException(
          Refusal.FAILED,
          "the answer was lost, and the account can't be asked "
              + whether
              + ": "
              + lost.getMessage()
              + "; "
              + blind.getMessage(),
          "");
    }
  }
}
