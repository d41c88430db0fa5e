package dev.ftctl.cli.fleet;

import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.process.Borrowing;
import dev.ftctl.cli.process.Format;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.telling.Forge;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.fleet.FleetMarkdown;
import dev.ftctl.render.fleet.Shard;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// `ftctl fleet COMMAND`: that command for each environment, each as if it were run alone.
@Command
final class FleetVerb implements Callable<Integer>, CommonFlags.WithFormats, Borrowing {

  private static final String APPLY = "apply";
  private static final String OUT = "--out";

  /// Of the flags of output.
  private static final Set<String> OWN =
      Set.of("--format", "--output", "--log-file", "--verbose", "--help");

  @Spec CommandSpec spec;

  @Mixin CommonFlags common = new CommonFlags();

  @Mixin FleetFlags fleet = new FleetFlags();

  private final Run run;
  private final Door door;
  private final Lender lender;

  private FleetVerb(Run run, Door door, Lender lender) {
    this.run = run;
    this.door = door;
    this.lender = lender;
  }

  /// @param lent the command that is run for each environment
  static CommandLine of(Run run, Door door, CommandLine lent) {
    var lender = new Lender(lent);
    var line = new CommandLine(new FleetVerb(run, door, lender));
    CommandSpec spec = line.getCommandSpec().name(lender.name());
    spec.usageMessage().description("For each environment: " + lender.description());
    lender.lend(spec);
    return line;
  }

  @Override
  public Set<Format> formats() {
    return Set.of(Format.MARKDOWN);
  }

  @Override
  public Optional<String> stopped(Format format, List<Problem> problems) {
    return Optional.of(
        FleetMarkdown.stopped(
            lender.name(), fleet.shard, problems, new Forge(run.console()).links()));
  }

  @Override
  public CommandSpec lender() {
    return lender.command().getCommandSpec();
  }

  @Override
  public Integer call() {
    Optional<Shard> shard = fleet.shard();
    int jobs = fleet.jobs();
    PassedLine passed = PassedLine.of(spec.commandLine().getParseResult(), own());
    Optional<PlansFolder> plans =
        lender.name().equals(APPLY) ? PlansFolder.named(run, passed.paths()) : Optional.empty();
    requireApproval(passed, plans);
    ReadRequest request = lender.request(run, plans.isEmpty());
    List<String> declared = Manifests.project(request, run.kinds().get()).environment().all();
    Chosen chosen = Chosen.of(declared, fleet.choice.globs, shard);
    plans.ifPresent(folder -> folder.requireFitting(chosen));
    passed.value(OUT).ifPresent(folder -> PlansFolder.to(run, folder).clear(chosen));
    var asked = new Asked(lender, passed, common, fleet.choice.since(run, request), plans);
    return new FleetRun(run, door, asked, chosen, shard).of(jobs, fleet.report);
  }

  /// Nobody is asked fifty times, and nobody looks at fifty plans before one answer.
  private void requireApproval(PassedLine passed, Optional<PlansFolder> plans) {
    if (lender.name().equals(APPLY) && plans.isEmpty() && !passed.has("--auto-approve")) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "fleet apply asks no questions, on a terminal neither; nothing was changed",
          "Save the plans with: ftctl fleet plan -o DIR; look at them, and run: ftctl fleet apply"
              + " DIR. Or give --auto-approve.");
    }
  }

  /// What is not handed on as it is.
  private Set<String> own() {
    var own = new HashSet<>(OWN);
    Objects.requireNonNull(spec.mixins().get("fleet")).options().stream()
        .map(OptionSpec::longestName)
        .forEach(own::add);
    return own;
  }
}
