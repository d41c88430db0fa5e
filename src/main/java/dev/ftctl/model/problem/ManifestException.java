package dev.ftctl.model.problem;

import java.util.List;

/// The files are wrong, and the user can mend them. Carries every problem that was found, sorted by
/// place.
public final class ManifestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final transient Sources sources;

  public ManifestException(List<Problem> problems, Sources sources) {
    super(problems.size() + " problems in the manifests");
    this.problems = problems.stream().sorted().toList();
    this.sources = sources;
  }

  public List<Problem> problems() {
    return problems;
  }

  public Sources sources() {
    return sources;
  }
}
