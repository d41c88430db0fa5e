package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.CONFIG;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP_ID;
import static dev.ftctl.kinds.transformationproject.ProjectFields.REMOTE;

import dev.ftctl.kind.Facets;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import java.util.List;
import java.util.Optional;

/// Where a project is looked for: the repository in the group, then the group.
final class Neighbourhoods implements Facets.FoundInDetail {

  @Override
  public Optional<List<String>> neighbourhoods(Resource wanted, Ids ids, Around around) {
    String remote = wanted.spec().mapping(CONFIG).text(REMOTE);
    return ids.idOf(wanted.spec().get(GROUP))
        .map(id -> List.of(ProjectReader.identity(id, remote, "*"), id));
  }

  @Override
  public List<String> neighbourhoods(Live live, Around around) {
    String id = live.fields().text(GROUP_ID);
    String remote = live.fields().mapping(CONFIG).text(REMOTE);
    return ProjectReader.isDetailed(live)
        ? List.of(ProjectReader.identity(id, remote, "*"), id)
        : List.of(id);
  }
}
