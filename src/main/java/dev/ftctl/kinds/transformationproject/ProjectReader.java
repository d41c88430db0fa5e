package dev.ftctl.kinds.transformationproject;

import static dev.ftctl.kinds.transformationproject.ProjectFields.CONFIG;
import static dev.ftctl.kinds.transformationproject.ProjectFields.FOLDER;
import static dev.ftctl.kinds.transformationproject.ProjectFields.GROUP_ID;
import static dev.ftctl.kinds.transformationproject.ProjectFields.REMOTE;

import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.TransformationProjectsApi;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.KindReader;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Reads projects. The list tells their groups and no more.
record ProjectReader(TransformationProjectsApi api) implements KindReader {

  @Override
  public List<Live> list() {
    return Pages.all(api::list).stream().map(ProjectReader::live).toList();
  }

  /// What was read in detail to find it is not read again.
  @Override
  public Live details(Live light, Interest interest) {
    return isDetailed(light) ? light : live(api.details(light.id().value()));
  }

  static boolean isDetailed(Live live) {
    return !live.fields().get(CONFIG).isAbsent();
  }

  static Live live(Value.Mapping answer) {
    Value.Mapping project = Variables.byName(answer);
    String id = project.text("id");
    Value.Mapping config = project.mapping(CONFIG);
    String identity =
        config.entries().isEmpty()
            ? "id " + id
            : identity(project.text(GROUP_ID), config.text(REMOTE), config.text(FOLDER));
    String label = (config.text(REMOTE) + " " + config.text(FOLDER)).strip();
    return new Live(
        TransformationProjectDefinition.SLUG,
        new RemoteId(id),
        identity,
        label.isEmpty() ? id : label,
        project,
        true);
  }

  /// @param folder empty for the repository itself
  static String identity(String groupId, String remote, String folder) {
    return groupId + " " + remote.strip() + " " + folder.strip();
  }
}
