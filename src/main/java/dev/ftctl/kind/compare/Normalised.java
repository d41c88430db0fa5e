package dev.ftctl.kind.compare;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.Ids;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;

/// What Fivetran says in other words than a manifest: `SshTunnel` for `SSH_TUNNEL`, the text "5432"
/// for the number (fivetran-quirks Q1, Q2, Q8).
public final class Normalised {

  private Normalised() {}

  /// Such fields, in the table's order, each as a change that nobody needs.
  ///
  /// @param said by the names of manifests
  /// @param live by the names of the API
  public static List<FieldChange> of(
      FieldTable table, Value.Mapping said, Value.Mapping live, Ids ids) {
    var walk = new FieldWalk(ids);
    walk.object(table, FieldPath.ROOT, Pinned.without(table, said), live, false);
    return List.copyOf(walk.normalised());
  }
}
