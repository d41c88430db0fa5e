package dev.ftctl.cli;

import dev.ftctl.cli.flags.SandboxPlace;
import dev.ftctl.cli.process.Run;
import dev.ftctl.git.IgnoredFile;
import dev.ftctl.git.RepositoryTop;
import dev.ftctl.handout.FileHandouts;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.handout.Handouts;
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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Option;

/// Where goes what Fivetran tells once. A plan file never brings it along: where secrets go is said
/// by whoever applies.
final class HandoutFlags {

  @Option(
      names = "--handout",
      paramLabel = "ADDRESS=FILE",
      description =
          "Where the secrets go that Fivetran tells once, when they are made: a file for you"
              + " alone.")
  List<String> handouts = List.of();

  /// By the account's id.
  ///
  /// @throws RefusedException when a file may not hold secrets, or a flag can't be meant
  Function<String, Handouts> of(Run run) {
    Map<Address, Path> sinks = sinks(run);
    Path reserve = reserve(run);
    return account ->
        new FileHandouts(
            sinks, reserve, account, run.console().disk(), run.console().clock(), run.redaction());
  }

  /// The same for a run that writes, which is told what a kill would cost it.
  Function<String, Handouts> applying(Run run) {
    if (!handouts.isEmpty() && isForgotten(run, reserve(run))) {
      run.output()
          .tell(
              "warning: CI is set, so what this run could not hand out is gone with the checkout:"
                  + " if it is killed, give --rotate-secrets=ADDRESS as well");
    }
    return of(run);
  }

  private static Path reserve(Run run) {
    return SandboxPlace.own(run.console().folder()).resolve("handouts");
  }

  /// Whether it lies in a checkout that nobody keeps.
  private static boolean isForgotten(Run run, Path file) {
    return !run.console().variable("CI").isEmpty()
        && RepositoryTop.above(run.console().folder()).filter(file::startsWith).isPresent();
  }

  private Map<Address, Path> sinks(Run run) {
    var sinks = new LinkedHashMap<Address, Path>();
    for (String text : handouts) {
      int at = text.indexOf('=');
      Address address =
          Address.parse(at < 0 ? text : text.substring(0, at), slug -> false)
              .filter(found -> at > 0 && at < text.length() - 1)
              .orElseThrow(() -> malformed(text));
      Path file = run.console().folder().resolve(text.substring(at + 1)).normalize();
      requireKeptOut(run, file);
      if (sinks.put(address, file) != null) {
        throw new RefusedException(
            Refusal.USAGE, "--handout names " + address + " twice", "Give it once.");
      }
    }
    return sinks;
  }

  private static RefusedException malformed(String text) {
    return new RefusedException(
        Refusal.USAGE,
        "--handout " + text + " is no ADDRESS=FILE",
        "Write, say: --handout proxy-agent/dc1=/secure/dc1.json");
  }

  /// A machine of a CI host forgets its checkout, and others may see what is left of it.
  private static void requireKeptOut(Run run, Path file) {
    boolean isForgotten = isForgotten(run, file);
    if (isForgotten || !IgnoredFile.isKeptOut(file)) {
      throw new RefusedException(
          Refusal.INVALID,
          "--handout "
              + file
              + (isForgotten
                  ? ": a checkout is forgotten where CI is set"
                  : ": git would take it into the repository"),
          "Give a file outside of the repository.");
    }
  }

  /// What is to be made and tells something that would go nowhere.
  ///
  /// @throws ManifestException at each such document
  void require(Plan plan, Desired desired, KindList kinds) {
    List<Problem> missing =
        plan.changes().stream()
            .filter(planned -> !planned.isBlocked())
            .map(PlannedChange::change)
            .filter(change -> tells(change, kinds))
            .filter(change -> !plan.intent().handouts().isSaidFor(change.address()))
            .map(HandoutFlags::missing)
            .toList();
    if (!missing.isEmpty()) {
      throw new ManifestException(missing, desired.sources());
    }
    requireMeant(plan);
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
        && ToldSecrets.tells(change);
  }

  private static Problem missing(Change change) {
    return Problem.error(
        change.place(),
        "no-handout",
        change.address().toString(),
        "Fivetran tells its secrets once, when they are made, and nobody said where they go",
        "give --handout " + change.address() + "=FILE, a file outside of the repository");
  }
}
