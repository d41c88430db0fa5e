package dev.ftctl.kind.facet;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The facet of a kind of which not every API key may make an object, so that this is told before
/// anything is sent.
public interface Entitled {

  /// Why the key that asks may not make it, and whose may; empty where it may.
  Optional<Problem> refusal(Resource wanted, Found found);

  /// What is known when it is to be made.
  ///
  /// @param listed what the account has
  /// @param known the fields of what a reference means, as a document has them, else as the account
  ///   does; empty where neither tells
  record Found(List<Live> listed, Function<Value, Optional<Value.Mapping>> known) {

    /// The fields of what a reference means.
    public Optional<Value.Mapping> named(Value reference) {
      return known.apply(reference);
    }
  }
}
