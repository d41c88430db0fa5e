package dev.ftctl.cli.flags;

import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.Near;
import dev.ftctl.render.plan.PlanLook;
import dev.ftctl.walk.DesiredSource;
import dev.ftctl.walk.IntentPatterns;
import dev.ftctl.walk.LiveTypes;
import dev.ftctl.walk.PlanRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a plan is asked beyond the manifests, and what it is allowed.
public final class PlanFlags {

  /// As the command line writes it.
  enum Switch {
    ON,
    OFF
  }

  @Option(
      names = "--prune",
      description = "Delete what no manifest describes, inside prune.scope of the project file.")
  boolean isPruning;

  @Option(
      names = "--base",
      paramLabel = "REVISION",
      defaultValue = "",
      description =
          "A git revision, or auto for the one that apply --record noted: delete what manifests"
              + " described there and do not any more, send again secrets whose source changed"
              + " since.")
  String base = "";

  @Option(
      names = "--max-deletes",
      paramLabel = "N",
      description = "Deletions allowed in one plan (default: 5).")
  @Nullable Integer maxDeletes;

  @Option(
      names = "--allow",
      paramLabel = "RISK[:ADDRESS]",
      description = "Allow a risk, for one resource or for all.")
  List<String> allowed = List.of();

  @Option(
      names = "--rotate-secrets",
      paramLabel = "ADDRESS",
      arity = "1",
      preprocessor = OnlyAttached.class,
      description = "Send secrets again, of this resource (--rotate-secrets=ADDRESS) or of all.")
  List<String> rotated = List.of();

  @Option(
      names = "--require-secrets",
      description = "A secret that would be sent and is not set here is an error.")
  public boolean requiresSecrets;

  @Option(
      names = "--skip-blocked",
      description = "Leave out what is blocked, do the rest, and exit 5.")
  public boolean skipsBlocked;

  @Option(
      names = "--reload",
      paramLabel = "ADDRESS",
      arity = "1",
      preprocessor = OnlyAttached.class,
      description =
          "Read the source's schema again, of this connection (--reload=ADDRESS) or of all.")
  List<String> reloaded = List.of();

  @Option(
      names = "--run-setup-tests",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never (default: ${DEFAULT-VALUE}).")
  SetupTests setupTests = SetupTests.AUTO;

  @Option(
      names = "--live-types",
      paramLabel = "WHEN",
      description =
          "off: ask Fivetran's metadata nothing; on: ask it about every service of the manifests"
              + " (default: one call for each service with names that the catalogue lacks).")
  @Nullable Switch liveTypes;

  @Option(
      names = "--expand",
      description =
          "Print identical changes of a fan-out one by one, and creations with their fields.")
  boolean isExpanded;

  @Option(names = "--show-unmanaged", description = "List what no manifest describes.")
  boolean showsUnmanaged;

  /// What these flags ask of the manifests that the others name.
  ///
  /// @throws RefusedException when they can't be meant
  public PlanRequest request(ManifestFlags manifests, Run run, Instant now) {
    List<Allowance> allowances = allowed.stream().map(PlanFlags::allowance).toList();
    return new PlanRequest(
            new DesiredSource.Files(manifests.request(run, now), run.console().folder(), base),
            new IntentPatterns(patterns(rotated), patterns(reloaded), setupTests).at(now),
            isPruning,
            allowances,
            maxDeletes == null ? Map.of() : Map.of("max_deletes", maxDeletes))
        .asking(types())
        .showingUnmanaged(showsUnmanaged);
  }

  private LiveTypes types() {
    if (liveTypes == null) {
      return LiveTypes.UNKNOWN;
    }
    return switch (liveTypes) {
      case ON -> LiveTypes.ALL;
      case OFF -> LiveTypes.OFF;
    };
  }

  private static Allowance allowance(String text) {
    return Allowance.parse(text)
        .orElseThrow(() -> {
          String risk = Allowance.riskOf(text);
          List<String> risks = Arrays.stream(Risk.values()).map(Risk::flag).toList();
          String hint = Near.hint(risk, risks);
          return new RefusedException(
              Refusal.USAGE,
              "--allow " + text + ": there is no risk '" + risk + "'",
              hint.isEmpty() ? "There are: " + Near.list(risks) + "." : hint);
        });
  }

  private static List<AddressPattern> patterns(List<String> addresses) {
    return addresses.stream().map(AddressPattern::new).toList();
  }

  /// How much of a plan is printed, and in which colours.
  public PlanLook look(Run run, CommonFlags common) {
    return new PlanLook(common.outPaint(run.console()), isExpanded, showsUnmanaged, common.isQuiet);
  }
}
