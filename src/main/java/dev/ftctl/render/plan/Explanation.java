package dev.ftctl.render.plan;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.manifest.TableFields;
import dev.ftctl.manifest.Traced;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.plan.PlannedChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Of one resource: where its values come from, what the account has, what a plan would change.
///
/// @param asked the field, [FieldPath#ROOT] for all of them
/// @param planned what the plan says of it; empty where no account was read
public record Explanation(
    Traced traced,
    Resource resource,
    TableFields fields,
    FieldPath asked,
    Optional<PlannedChange> planned) {

  /// One field.
  ///
  /// @param wanted [Value#ABSENT] where no manifest says it
  /// @param live as plans print it; empty where nothing is known of it
  /// @param places that say it, the last that counts first
  /// @param changes of it, or of what is in it
  record Line(
      FieldPath path,
      Value wanted,
      String live,
      List<Traced.Place> places,
      List<FieldChange> changes) {

    /// What is wanted, as it may be shown.
    String shown() {
      return wanted instanceof Value.Secret secret
          ? "(secret), from " + secret.source().name()
          : wanted.isAbsent() ? "" : wanted.display();
    }
  }

  /// Every field that may be asked for, with those that its table knows and nobody says.
  public List<FieldPath> known() {
    SequencedSet<FieldPath> known = new LinkedHashSet<>();
    collect(resource.spec(), FieldPath.ROOT, true, known);
    known.addAll(fields.all());
    known.removeIf(this::isNobodys);
    changes().forEach(change -> known.add(change.path()));
    return List.copyOf(known);
  }

  /// A field by the name of the table, where manifests may call it shorter.
  public FieldPath meant(String written) {
    return fields.meant(new FieldPath(List.of(written.split("\\."))));
  }

  /// The same for one field, by any of the ways that plans and manifests write.
  public Explanation of(FieldPath field) {
    FieldPath written =
        changes().stream()
            .filter(change -> change.path().equals(field))
            .map(FieldChange::written)
            .findFirst()
            .orElse(field);
    return new Explanation(traced, resource, fields, written, planned);
  }

  /// Whether one field is asked for that holds no others.
  boolean isOfOneField() {
    return !asked.segments().isEmpty()
        && !(resource.spec().at(asked) instanceof Value.Mapping mapping
            && !mapping.entries().isEmpty());
  }

  /// The fields at and below the one that is asked for.
  List<Line> lines() {
    SequencedSet<FieldPath> paths = new LinkedHashSet<>();
    collect(resource.spec(), FieldPath.ROOT, false, paths);
    for (FieldChange change : changes()) {
      if (paths.stream().noneMatch(path -> touch(path, change.written()))) {
        paths.add(change.written());
      }
    }
    paths.removeIf(path -> !path.startsWith(asked) || isNobodys(path));
    if (isOfOneField()) {
      paths.add(asked);
    }
    return paths.stream().map(this::line).toList();
  }

  /// What a kind notes for itself, and the account does not have.
  private boolean isNobodys(FieldPath path) {
    return fields.isNoted(path)
        && live().map(found -> found.fields().at(path).isBlank()).orElse(true);
  }

  private Line line(FieldPath path) {
    Value wanted = resource.spec().at(path);
    boolean isSecret = wanted instanceof Value.Secret || fields.isSecret(path);
    boolean isHidden = isSecret || wanted.origin().isForeign();
    List<FieldChange> touching =
        changes().stream().filter(change -> touch(path, change.written())).toList();
    return new Line(
        path,
        wanted,
        live(path, wanted, isSecret, touching),
        traced.places(resource.address(), path, said(wanted, touching), isHidden),
        touching);
  }

  /// What the kind made of it where it stands in other words.
  private static Value said(Value wanted, List<FieldChange> touching) {
    return wanted.isAbsent() && !touching.isEmpty() ? touching.getFirst().after() : wanted;
  }

  /// The object of the account, where one was read and is there.
  Optional<Live> live() {
    return planned.flatMap(one -> one.change().found());
  }

  private List<FieldChange> changes() {
    return planned.map(one -> one.change().findings().fields()).orElse(List.of());
  }

  private static boolean touch(FieldPath path, FieldPath changed) {
    return changed.startsWith(path) || path.startsWith(changed);
  }

  private String live(FieldPath path, Value wanted, boolean isSecret, List<FieldChange> touching) {
    Optional<Live> live = live();
    if (live.isEmpty()) {
      return "";
    }
    if (isSecret) {
      return "(not compared)";
    }
    Value answered = live.get().fields().at(fields.answered(path));
    for (FieldChange change : touching) {
      if (change.written().equals(path) && !change.from().isEmpty()) {
        return change.from();
      }
    }
    if (isByName(wanted) && !answered.isBlank()) {
      return "(by id)";
    }
    return answered.isAbsent() || answered.isBlank() ? "" : answered.display();
  }

  private static boolean isByName(Value wanted) {
    return wanted instanceof Value.Reference
        || wanted instanceof Value.Items items
            && items.items().stream().anyMatch(Value.Reference.class::isInstance);
  }

  /// @param withMappings whether what holds others is one too
  private static void collect(
      Value value, FieldPath path, boolean withMappings, SequencedSet<FieldPath> found) {
    boolean isInner = value instanceof Value.Mapping mapping && !mapping.entries().isEmpty();
    if (!path.segments().isEmpty() && !value.isAbsent() && (withMappings || !isInner)) {
      found.add(path);
    }
    if (value instanceof Value.Mapping mapping) {
      mapping
          .entries()
          .forEach((key, inner) -> collect(inner, path.then(key), withMappings, found));
    }
  }
}
