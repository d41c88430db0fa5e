package dev.ftctl.accept;

import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.accept.Accepted.Left;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.accept.Trial.Tried;
import dev.ftctl.drift.Drift;
import dev.ftctl.kind.KindList;
import dev.ftctl.manifest.Traced;
import dev.ftctl.manifest.project.Project;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.edit.EditedFile;
import dev.ftctl.yaml.edit.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    FileWishes named = new FileWishes(voices, trial).of(wishes.files());
    left.addAll(named.left());
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
    return new Accepted(lines, left, files, named.copies(), wishes.intended());
  }

  private Line line(Wish wish, Candidate candidate) {
    Edit edit = candidate.edit();
    SourceLocation place = edit instanceof Edit.Put put ? placeOf(put) : edit.place();
    return new Line(wish.drift(), candidate.where(), place, edit.file());
  }

  /// Where the key stands, if it does already. A mapping tells where it begins alone, and the top
  /// of a file nothing.
  private SourceLocation placeOf(Edit.Put put) {
    if (put.place().isKnown()) {
      return put.place();
    }
    String shown = trial.shown(put.file());
    Optional<Spot> here =
        trial
            .text(put.file())
            .flatMap(yaml -> EditedFile.of(shown, yaml))
            .flatMap(file -> file.documents().stream().findFirst());
    for (Way.Step step : put.way().steps()) {
      here = here.flatMap(spot -> spot.get(step.name()));
    }
    return here.map(spot -> SourceLocation.of(shown, spot.line(), 1)).orElse(put.place());
  }
}
