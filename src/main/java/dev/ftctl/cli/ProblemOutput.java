package dev.ftctl.cli;

import dev.ftctl.model.Problem;
import dev.ftctl.model.Sources;
import dev.ftctl.render.ProblemGithub;
import dev.ftctl.render.ProblemJson;
import dev.ftctl.render.ProblemJunit;
import dev.ftctl.render.ProblemReport;
import dev.ftctl.render.ProblemSarif;
import dev.ftctl.render.ProblemText;
import java.util.List;

/// Problems in the format that was asked for: those for machines are the result, the one for people
/// goes beside it.
record ProblemOutput(Run run, CommonFlags flags) {

  void tell(List<Problem> problems, Sources sources, ExitCode code) {
    var report = new ProblemReport(problems, sources, Version.text(), code.number());
    switch (flags.format) {
      case TEXT, MARKDOWN ->
          run.output()
              .tellText(new ProblemText(sources, flags.errPaint(run.console())).of(problems));
      case JSON -> run.output().result(ProblemJson.of(report.problems(), code.number()));
      case SARIF -> run.output().result(ProblemSarif.of(report));
      case JUNIT -> run.output().result(ProblemJunit.of(report));
      case GITHUB -> run.output().result(ProblemGithub.of(report));
    }
  }
}
