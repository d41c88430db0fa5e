package dev.ftctl.cli.telling;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.walk.Planned;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was warned of before and may be why Fivetran refused: a refusal of a whole `config` names
/// no field, and the fields that the catalogue doesn't know are the first to look at.
record WarnedFields(Planned planned) {

  /// A line for each step whose `config` was refused and of whose document something was warned.
  List<String> behind(Outcomes outcomes) {
    return outcomes.outcomes().stream()
        .flatMap(outcome ->
            outcome instanceof Outcome.Failed failed && failed.message().contains("'config'")
                ? behind(failed)
                : Stream.empty())
        .toList();
  }

  private Stream<String> behind(Outcome.Failed failed) {
    return planned.desired().resources().stream()
        .filter(resource -> resource.address().equals(failed.step().address()))
        .map(WarnedFields::subject)
        .map(this::warned)
        .filter(warned -> !warned.isEmpty())
        .map(warned ->
            "note: " + failed.step().address() + ": look first at what was warned of: " + warned);
  }

  /// As problems call a document.
  private static String subject(Resource resource) {
    return resource.address().kind() + " " + resource.metadata().name();
  }

  private String warned(String subject) {
    return Stream.concat(planned.desired().warnings().stream(), planned.named().stream())
        .filter(warning -> warning.subject().equals(subject))
        .filter(warning -> warning.rule().startsWith("unknown-"))
        .map(WarnedFields::shown)
        .collect(Collectors.joining("; "));
  }

  private static String shown(Problem warning) {
    return warning.message() + " (" + warning.place() + ")";
  }
}
