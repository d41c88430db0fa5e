package dev.ftctl.cli;

import dev.ftctl.diff.DiffOptions;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Intent.SetupTests;
import dev.ftctl.manifest.Base;
import dev.ftctl.manifest.Project;
import dev.ftctl.model.Address;
import dev.ftctl.model.AddressPattern;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Near;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Risk;
import dev.ftctl.model.SourceLocation;
import dev.ftctl.model.WrittenPattern;
import dev.ftctl.plan.Guards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a plan is asked beyond the manifests, and what it is allowed.
public final class PlanFlags {

  /// In place of an address: every resource.
  static final String ALL = AddressPattern.ALL.text();

  @Option(
      names = "--prune",
      description = "Delete what no manifest describes, inside prune.scope of the project file.")
  boolean isPruning;

  @Option(
      names = "--base",
      paramLabel = "REVISION",
      defaultValue = "",
      description =
          "A git revision: delete what manifests described there and do not any more, send again"
              + " secrets whose source changed since.")
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
  boolean requiresSecrets;

  @Option(
      names = "--skip-blocked",
      description = "Leave out what is blocked, do the rest, and exit 5.")
  boolean skipsBlocked;

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
      names = "--expand",
      description =
          "Print identical changes of a fan-out one by one, and creations with their fields.")
  boolean isExpanded;

  @Option(names = "--show-unmanaged", description = "List what no manifest describes.")
  boolean showsUnmanaged;

  /// Refuses what can't be meant, before anything is read.
  void check(ManifestFlags manifests) {
    for (String entry : allowed) {
      if (Allowance.parse(entry).isEmpty()) {
        String risk = Allowance.riskOf(entry);
        List<String> risks = Arrays.stream(Risk.values()).map(Risk::flag).toList();
        String hint = Near.hint(risk, risks);
        throw new RefusedException(
            Refusal.USAGE,
            "--allow " + entry + ": there is no risk '" + risk + "'",
            hint.isEmpty() ? "There are: " + Near.list(risks) + "." : hint);
      }
    }
    if (isPruning && manifests.narrows()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--prune does not go together with paths, -l or --target",
          "Prune with the whole project.");
    }
    if (hasBase() && manifests.narrows()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--base does not go together with paths, -l or --target",
          "Compare the whole project with its base.");
    }
  }

  boolean hasBase() {
    return !base.isEmpty();
  }

  /// Every address that the flags name.
  List<WrittenPattern> patterns() {
    var patterns = new ArrayList<WrittenPattern>();
    allowed.forEach(entry ->
        Allowance.parse(entry)
            .map(allowance ->
                new WrittenPattern(allowance.of(), "--allow " + entry, SourceLocation.NONE))
            .ifPresent(patterns::add));
    rotated.forEach(address -> patterns.add(WrittenPattern.ofFlag("--rotate-secrets", address)));
    reloaded.forEach(address -> patterns.add(WrittenPattern.ofFlag("--reload", address)));
    return patterns;
  }

  DiffOptions diffOptions(Optional<Base> before) {
    Set<Address> changed = before.map(Base::rotated).orElse(Set.of());
    Set<Address> resettled = before.map(Base::reloaded).orElse(Set.of());
    var intent =
        new Intent(
            among(rotated).or(changed::contains),
            among(reloaded).or(resettled::contains),
            setupTests);
    return new DiffOptions(intent, isPruning, before);
  }

  /// For the look back after apply: what was asked once is not asked again.
  DiffOptions afterwards() {
    return new DiffOptions(Intent.PLAIN, isPruning);
  }

  Guards guards(Project project) {
    var all = new ArrayList<>(project.allow());
    all.addAll(allowances());
    Map<String, Integer> limits = new HashMap<>(project.limits());
    if (isPruning) {
      limits.putAll(project.pruneLimits());
    }
    if (maxDeletes != null) {
      limits.put("max_deletes", maxDeletes);
    }
    return new Guards(all, limits, new Protection(project.protect(), Set.of()));
  }

  private List<Allowance> allowances() {
    return allowed.stream().flatMap(entry -> Allowance.parse(entry).stream()).toList();
  }

  private static Predicate<Address> among(List<String> asked) {
    List<AddressPattern> patterns = asked.stream().map(AddressPattern::new).toList();
    return address -> patterns.stream().anyMatch(pattern -> pattern.covers(address));
  }
}
