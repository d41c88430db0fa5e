package dev.ftctl.model;

import dev.ftctl.model.value.FieldPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a document says about itself, `metadata` in the manifest language. `rotation` is 0 and
/// `movedFrom` empty when not said.
///
/// @param isSetUpByHand whether a person enters the credentials in Fivetran (`setup: by-hand`)
/// @param unchecked paths in `spec` of names that the catalogue may lack, and which are right all
///   the same
/// @param freshness how old its data may become; zero when not said
/// @param owners whom drift names: `@acme/data`, an e-mail
/// @param handout the sink of the project file for what Fivetran tells once; empty when not said
/// @param rotateBefore how long before what was told expires it is made anew; zero when not said
public record Metadata(
    String name,
    Map<String, String> labels,
    boolean isProtected,
    boolean isAbsent,
    boolean isExisting,
    List<String> initial,
    int rotation,
    String movedFrom,
    List<String> environments,
    boolean isSetUpByHand,
    List<String> unchecked,
    Duration freshness,
    List<String> owners,
    String handout,
    Duration rotateBefore) {

  public Metadata {
    labels = Map.copyOf(labels);
    initial = List.copyOf(initial);
    environments = List.copyOf(environments);
    unchecked = List.copyOf(unchecked);
    owners = List.copyOf(owners);
  }

  /// Whether the manifest insists on the name at a path, or on all below one above it.
  public boolean insistsOn(FieldPath path) {
    return unchecked.stream()
        .map(text -> FieldPath.of(text.split("\\.")))
        .anyMatch(path::startsWith);
  }

  /// Of a document that ftctl sets up itself, and that insists on no name.
  public Metadata(
      String name,
      Map<String, String> labels,
      boolean isProtected,
      boolean isAbsent,
      boolean isExisting,
      List<String> initial,
      int rotation,
      String movedFrom,
      List<String> environments) {
    this(
        name,
        labels,
        isProtected,
        isAbsent,
        isExisting,
        initial,
        rotation,
        movedFrom,
        environments,
        false,
        List.of(),
        Duration.ZERO,
        List.of(),
        "",
        Duration.ZERO);
  }

  /// The same with one more field that is left to others after the creation.
  public Metadata withInitial(String field) {
    if (initial.contains(field)) {
      return this;
    }
    var more = new ArrayList<>(initial);
    more.add(field);
    return with(labels, isProtected, isAbsent, more, isSetUpByHand);
  }

  public static Metadata named(String name) {
    return new Metadata(name, Map.of(), false, false, false, List.of(), 0, "", List.of());
  }

  /// The same, set up by a person.
  public Metadata setUpByHand() {
    return with(labels, isProtected, isAbsent, initial, true);
  }

  /// The same with other labels.
  public Metadata labelled(Map<String, String> others) {
    return with(others, isProtected, isAbsent, initial, isSetUpByHand);
  }

  /// The same, as one instance is marked.
  public Metadata marked(boolean absent, boolean guarded) {
    return with(labels, guarded, absent, initial, isSetUpByHand);
  }

  /// The only copy by hand: a part that joins is added here.
  private Metadata with(
      Map<String, String> someLabels,
      boolean guarded,
      boolean absent,
      List<String> left,
      boolean byHand) {
    return new Metadata(
        name,
        someLabels,
        guarded,
        absent,
        isExisting,
        left,
        rotation,
        movedFrom,
        environments,
        byHand,
        unchecked,
        freshness,
        owners,
        handout,
        rotateBefore);
  }
}
