package dev.ftctl.operate.follow;

import dev.ftctl.address.Named;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.Result;
import java.util.Optional;

/// An object with something under way whose end may be waited for.
public interface Followed {

  Named object();

  /// What is under way: `sync`.
  String noun();

  /// What the object does meanwhile: `syncs`.
  String verb();

  /// How it ended, if it did.
  ///
  /// @param now the object as the API tells it
  /// @param took in words, such as ` in 90 s`
  Optional<Result> end(Value.Mapping now, String took);

  /// What it waits for while it goes on, as a clause; mostly empty.
  default String delay(Value.Mapping now) {
    return "";
  }

  default Result failed(String what, String next) {
    return new Result.Failed(object(), new RefusedException(Refusal.FAILED, what, next));
  }
}
