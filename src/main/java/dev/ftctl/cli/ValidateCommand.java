package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.ProblemOutput;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.walk.PolicyCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl validate`: offline, no request at all.
@Command(
    name = "validate",
    description = "Check manifests offline: syntax, fields, services, references, duplicates.")
public final class ValidateCommand implements Callable<Integer>, CommonFlags.WithFormats {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Mixin NowFlag now = new NowFlag();

  @Option(
      names = "--sandbox",
      description = "Taken as by plan and apply; nothing is asked of any account.")
  boolean isSandbox;

  private final Run run;

  public ValidateCommand(Run run) {
    this.run = run;
  }

  @Override
  public Set<CommonFlags.Format> formats() {
    return Set.of(CommonFlags.Format.SARIF, CommonFlags.Format.JUNIT, CommonFlags.Format.GITHUB);
  }

  @Override
  public Integer call() {
    Instant time = now.instant(run.console().clock());
    Desired desired = Manifests.read(manifests.request(run, time), run.kinds().get());
    PolicyFindings policies = new PolicyCheck(desired, run.kinds().get(), time).offline();
    ExitCode code = policies.isRefusal() ? ExitCode.FOUND : ExitCode.OK;
    if (common.format == CommonFlags.Format.TEXT) {
      tell(desired, policies);
    } else {
      var all = new ArrayList<>(desired.warnings());
      all.addAll(policies.problems());
      new ProblemOutput(run, common).tell(all, desired.sources(), code);
    }
    return code.number();
  }

  private void tell(Desired desired, PolicyFindings policies) {
    var warnings = new Warnings(run, common);
    warnings.tellAll(desired);
    warnings.tell(policies);
    if (!policies.isRefusal()) {
      run.output().result(closing(desired));
    }
  }

  private static String closing(Desired desired) {
    return "Valid: %s, %s.\n"
        .formatted(count(desired.files(), "manifest"), count(desired.planned().size(), "resource"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
