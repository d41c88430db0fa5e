package dev.ftctl.accept;

import dev.ftctl.kind.table.Field;
import dev.ftctl.manifest.Speaker.Sort;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Places that are not there yet: an overlay of the environment, schema settings of one instance.
record NewPlaces(Voices voices, Trial trial, ProjectPlaces project) {

  List<Candidate> of(Wish wish, List<Level> levels, Optional<Level> winner) {
    var all = new ArrayList<Candidate>();
    if (levels.isEmpty() || wish.isGone()) {
      return all;
    }
    settings(wish, levels).ifPresent(all::add);
    boolean hasOverlay = levels.stream().anyMatch(level -> level.layer().sort() == Sort.OVERLAY);
    boolean isBeaten = winner.filter(Level::isOfGroup).isPresent();
    if (!project.overlays().isEmpty() && !hasOverlay) {
      Level first = levels.getFirst();
      String group = wish.drift().subject().address().instance();
      if (!isBeaten) {
        all.add(overlay(wish, first, wish.way().below(first.inside())));
      }
      if (!group.isEmpty()) {
        all.add(overlay(wish, first, wish.way().below(Level.OVERRIDES, group, first.inside())));
      }
    }
    return all;
  }

  /// Beside the file of its document, by the same name.
  private Candidate overlay(Wish wish, Level level, Way way) {
    String folder = parent(project.file());
    String document = level.speaker().place().file();
    String name = document.substring(document.lastIndexOf('/') + 1);
    String shown =
        (folder.isEmpty() ? "" : folder + "/")
            + project.overlays().replaceFirst("/$", "")
            + "/"
            + name;
    Value head = head(level.speaker().kind(), level.speaker().name());
    var edit =
        new Edit.Document(
            trial.canonical(shown),
            SourceLocation.of(shown, 1, 1),
            (Value.Mapping) head,
            (Value.Mapping) way.around(0, wish.value()));
    return new Candidate(edit, "overlay of " + project.environment(), Set.of());
  }

  private static String parent(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }

  /// Beside the document that speaks of all instances.
  private Optional<Candidate> settings(Wish wish, List<Level> levels) {
    Address address = wish.drift().subject().address();
    Level level = levels.getFirst();
    Optional<Field> owner =
        voices.resource(address).stream()
            .flatMap(found -> voices.kind(address).fields(found.spec()).all().stream())
            .filter(field -> field.is(Field.Trait.PART_OF))
            .findFirst();
    if (owner.isEmpty() || address.instance().isEmpty() || !level.inside().isEmpty()) {
      return Optional.empty();
    }
    String one = address.name() + "@" + address.instance();
    Map<String, Value> spec = new LinkedHashMap<>();
    spec.put(owner.get().name(), Value.text(one));
    spec.putAll(((Value.Mapping) wish.way().around(0, wish.value())).entries());
    String file = level.speaker().place().file();
    String name = address.name() + "_" + address.instance();
    var edit =
        new Edit.Document(
            trial.canonical(file),
            level.speaker().place(),
            head(voices.kind(address).name(), name),
            Value.Mapping.of(spec));
    return Optional.of(new Candidate(edit, "settings of " + one, Set.of()));
  }

  private static Value.Mapping head(String kind, String name) {
    Map<String, Value> head = new LinkedHashMap<>();
    head.put("kind", Value.text(kind));
    head.put("metadata", Value.Mapping.of(Map.of("name", Value.text(name))));
    return Value.Mapping.of(head);
  }
}
