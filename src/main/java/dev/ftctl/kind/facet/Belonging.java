package dev.ftctl.kind.facet;

import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.Optional;

/// The facet of a kind whose objects have no name in the account, and belong each to the one object
/// that names them. A document has an instance for each instance of the one that names it.
public interface Belonging {

  /// The slug of the kind whose objects name them.
  String user();

  /// A field that is not for manifests: what names this one, as a reference.
  String userField();

  /// The natural key of an object that belongs to nobody yet; empty where that can't be told.
  Optional<String> unattached(Resource wanted);

  /// The id of what a live object belongs to; empty for one that belongs to nobody.
  String userOf(Live live);
}
