package dev.ftctl.kinds.transformation;

import dev.ftctl.kind.Facets.FoundInDetail;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// A dbt transformation that is still in a project which no document describes any more, since the
/// one that took its place was not ready when the others moved: it is the one of that name in the
/// group, and moves.
final class LeftBehind implements FoundInDetail {

  private static final String SLUG = "transformation-project";

  @Override
  public Optional<List<String>> neighbourhoods(Resource wanted, Ids ids, Around around) {
    Value.Mapping config = wanted.spec().mapping(TransformationType.CONFIG);
    return ids.idOf(config.get(TransformationType.PROJECT))
        .flatMap(id -> around.find(SLUG, id))
        .map(project -> List.of(place(project, config)));
  }

  @Override
  public List<String> neighbourhoods(Live live, Around around) {
    Value.Mapping config = live.fields().mapping(TransformationType.CONFIG);
    return around
        .find(SLUG, config.text("project_id"))
        .filter(project -> !around.isDescribed(project))
        .map(project -> List.of(place(project, config)))
        .orElse(List.of());
  }

  private static String place(Live project, Value.Mapping config) {
    return project.fields().text("group_id") + " " + config.text(TransformationType.NAME);
  }
}
