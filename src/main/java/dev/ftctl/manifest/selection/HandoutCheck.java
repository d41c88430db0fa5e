package dev.ftctl.manifest.selection;

import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.manifest.binding.Bound;
import dev.ftctl.manifest.document.MetadataPlaces;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reports documents that name a sink which the project file does not have, or that say something
/// of secrets which nobody tells of their kind.
public record HandoutCheck(Project project, Problems problems) {

  /// What a sink may be called.
  private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

  private static final String HANDOUT = "handout";
  private static final String ROTATE_BEFORE = "rotate_before";

  public void check(List<Bound> bounds) {
    bounds.forEach(this::check);
  }

  private void check(Bound bound) {
    Metadata metadata = bound.resource().metadata();
    if (metadata.handout().isEmpty() && !metadata.rotateBefore().isPositive()) {
      return;
    }
    var report = new Report(problems, bound.draft().document().subject());
    MetadataPlaces places = bound.draft().document().places();
    SourceLocation place = places.of(metadata.handout().isEmpty() ? ROTATE_BEFORE : HANDOUT);
    String kind = bound.draft().kind().name();
    Optional<HandsOutOnce> told = bound.draft().kind().handsOutOnce();
    if (told.isEmpty()) {
      report.error(
          place,
          "contradiction",
          "says where secrets go, and Fivetran tells none of a " + kind,
          "take `handout` and `rotate_before` out");
    } else if (metadata.rotateBefore().isPositive() && told.get().expiry().isEmpty()) {
      report.error(
          places.of(ROTATE_BEFORE),
          "contradiction",
          "says `rotate_before`, and what Fivetran tells of a " + kind + " does not expire",
          "take `rotate_before` out");
    }
    requireKnown(metadata.handout(), places.of(HANDOUT), report);
  }

  private void requireKnown(String handout, SourceLocation place, Report report) {
    if (handout.isEmpty() || project.handouts().has(handout)) {
      return;
    }
    Set<String> names = project.handouts().sinks().keySet();
    String file = project.file().isEmpty() ? "ftctl.yaml" : project.file();
    report.error(
        place,
        "unknown-handout",
        "`handout` names '" + handout + "', which `handouts:` of " + file + " does not have",
        instead(handout, names));
  }

  private static String instead(String handout, Set<String> names) {
    String hint = Near.hint(handout, names);
    if (!hint.isEmpty()) {
      return hint;
    }
    if (!names.isEmpty()) {
      return "there are " + Near.list(names);
    }
    String name = PLAIN.matcher(handout).matches() ? handout : "vault";
    return (name.equals(handout) ? "" : "it is no path: ")
        + "write there, say: handouts: {"
        + name
        + ": {file: \"/secure/${slug}.${name}.json\"}}";
  }
}
