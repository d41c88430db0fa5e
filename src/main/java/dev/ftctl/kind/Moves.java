package dev.ftctl.kind;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.Optional;

/// The facet of a kind that takes `moved_from`: the object is found by what it was before. A kind
/// without it refuses `moved_from`, or takes no notice of it.
public interface Moves {

  /// The natural key that the object had before, when the document says `moved_from`; equal to
  /// [Live#identity] as long as it is still there.
  Optional<String> formerIdentity(Resource wanted, Ids ids);

  /// What a move is to a kind whose objects the API can't move; empty where a PATCH moves them.
  default Optional<ByCopy> byCopy() {
    return Optional.empty();
  }

  /// A move by making the object anew: what `moved_from` names stays where it is, beside it.
  interface ByCopy {

    /// The findings with what is to become of the object that `moved_from` names.
    ///
    /// @param isNew whether the new object has to be created
    Findings beside(Findings findings, Resource wanted, Live former, boolean isNew);
  }
}
