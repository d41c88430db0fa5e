package dev.ftctl.accept;

import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.Optional;

/// What the project file says of the environment that is looked at.
///
/// @param file as it is shown; empty where there is none
/// @param environment empty for none
/// @param overlays the folder with its overlays, as seen from the project file's; empty for none
record ProjectPlaces(String file, String environment, String overlays) {

  static final String ENVIRONMENTS = "environments";

  static ProjectPlaces of(String file, String environment, Trial trial) {
    Optional<String> text = file.isEmpty() ? Optional.empty() : trial.text(trial.canonical(file));
    String overlays =
        text.flatMap(yaml -> root(file, yaml))
            .flatMap(root -> root.get(ENVIRONMENTS))
            .flatMap(all -> all.get(environment))
            .or(() -> ofItsOwn(file, environment, trial))
            .flatMap(one -> one.get("overlays"))
            .flatMap(ProjectPlaces::folder)
            .filter(folder -> !EditedYaml.hasExpression(folder))
            .orElse("");
    return new ProjectPlaces(file, environment, overlays);
  }

  private static Optional<Spot> root(String file, String yaml) {
    return EditedFile.of(file, yaml).flatMap(edited -> edited.documents().stream().findFirst());
  }

  /// Of an environment with a file of its own beside the project file.
  private static Optional<Spot> ofItsOwn(String file, String environment, Trial trial) {
    if (file.isEmpty() || environment.isEmpty()) {
      return Optional.empty();
    }
    String own =
        file.substring(0, file.lastIndexOf('/') + 1) + ENVIRONMENTS + "/" + environment + ".yaml";
    return trial.text(trial.canonical(own)).flatMap(yaml -> root(own, yaml));
  }

  private static Optional<String> folder(Spot spot) {
    return spot.scalar().or(() -> spot.items().stream().findFirst().flatMap(Spot::scalar));
  }
}
