package dev.ftctl.cli.doctor;

import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.process.ExitCode;
import dev.ftctl.cli.process.Run;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.UnknownPathException;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.render.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The project file, its manifests, and what they ask of the environment.
final class ProjectChecks {

  private final Run run;
  private final ProjectFlags flags;
  private final List<Finding> all = new ArrayList<>();
  private Optional<Project> read = Optional.empty();

  ProjectChecks(Run run, ProjectFlags flags) {
    this.run = run;
    this.flags = flags;
  }

  /// The project, once [#all] was asked; empty where it can't be read.
  Optional<Project> read() {
    return read;
  }

  List<Finding> all() {
    guarded("project", () -> project(flags.request(run)));
    if (read.isPresent()) {
      guarded("manifests", () -> manifests(flags.request(run)));
    } else {
      all.add(Finding.unknown("manifests", "not read, since the project can't be"));
    }
    return all;
  }

  private void guarded(String name, Supplier<List<Finding>> check) {
    try {
      all.addAll(check.get());
    } catch (ManifestException wrong) {
      List<Problem> errors = wrong.problems().stream().filter(Problem::isError).toList();
      Problem first = errors.getFirst();
      String place = first.place().isKnown() ? first.place() + ": " : "";
      String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
      all.add(
          Finding.failed(
              name,
              place + first.message() + more,
              "See all with their lines: ftctl validate",
              ExitCode.INVALID));
    } catch (RefusedException refused) {
      all.add(
          Finding.failed(
              name,
              String.valueOf(refused.getMessage()),
              refused.next(),
              ExitCode.ofRefusal(refused.reason())));
    } catch (UnknownPathException unknown) {
      all.add(
          Finding.failed(
              name,
              String.valueOf(unknown.getMessage()),
              "Check the flags, and `manifests:` of the project file.",
              ExitCode.USAGE));
    }
  }

  private List<Finding> project(ReadRequest request) {
    Project project = Manifests.project(request, run.kinds().get());
    read = Optional.of(project);
    if (project.file().isEmpty()) {
      return List.of(
          Finding.warning(
              "project",
              "no ftctl.yaml here or above",
              "ftctl init writes one; without it no account is pinned, and manifests/ is read."));
    }
    var environment = project.environment();
    String named = environment.name().isEmpty() ? "" : ", environment " + environment.name();
    return project.account().isEmpty()
        ? List.of(
            Finding.warning(
                "project",
                project.file() + named + ", pinned to no account",
                "Write account: ACCOUNT_ID, so that a wrong key changes nothing."))
        : List.of(
            Finding.ok(
                "project", project.file() + named + ", pinned to account " + project.account()));
  }

  private List<Finding> manifests(ReadRequest request) {
    Desired desired = Manifests.readIfAny(request, run.kinds().get());
    if (desired.files() == 0) {
      return List.of(
          Finding.warning(
              "manifests",
              "none here",
              "Begin with ftctl init, or adopt an account: ftctl export -o ."));
    }
    int warnings = desired.warnings().size();
    String told =
        English.count(desired.files(), "manifest")
            + ", "
            + English.count(desired.resources().size(), "resource");
    Finding manifests =
        warnings == 0
            ? Finding.ok("manifests", told)
            : Finding.warning(
                "manifests",
                told + ", " + English.count(warnings, "warning"),
                "See them: ftctl validate");
    var findings =
        new ArrayList<>(List.of(manifests, new AskedVariables(desired, run.console()).finding()));
    new NamedSinks(desired, run.console()).finding().ifPresent(findings::add);
    return findings;
  }
}
