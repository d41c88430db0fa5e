package dev.ftctl.walk;

import dev.ftctl.diff.Base;
import dev.ftctl.diff.DiffOptions;
import dev.ftctl.kind.Intent;
import dev.ftctl.live.Reach;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.Allowance;
import dev.ftctl.model.Protection;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.AddressPattern;
import dev.ftctl.model.address.WrittenPattern;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.plan.Guards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a plan is asked, as plain data.
///
/// @param source of the resources that are wanted
/// @param intent what is asked beyond them
/// @param prunes whether unmanaged objects inside the project's prune scope are to be deleted
/// @param allowed risks, besides those that the project allows
/// @param limits by name, over those of the project
/// @param reach which resources are looked at in detail
/// @param types what the account's metadata is asked about
/// @param showsUnmanaged whether objects of every kind are told that no manifest describes
public record PlanRequest(
    DesiredSource source,
    IntentPatterns intent,
    boolean prunes,
    List<Allowance> allowed,
    Map<String, Integer> limits,
    Reach reach,
    LiveTypes types,
    boolean showsUnmanaged) {

  /// @throws RefusedException when only a part of the project is asked for, and it takes the whole
  ///   to tell what is gone
  public PlanRequest {
    allowed = List.copyOf(allowed);
    limits = Map.copyOf(limits);
    if (source instanceof DesiredSource.Files files) {
      boolean narrows = files.reading().narrows();
      if (prunes && (narrows || files.reading().since().isPresent())) {
        throw new RefusedException(
            Refusal.USAGE,
            "--prune does not go together with paths, -l, --target or --changed-since",
            "Prune with the whole project.");
      }
      if (narrows && files.hasBase()) {
        throw new RefusedException(
            Refusal.USAGE,
            "--base does not go together with paths, -l or --target",
            "Compare the whole project with its base.");
      }
    }
  }

  /// An empty checkout must not read as an empty wish.
  ///
  /// @throws RefusedException when manifests were read and describe nothing, or when `--prune` has
  ///   nothing to go by
  void requireSense(Desired desired) {
    Project project = desired.project();
    if (prunes && project.pruneScope().isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "--prune deletes inside `prune.scope` only, and "
              + (project.file().isEmpty()
                  ? "there is no ftctl.yaml to say it"
                  : project.file() + " does not say it"),
          "Write it into ftctl.yaml: prune: {scope: {groups: [GROUP]}}.");
    }
    if (!(source instanceof DesiredSource.Known) && desired.resources().isEmpty()) {
      String environment = project.environment().name();
      throw new RefusedException(
          Refusal.INVALID,
          (desired.files() == 0
                  ? "there is no manifest"
                  : "the manifests describe nothing, in "
                      + desired.files()
                      + (desired.files() == 1 ? " file" : " files"))
              + (environment.isEmpty() ? "" : " for the environment " + environment)
              + ", so there is nothing to plan",
          "Look whether all of the project is here. What shall go is described with"
              + " `absent: true`.");
    }
  }

  /// Looking at every resource in detail, and asking the metadata about what the catalogue lacks.
  public PlanRequest(
      DesiredSource source,
      IntentPatterns intent,
      boolean prunes,
      List<Allowance> allowed,
      Map<String, Integer> limits) {
    this(source, intent, prunes, allowed, limits, new Reach.All(), LiveTypes.UNKNOWN, false);
  }

  /// These manifests, with nothing else asked.
  public static PlanRequest of(ReadRequest reading) {
    return of(new DesiredSource.Files(reading, Path.of(""), ""));
  }

  /// These resources, with nothing else asked.
  public static PlanRequest of(DesiredSource source) {
    return new PlanRequest(source, IntentPatterns.PLAIN, false, List.of(), Map.of());
  }

  /// The same, looking in detail only at some of the resources.
  public PlanRequest reaching(Reach other) {
    return new PlanRequest(source, intent, prunes, allowed, limits, other, types, showsUnmanaged);
  }

  /// The same for a run that records what it applies: nothing may have been recorded before.
  public PlanRequest recording() {
    return source instanceof DesiredSource.Files files
        ? new PlanRequest(
            new DesiredSource.Files(files.reading(), files.folder(), files.base(), true),
            intent,
            prunes,
            allowed,
            limits,
            reach,
            types,
            showsUnmanaged)
        : this;
  }

  /// The same with other questions to the metadata.
  public PlanRequest asking(LiveTypes other) {
    return new PlanRequest(source, intent, prunes, allowed, limits, reach, other, showsUnmanaged);
  }

  /// The same, telling of objects of every kind that no manifest describes.
  public PlanRequest showingUnmanaged(boolean isAsked) {
    return new PlanRequest(source, intent, prunes, allowed, limits, reach, types, isAsked);
  }

  /// The same, handing out what Fivetran tells once.
  public PlanRequest handingOut(IntentPatterns.HandoutSource handouts) {
    return new PlanRequest(
        source, intent.handingOut(handouts), prunes, allowed, limits, reach, types, showsUnmanaged);
  }

  /// Whether the lists of all kinds are read.
  boolean isWide() {
    return showsUnmanaged || prunes;
  }

  /// The same after an apply, for reading back what it wrote: what was asked for once is not asked
  /// again.
  PlanRequest afterwards(Desired desired, Reach written) {
    return new PlanRequest(
        new DesiredSource.Known(desired),
        IntentPatterns.PLAIN,
        false,
        allowed,
        limits,
        written,
        LiveTypes.OFF,
        false);
  }

  /// Every address pattern that is asked for, by the name that users know it under.
  List<WrittenPattern> patterns() {
    var patterns = new ArrayList<WrittenPattern>();
    for (Allowance allowance : allowed) {
      String said = "--allow " + allowance.risk().flag() + ":" + allowance.of();
      patterns.add(new WrittenPattern(allowance.of(), said, SourceLocation.NONE));
    }
    intent.rotated().forEach(of -> patterns.add(ofFlag("--rotate-secrets", of)));
    intent.reloaded().forEach(of -> patterns.add(ofFlag("--reload", of)));
    return patterns;
  }

  private static WrittenPattern ofFlag(String flag, AddressPattern pattern) {
    return WrittenPattern.ofFlag(flag, pattern.text());
  }

  /// @param account its id
  DiffOptions diffOptions(Desired desired, Optional<Base> base, String account) {
    Intent asked = intent.with(desired, base, lookups(desired.project()), account);
    return new DiffOptions(asked, prunes, base, reach);
  }

  /// How many calls to sources a plan may send (`limits.column_reads`).
  int lookups(Project project) {
    return limits.getOrDefault(
        "column_reads", project.limits().getOrDefault("column_reads", Intent.USUAL_LOOKUPS));
  }

  Guards guards(Project project, Optional<Base> base) {
    var risks = new ArrayList<>(project.allow());
    risks.addAll(allowed);
    Map<String, Integer> all = new HashMap<>(project.limits());
    if (prunes) {
      all.putAll(project.pruneLimits());
    }
    all.putAll(limits);
    return new Guards(risks, all, new Protection(project.protect(), Set.of()))
        .protecting(base.map(Base::protection).orElse(Protection.NONE));
  }
}
