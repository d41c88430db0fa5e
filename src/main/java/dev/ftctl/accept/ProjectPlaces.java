package dev.ftctl.accept;

import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.Optional;

/// What the project file says of the environment that is looked at.
///
/// @param file as it is shown; empty where there is none
/// @param environment empty for none
/// @param own the file of that environment alone, as it is shown; empty where there is none
/// @param overlays the folder with its overlays, as seen from the project file's; empty for none
record ProjectPlaces(String file, String environment, String own, String overlays) {

  static final String ENVIRONMENTS = "environments";

  static ProjectPlaces of(String file, String environment, Trial trial) {
    String own = ofItsOwn(file, environment, trial);
    String overlays =
        root(file, trial)
            .flatMap(root -> root.get(ENVIRONMENTS))
            .flatMap(all -> all.get(environment))
            .or(() -> root(own, trial))
            .flatMap(one -> one.get("overlays"))
            .flatMap(ProjectPlaces::folder)
            .filter(folder -> !EditedYaml.hasExpression(folder))
            .orElse("");
    return new ProjectPlaces(file, environment, own, overlays);
  }

  private static Optional<Spot> root(String file, Trial trial) {
    Optional<String> text = file.isEmpty() ? Optional.empty() : trial.text(trial.canonical(file));
    return text.flatMap(yaml -> EditedFile.of(file, yaml))
        .flatMap(edited -> edited.documents().stream().findFirst());
  }

  /// An environment may have a file beside the project file.
  private static String ofItsOwn(String file, String environment, Trial trial) {
    if (file.isEmpty() || environment.isEmpty()) {
      return "";
    }
    String own =
        file.substring(0, file.lastIndexOf('/') + 1) + ENVIRONMENTS + "/" + environment + ".yaml";
    return trial.isTaken(trial.canonical(own)) ? own : "";
  }

  private static Optional<String> folder(Spot spot) {
    return spot.scalar().or(() -> spot.items().stream().findFirst().flatMap(Spot::scalar));
  }
}
