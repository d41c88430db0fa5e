package dev.ftctl.kind;

import dev.ftctl.model.Live;
import dev.ftctl.model.value.Value;
import java.util.Optional;

/// The facet of a kind of which not every object may go, since the account could not be
/// administered without it.
public interface Guarded {

  /// Why this object is never deleted, whatever asks for it; empty when it may be.
  Optional<String> indispensable(Live live);

  /// Whether an object with these fields is one of a sort of which a run must leave one: an
  /// administrator of the account.
  boolean oneMustStay(Value.Mapping fields);

  /// The live object marked as one that has to stay what [#oneMustStay] asks for, so that
  /// [#indispensable] and the comparison leave it so.
  Live kept(Live live);

  /// What else ends with an object that is deleted, in words; empty where nothing does that
  /// somebody would miss.
  default String endsWith(Live live) {
    return "";
  }

  /// Whether its objects end with those of another kind that they refer to, so that they don't hold
  /// them back.
  default boolean goesWith(String slug) {
    return false;
  }

  /// Whether `--prune` may ever delete objects of this kind.
  boolean isPrunable();
}
