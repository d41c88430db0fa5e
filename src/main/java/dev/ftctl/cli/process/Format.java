package dev.ftctl.cli.process;

import java.util.Locale;

/// In which form a result is printed, and what stdout gets of problems in it.
public enum Format {
  TEXT(Problems.NONE),
  JSON(Problems.JSON),
  YAML(Problems.JSON),
  DOTENV(Problems.NONE),
  MARKDOWN(Problems.NONE),
  SARIF(Problems.SARIF),
  JUNIT(Problems.JUNIT),
  GITHUB(Problems.GITHUB),
  GITLAB(Problems.GITLAB),
  HTML(Problems.NONE),
  OPENMETRICS(Problems.NONE),
  SLACK(Problems.NONE),
  GITHUB_ISSUE(Problems.NONE),
  MERMAID(Problems.NONE),
  DOT(Problems.NONE),
  SVG(Problems.NONE);

  /// The document that problems make where a command has none of its own for them.
  public enum Problems {
    NONE,
    JSON,
    SARIF,
    JUNIT,
    GITHUB,
    GITLAB
  }

  private final Problems problems;

  Format(Problems problems) {
    this.problems = problems;
  }

  public Problems problems() {
    return problems;
  }

  /// Whether people read problems on stderr: a document that was to hold something else may well be
  /// looked at by nobody.
  public boolean isBeside() {
    return problems == Problems.NONE || this == YAML;
  }

  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
