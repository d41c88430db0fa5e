package dev.ftctl.accept;

import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.accept.Trial.Tried;
import dev.ftctl.drift.Drift;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Traced;
import dev.ftctl.manifest.project.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Chooses for differences the places of the manifests that take what the account has.
public record Acceptance(Traced traced, KindList kinds, Trial trial) {

  /// Changes no file.
  ///
  /// @param drifts in their order
  public Accepted of(List<Drift> drifts, Asked asked) {
    var voices = new Voices(traced, kinds);
    Wishes wishes = new Wishes(asked, voices, kinds).of(drifts);
    Project project = traced.desired().project();
    var places = ProjectPlaces.of(project.file(), project.environment().name(), trial);
    var candidates = new Candidates(voices, trial, places);
    Map<Wish, List<Candidate>> all = new LinkedHashMap<>();
    wishes.wishes().forEach(wish -> all.put(wish, candidates.of(wish)));
    var lines = new ArrayList<Line>();
    var left = new ArrayList<>(wishes.left());
    var files = new ArrayList<EditedText>();
    if (!all.isEmpty()) {
      Tried before = trial.with(Map.of());
      Settling settling = new Settling(trial, before, all).run();
      var reasons = new Reasons(voices);
      for (Wish wish : wishes.wishes()) {
        settling
            .unit(wish)
            .map(Settling.Unit::candidate)
            .ifPresentOrElse(
                place -> lines.add(line(wish, place)),
                () -> left.add(new Left(wish.drift(), reasons.of(wish, settling.refusals(wish)))));
      }
      settling
          .texts()
          .forEach((path, after) ->
              files.add(
                  new EditedText(path, trial.shown(path), trial.text(path).orElse(""), after)));
    }
    left.sort(Comparator.comparingInt(one -> drifts.indexOf(one.drift())));
    files.sort(Comparator.comparing(EditedText::shown));
    return new Accepted(lines, left, files, wishes.intended());
  }

  private static Line line(Wish wish, Candidate place) {
    return new Line(wish.drift(), place.where(), place.edit().place(), place.edit().file());
  }
}
