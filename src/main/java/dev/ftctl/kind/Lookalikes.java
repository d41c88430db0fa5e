package dev.ftctl.kind;

import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;

/// The facet of a kind whose natural key says little of what an object does: a document whose key
/// was mistyped would have the same thing made a second time.
public interface Lookalikes {

  /// Whether a live object that no manifest describes may be what a creation would make a second
  /// time, as far as a list tells; then its details are read for [#isOne].
  boolean mayBeOne(Resource wanted, Live other, Ids ids);

  /// Whether it seems to be: a creation beside it is the risk `duplicate`.
  boolean isOne(Resource wanted, Live other, Ids ids);
}
