package dev.ftctl.accept;

import dev.ftctl.accept.Expressions.Source;
import dev.ftctl.manifest.Speaker.Sort;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The places that might take a value, the one that suits best first: where it stands, if that
/// speaks for nobody else; else what speaks of the one instance alone.
final class Candidates {

  private static final Value UNSET = Value.text("${unset}");

  private final Voices voices;
  private final Trial trial;
  private final Expressions expressions;
  private final NewPlaces fresh;

  Candidates(Voices voices, Trial trial, ProjectPlaces project) {
    this.voices = voices;
    this.trial = trial;
    this.expressions = new Expressions(project);
    this.fresh = new NewPlaces(voices, trial, project);
  }

  List<Candidate> of(Wish wish) {
    Address address = wish.drift().subject().address();
    List<Level> levels = voices.levels(address);
    Optional<Level> winner = voices.winner(address, wish.way());
    var all = new LinkedHashSet<Candidate>();
    boolean isLast = winner.filter(level -> isLonelyDefault(wish, level)).isPresent();
    winner.filter(level -> !isLast).ifPresent(level -> standing(wish, level, all));
    if (winner.isEmpty()) {
      levels.stream()
          .filter(level -> level.reach(wish.way()).node() instanceof Node.Sequence)
          .findFirst()
          .ifPresent(level -> widen(wish, level, all));
    }
    above(levels, winner).forEach(level -> put(wish, level, all));
    all.addAll(fresh.of(wish, levels, winner));
    winner.filter(level -> isLast).ifPresent(level -> standing(wish, level, all));
    return List.copyOf(all);
  }

  /// Where it stands now.
  private void standing(Wish wish, Level level, Set<Candidate> all) {
    Node node = level.reach(wish.way()).node();
    Set<Address> sharers = sharers(wish, level);
    if (wish.isGone()) {
      add(wish, level, take(level, wish.way()), all);
    }
    if (node instanceof Node.Scalar scalar && EditedYaml.hasExpression(scalar.text())) {
      sources(wish, level, scalar, all);
      return;
    }
    if (wish.isGone()) {
      return;
    }
    SourceLocation place = node.place();
    Value now = wish.drift().now().value();
    var here = new Edit.Exchange(trial.canonical(place.file()), place, wish.value(), now);
    all.add(new Candidate(here, level.where(), sharers));
    put(wish, level, all);
  }

  private void sources(Wish wish, Level level, Node.Scalar scalar, Set<Candidate> all) {
    for (Source source : expressions.sources(scalar.text(), level.speaker())) {
      String file = trial.canonical(source.place().file());
      Value now = wish.drift().now().value();
      Edit edit =
          source.isCell()
              ? new Edit.Cell(file, source.place(), wish.value().asText())
              : source.way().isEmpty()
                  ? new Edit.Exchange(file, source.place(), wish.value(), now)
                  : new Edit.Put(
                      file,
                      SourceLocation.NONE,
                      way(source.way()),
                      wish.value(),
                      Value.ABSENT,
                      true);
      all.add(new Candidate(edit, source.where(), Set.of()));
    }
  }

  private static Way way(List<String> keys) {
    return new Way(keys.stream().map(Way.Step::key).toList(), false);
  }

  private void widen(Wish wish, Level level, Set<Candidate> all) {
    Way.Reached reached = level.reach(wish.way());
    List<Way.Step> steps = wish.way().steps();
    Way rest = new Way(steps.subList(steps.size() - reached.rest(), steps.size()), false);
    SourceLocation place = reached.node().place();
    all.add(
        new Candidate(
            new Edit.Widen(trial.canonical(place.file()), place, rest, wish.value()),
            level.where(),
            sharers(wish, level)));
  }

  /// The levels that would have the last word, the plainest first: the document, what it says of
  /// one group, the overlay; what the environment says already is changed there.
  private static List<Level> above(List<Level> levels, Optional<Level> winner) {
    List<Level> above = levels;
    if (winner.isPresent()) {
      above = levels.subList(0, levels.indexOf(winner.get()));
    }
    var order = new ArrayList<Level>();
    boolean isOfEnvironment =
        winner.filter(level -> level.layer().sort() == Sort.OVERLAY).isPresent();
    List<Sort> sorts =
        isOfEnvironment
            ? List.of(Sort.OVERLAY, Sort.DOCUMENT)
            : List.of(Sort.DOCUMENT, Sort.OVERLAY);
    for (Sort sort : sorts) {
      for (boolean isOfGroup : List.of(false, true)) {
        above.stream()
            .filter(level -> level.layer().sort() == sort && level.isOfGroup() == isOfGroup)
            .forEach(order::add);
      }
    }
    return order;
  }

  private void put(Wish wish, Level level, Set<Candidate> all) {
    Value value = wish.isGone() ? UNSET : wish.value();
    String file = trial.canonical(level.place().file());
    Value now = wish.drift().now().value();
    add(
        wish,
        level,
        new Edit.Put(file, level.place(), level.from(wish.way()), value, now, false),
        all);
  }

  private Edit take(Level level, Way way) {
    return new Edit.Take(trial.canonical(level.place().file()), level.place(), level.from(way));
  }

  private void add(Wish wish, Level level, Edit edit, Set<Candidate> all) {
    all.add(new Candidate(edit, level.where(), sharers(wish, level)));
  }

  private Set<Address> sharers(Wish wish, Level level) {
    return voices.sharers(wish.drift().subject().address(), level, wish.way());
  }

  /// Defaults are for many: for one resource its document is the better place.
  private boolean isLonelyDefault(Wish wish, Level level) {
    return level.layer().sort() == Sort.DEFAULTS && sharers(wish, level).isEmpty();
  }
}
