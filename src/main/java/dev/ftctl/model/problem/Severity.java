package dev.ftctl.model.problem;

/// How bad a problem is: an error stops the run, a warning does not (unless `--strict`), a note
/// only informs.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
