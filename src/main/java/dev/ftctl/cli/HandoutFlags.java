package dev.ftctl.cli;

import dev.ftctl.cli.process.Run;
import dev.ftctl.files.Folders;
import dev.ftctl.git.IgnoredFile;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.plain.ToldSecrets;
import dev.ftctl.manifest.Desired;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.walk.IntentPatterns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// Where goes what Fivetran tells once. A plan file never brings it along: where secrets go is said
/// by whoever applies.
final class HandoutFlags {

  private static final String OUTSIDE = "Name a file outside of the repository.";
  private static final Path OWN = Path.of(Folders.OWN, "handouts");

  @Option(
      names = "--handout",
      paramLabel = "ADDRESS=FILE",
      description =
          "Where the secrets go that Fivetran tells once, when they are made: a file for you"
              + " alone.")
  List<String> handouts = List.of();

  /// @throws RefusedException when a file may not hold secrets, or a flag can't be meant
  IntentPatterns.HandoutSource of(Run run) {
    Map<Address, Path> files = files(run);
    return (desired, account) -> ChosenSinks.of(run, desired, files).handouts(account);
  }

  private Map<Address, Path> files(Run run) {
    var files = new LinkedHashMap<Address, Path>();
    for (String text : handouts) {
      int at = text.indexOf('=');
      Address address =
          Address.parse(at < 0 ? text : text.substring(0, at), slug -> false)
              .filter(found -> at > 0 && at < text.length() - 1)
              .orElseThrow(() -> malformed(text));
      Path file = run.console().folder().resolve(text.substring(at + 1)).normalize();
      requireKeptOut(run, file);
      if (files.put(address, file) != null) {
        throw new RefusedException(
            Refusal.USAGE, "--handout names " + address + " twice", "Give it once.");
      }
    }
    return files;
  }

  private static RefusedException malformed(String text) {
    return new RefusedException(
        Refusal.USAGE,
        "--handout " + text + " is no ADDRESS=FILE",
        "Write, say: --handout proxy-agent/dc1=/secure/dc1.json");
  }

  private static void requireKeptOut(Run run, Path file) {
    ChosenSinks.refusal(run, file)
        .ifPresent(why -> {
          throw new RefusedException(Refusal.INVALID, "--handout " + file + ": " + why, OUTSIDE);
        });
  }

  /// What is to be made and tells something that would go nowhere, or where it may not.
  ///
  /// @return whether anything is told
  /// @throws ManifestException at each such document
  boolean require(Run run, Plan plan, Desired desired) {
    ChosenSinks sinks = ChosenSinks.of(run, desired, files(run));
    List<Change> telling =
        plan.changes().stream()
            .filter(planned -> !planned.isBlocked())
            .map(PlannedChange::change)
            .filter(change -> tells(change, run.kinds().get()))
            .toList();
    List<Problem> problems =
        telling.stream().flatMap(change -> problem(change, sinks).stream()).toList();
    if (!problems.isEmpty()) {
      throw new ManifestException(problems, desired.sources());
    }
    requireMeant(plan);
    if (!telling.isEmpty()) {
      requireKept(sinks.reserve());
    }
    return !telling.isEmpty();
  }

  /// The same for a run that writes, which is told what a kill would cost it.
  void requireApplied(Run run, Plan plan, Desired desired) {
    boolean isTold = require(run, plan, desired);
    Path reserve = ChosenSinks.of(run, desired, Map.of()).reserve();
    if (isTold && ChosenSinks.isForgotten(run, reserve)) {
      run.output()
          .tell(
              "warning: CI is set, so what this run could not hand out is gone with the checkout:"
                  + " if it is killed, give --rotate-secrets=ADDRESS as well, or say"
                  + " handouts: {reserve: DIR} in ftctl.yaml, a folder that stays");
    }
  }

  /// The reserve is ftctl's own folder unless somebody says another.
  private static void requireKept(Path reserve) {
    boolean isKeptOut =
        reserve.endsWith(OWN) || IgnoredFile.isKeptOut(reserve.resolve("secrets.json"));
    if (!isKeptOut) {
      throw new RefusedException(
          Refusal.INVALID,
          "handouts.reserve is " + reserve + ", and git would take it into the repository",
          "Name a folder outside of the repository, or leave it out.");
    }
  }

  private void requireMeant(Plan plan) {
    List<Address> planned = plan.changes().stream().map(one -> one.change().address()).toList();
    for (String text : handouts) {
      String address = text.substring(0, text.indexOf('='));
      if (planned.stream().noneMatch(one -> one.toString().equals(address))) {
        throw new RefusedException(
            Refusal.USAGE,
            "--handout " + address + " means nothing that is planned here",
            Near.hint(address, planned.stream().map(Address::toString).toList()));
      }
    }
  }

  private static boolean tells(Change change, KindList kinds) {
    return kinds.ofSlug(change.address().kind()).definition().handsOutOnce().isPresent()
        && (ToldSecrets.tells(change)
            || (change instanceof Change.Keep && change.findings().followUp()));
  }

  private static Optional<Problem> problem(Change change, ChosenSinks sinks) {
    Address address = change.address();
    if (sinks.of(address).isEmpty()) {
      return Optional.of(missing(change, sinks.project().handouts().sinks().keySet()));
    }
    return sinks
        .refusal(address)
        .map(why ->
            Problem.error(
                change.place(),
                "handout-sink",
                address.toString(),
                "its secrets would go to " + why,
                OUTSIDE));
  }

  private static Problem missing(Change change, Set<String> names) {
    return Problem.error(
        change.place(),
        "no-handout",
        change.address().toString(),
        "Fivetran tells its secrets once, when they are made, and nobody said where they go",
        (names.isEmpty()
                ? "write `handouts:` into ftctl.yaml and `metadata.handout` here"
                : "write `metadata.handout` (there are " + Near.list(names) + ")")
            + ", or give --handout "
            + change.address()
            + "=FILE, a file outside of the repository");
  }
}
