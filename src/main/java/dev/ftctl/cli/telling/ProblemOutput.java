package dev.ftctl.cli.telling;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.render.ProblemText;
import java.util.List;

/// Problems in the format that was asked for: those for machines are the result, the one for people
/// goes beside it.
public record ProblemOutput(Run run, CommonFlags flags) {

  public void tell(List<Problem> problems, Sources sources, ExitCode code) {
    if (flags.format.isBeside()) {
      run.output().tellText(new ProblemText(sources, flags.errPaint(run.console())).of(problems));
    }
    new StoppedDocument(run, flags.format, flags.stopped(problems)).print(problems, sources, code);
  }
}
