package dev.ftctl.manifest.project;

import java.util.List;

/// The environment that a run is for.
///
/// @param name empty when the project has none, or none was chosen
/// @param all that the project file declares
/// @param keyVariable name of the environment variable with the API key; empty for the usual one
/// @param secretVariable name of the one with its secret; empty for the usual one
/// @param isPinned whether the project says whose account it is, so that a wrong key is noticed
public record Environment(
    String name, List<String> all, String keyVariable, String secretVariable, boolean isPinned) {

  public static final Environment NONE = new Environment("", List.of(), "", "", false);

  public Environment {
    all = List.copyOf(all);
  }

  Environment pinned(boolean pins) {
    return new Environment(name, all, keyVariable, secretVariable, pins);
  }

  /// Whether one has to be chosen before the account is read.
  public boolean isMissing() {
    return name.isEmpty() && !all.isEmpty();
  }
}
