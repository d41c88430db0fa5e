package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.render.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `ftctl rollout status`: how far a rollout has come, by its file and its progress. Offline.
@Command(name = "status", description = "Show how far a rollout has come; offline.")
final class RolloutStatusCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Parameters(paramLabel = "FILE", description = "The rollout.")
  String file = "";

  private final Run run;

  RolloutStatusCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    RolloutSource source = RolloutSource.of(run, file);
    Optional<Progress> progress = source.kept().read();
    progress.ifPresent(source::requireOf);
    var view = new RolloutView(source, progress);
    common.print(
        run.output(),
        common.isJson()
            ? Json.text(view.json().put("exit_code", ExitCode.OK.number()))
            : view.text());
    return ExitCode.OK.number();
  }
}
