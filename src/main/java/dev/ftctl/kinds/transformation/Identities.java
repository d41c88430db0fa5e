package dev.ftctl.kinds.transformation;

import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.Collection;

/// What a transformation is known by: a dbt one by its project and its name; a Quickstart, which
/// has no name, by its package and its set of connections.
final class Identities {

  private Identities() {}

  static Live live(Value.Mapping answered) {
    Value.Mapping fields = LiveFields.of(answered);
    Value.Mapping config = fields.mapping(TransformationType.CONFIG);
    boolean isDbt = isDbt(fields);
    String name = config.text(isDbt ? TransformationType.NAME : TransformationType.PACKAGE);
    String id = fields.text("id");
    String identity =
        isDbt
            ? dbt(config.text("project_id"), name)
            : quickstart(name, LiveFields.connections(fields));
    return new Live(
        TransformationDefinition.SLUG,
        new RemoteId(id),
        identity,
        name.isEmpty() ? id : name,
        fields,
        true);
  }

  static String dbt(String project, String name) {
    return "DBT_CORE " + project + " " + name;
  }

  static String quickstart(String packageName, Collection<String> sortedIds) {
    return "QUICKSTART " + packageName + " " + String.join(",", sortedIds);
  }

  static boolean isDbt(Value.Mapping fields) {
    return TransformationType.of(fields).filter(TransformationType.DBT_CORE::equals).isPresent();
  }
}
