package dev.ftctl.kind;

import dev.ftctl.model.Live;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.Set;

/// The facet of a kind whose live objects say less than a manifest has to, or more than it should.
public interface Exported {

  /// The live fields as a creation would send them: with what names the object, without what the
  /// server derived from something else.
  ///
  /// @param isWhole whether what is as nobody has set it is kept
  default Value.Mapping sent(Live live, boolean isWhole) {
    return live.fields();
  }

  /// What Fivetran takes where a creation says nothing, as a tree like the fields.
  default Value.Mapping defaults(Value.Mapping fields) {
    return Value.Mapping.EMPTY;
  }

  /// Fields whose texts may carry a token although the API calls them no secret.
  default Set<FieldPath> confidential() {
    return Set.of();
  }
}
