package dev.ftctl.cli;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ManifestFlags;
import dev.ftctl.cli.flags.NowFlag;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.ProblemOutput;
import dev.ftctl.cli.telling.Warnings;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.ChangedDocuments;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.EveryEnvironment;
import dev.ftctl.manifest.policy.PolicyFindings;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import dev.ftctl.walk.PolicyCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  public Set<Format> formats() {
    return Set.of(Format.SARIF, Format.JUNIT, Format.GITHUB, Format.GITLAB);
  }

  @Override
  public Integer call() {
    Instant time = now.instant(run.console().clock());
    KindList kinds = run.kinds().get();
    EveryEnvironment every = EveryEnvironment.read(manifests.request(run, time), kinds);
    var found = new LinkedHashMap<String, List<Problem>>();
    every
        .desired()
        .forEach((name, desired) ->
            found.put(name, new PolicyCheck(desired, kinds, time).offline().problems()));
    var policies = new PolicyFindings(EveryEnvironment.told(found), every.sources());
    ExitCode code = policies.isRefusal() ? ExitCode.FOUND : ExitCode.OK;
    run.summary().closes(code == ExitCode.OK ? closing(every).strip() : "");
    if (common.format == Format.TEXT) {
      tell(every, policies);
    } else {
      var all = new ArrayList<>(every.warnings());
      all.addAll(policies.problems());
      new ProblemOutput(run, common).tell(all, every.sources(), code);
    }
    return code.number();
  }

  private void tell(EveryEnvironment every, PolicyFindings policies) {
    var warnings = new Warnings(run, common);
    warnings.tellAll(every.warnings(), every.sources());
    every.desired().values().stream()
        .flatMap(desired -> desired.changed().stream())
        .flatMap(changed -> changed.warnings().stream())
        .distinct()
        .forEach(warning -> warnings.tellAll(List.of(warning), every.sources()));
    warnings.tell(policies);
    if (!policies.isRefusal()) {
      run.output().result(closing(every));
    }
  }

  /// `Valid: 3 manifests, 7 resources.`, or the resources of each environment.
  private static String closing(EveryEnvironment every) {
    int files = every.desired().values().stream().mapToInt(Desired::files).max().orElse(0);
    List<String> resources =
        every.desired().entrySet().stream()
            .map(entry ->
                count(entry.getValue().narrowed().size(), "resource")
                    + entry.getValue().changed().map(ValidateCommand::changed).orElse("")
                    + (entry.getKey().isEmpty() ? "" : " in " + English.printable(entry.getKey())))
            .toList();
    return "Valid: %s, %s.\n".formatted(count(files, "manifest"), String.join(", ", resources));
  }

  private static String changed(ChangedDocuments changed) {
    return " ("
        + count(changed.documents(), "document")
        + " changed since "
        + English.printable(changed.revision())
        + ")";
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
