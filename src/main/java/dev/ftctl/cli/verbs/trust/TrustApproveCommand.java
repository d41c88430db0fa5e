package dev.ftctl.cli.verbs.trust;

import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Question;
import dev.ftctl.cli.verbs.LabelFlag;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.cli.verbs.ObjectFlags;
import dev.ftctl.cli.verbs.Results;
import dev.ftctl.cli.verbs.StateFlags;
import dev.ftctl.cli.verbs.YesFlag;
import dev.ftctl.operate.trust.TrustCalls;
import dev.ftctl.operate.trust.TrustSort;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ftctl certificate approve`, `ftctl fingerprint approve`: setup tests tell which keys hosts
/// show, and what of them is chosen is trusted from then on.
@Command(
    name = "approve",
    description = "Run setup tests, show the keys that they meet, and trust those you choose.")
public final class TrustApproveCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();
  @Mixin AccountFlags accounts = new AccountFlags();
  @Mixin ProjectFlags project = new ProjectFlags();
  @Mixin ObjectFlags objects = new ObjectFlags();
  @Mixin LabelFlag labels = new LabelFlag();
  @Mixin StateFlags states = new StateFlags();
  @Mixin ApproveFlags flags = new ApproveFlags();
  @Mixin YesFlag yes = new YesFlag();

  private final Run run;
  private final TrustSort sort;

  public TrustApproveCommand(Run run, TrustSort sort) {
    this.run = run;
    this.sort = sort;
  }

  @Override
  public Integer call() {
    flags.check();
    try (var live = LiveObjects.open(run, common, accounts, project, true, TrustCalls.KINDS)) {
      ObjectFlags.Chosen chosen =
          narrowed(objects.warned(run).of(live.directory(), labels, states));
      if (chosen.objects().isEmpty()) {
        run.output().tell("No connection of those that are meant is broken.");
        return common.isJson()
            ? new Results(run, common).end(List.of()).number()
            : ExitCode.OK.number();
      }
      // At a terminal each approval is asked for, and tests alone trust nothing.
      if (!new Question(run).isPossible()) {
        yes.require(run, "Test", chosen);
      }
      var calls = new TrustCalls(live.account(), sort);
      return new Approving(run, common, accounts.parallelism, calls, flags, yes.isGiven)
          .of(chosen.objects())
          .number();
    }
  }

  private ObjectFlags.Chosen narrowed(ObjectFlags.Chosen chosen) {
    return flags.isBrokenOnly
        ? new ObjectFlags.Chosen(
            chosen.objects().stream().filter(TrustApproveCommand::isBroken).toList(), false)
        : chosen;
  }

  private static boolean isBroken(Named object) {
    return object.address().kind().equals("connector")
        && object.live().fields().mapping("status").text("setup_state").equals("broken");
  }
}
