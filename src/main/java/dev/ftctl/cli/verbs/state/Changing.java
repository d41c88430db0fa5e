package dev.ftctl.cli.verbs.state;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.operate.state.Backups;
import dev.ftctl.operate.state.Ending;
import dev.ftctl.operate.state.Patience;
import dev.ftctl.operate.state.StateWorkflow;
import dev.ftctl.operate.state.Wish;
import java.time.Duration;
import java.util.List;

/// Carries out what was confirmed. From its first write on a signal ends it in good order.
record Changing(Run run, CommonFlags common, LiveObjects live) {

  ExitCode to(List<Wish> wishes, Duration waitIdle) {
    var telling = new StateTelling(run, common, wishes.size() == 1);
    var patience = new Patience(waitIdle);
    run.stop()
        .guard(() -> {
          patience.stop();
          live.account().stopWaiting();
        });
    List<Ending> endings =
        new StateWorkflow(
                live.account().api(ConnectionsApi.class),
                backups(run),
                telling,
                patience,
                run.console().clock())
            .run(wishes);
    ExitCode code = new StateEnd(run, telling).of(endings);
    StateEnd.rethrowDefect(endings);
    return code;
  }

  static Backups backups(Run run) {
    return new Backups(SandboxPlace.own(run.console().folder()));
  }
}
