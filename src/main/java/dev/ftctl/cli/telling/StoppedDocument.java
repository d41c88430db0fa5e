package dev.ftctl.cli.telling;

import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Version;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.ProblemJson;
import dev.ftctl.render.problem.ProblemGithub;
import dev.ftctl.render.problem.ProblemGitlab;
import dev.ftctl.render.problem.ProblemJunit;
import dev.ftctl.render.problem.ProblemReport;
import dev.ftctl.render.problem.ProblemSarif;
import java.util.List;
import java.util.Optional;

/// What stdout gets where something stopped the command: a document in the format that was asked
/// for, whatever it was.
///
/// @param own what the command itself prints then; empty where problems are the document
record StoppedDocument(Run run, Format format, Optional<String> own) {

  /// Prints nothing for people, who read stderr.
  void print(List<Problem> problems, Sources sources, ExitCode code) {
    if (own.isPresent()) {
      run.output().document(own.get());
      return;
    }
    var report = new ProblemReport(problems, sources, Version.text(), code.number());
    switch (format.problems()) {
      case NONE -> {
        // What a command of such a format prints is its own.
      }
      case JSON -> run.output().document(ProblemJson.of(report.problems(), code.number()));
      case SARIF -> run.output().document(ProblemSarif.of(report.at(this::ofRepository)));
      case JUNIT -> run.output().document(ProblemJunit.of(report));
      case GITHUB -> run.output().commands(ProblemGithub.of(report.at(this::ofRepository)));
      case GITLAB -> run.output().document(ProblemGitlab.of(report.at(this::ofRepository)));
    }
  }

  private String ofRepository(String file) {
    return new Forge(run.console()).fromTop(file).orElse(file);
  }
}
