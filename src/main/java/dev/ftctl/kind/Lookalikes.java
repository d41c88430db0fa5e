package dev.ftctl.kind;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.List;
import java.util.Optional;

/// The facet of a kind whose natural key says little of what an object does: a document whose key
/// was mistyped would have the same thing made a second time.
public interface Lookalikes {

  /// What such an object is called: `connection`.
  String noun();

  /// What a creation has in common, as far as a list tells, with objects that may be what it would
  /// make a second time: their details are read. Empty while what it stands on is not there.
  Optional<String> neighbourhood(Resource wanted, Ids ids);

  /// The same of an object of the account.
  String neighbourhood(Live other);

  /// What to write, in words, where one of those is meant and no second one.
  String insteadOf(List<Live> alike, Ids ids);

  /// A finder among objects of this kind that no manifest describes. Making it looks at each of
  /// them once, so that as many creations beside as many objects stay cheap.
  Finder among(List<Live> others);

  /// Finds what seems to be the object that a creation would make a second time: the risk
  /// `duplicate`.
  @FunctionalInterface
  interface Finder {

    /// The first ones, at most `most`, in the order of the account.
    List<Live> alike(Resource wanted, Ids ids, int most);
  }
}
