package dev.ftctl.cli;

import dev.ftctl.ExitCode;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ftctl validate`: offline, no request at all.
@Command(
    name = "validate",
    description = "Check manifests offline: syntax, fields, services, references, duplicates.")
public final class ValidateCommand implements Callable<Integer> {

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin ManifestFlags manifests = new ManifestFlags();

  @Option(
      names = "--sandbox",
      description = "Taken as by plan and apply; nothing is asked of any account.")
  boolean isSandbox;

  private final Run run;

  public ValidateCommand(Run run) {
    this.run = run;
  }

  @Override
  public Integer call() {
    Desired desired = Manifests.read(manifests.request(run), run.kinds().get());
    if (common.format == CommonFlags.Format.TEXT) {
      new Warnings(run, common).tellAll(desired);
      run.output().result(closing(desired));
    } else {
      new ProblemOutput(run, common).tell(desired.warnings(), desired.sources(), ExitCode.OK);
    }
    return ExitCode.OK.number();
  }

  private static String closing(Desired desired) {
    return "Valid: %s, %s.\n"
        .formatted(count(desired.files(), "manifest"), count(desired.planned().size(), "resource"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
