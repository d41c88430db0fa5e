package dev.ftctl.cli.verbs;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.cli.process.Run;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which objects a verb is about.
public final class ObjectFlags {

  @Parameters(
      paramLabel = "ADDRESS",
      arity = "0..*",
      description =
          "An address or pattern (connector/orders@prod, connector/*), a live name or an id.")
  List<String> texts = List.of();

  @Option(
      names = {"--connector_id", "--connector-id", "--connection_id", "--connection-id"},
      hidden = true)
  List<String> ids = List.of();

  /// Tells of a flag that only scripts of other tools have.
  public ObjectFlags warned(Run run) {
    if (!ids.isEmpty()) {
      run.output()
          .tell(
              "warning: an id needs no flag here: leave --connector_id and its like out, and write"
                  + " the id alone");
    }
    return this;
  }

  /// These, where each is of a kind that the verb is about, or names none.
  ///
  /// @throws RefusedException when one is of another kind
  public ObjectFlags about(KindList all, Set<String> slugs) {
    texts.forEach(text -> Directory.requireKind(all, text, slugs));
    return this;
  }

  /// What was chosen.
  ///
  /// @param isOneByName whether exactly one object was named, without a pattern or selector
  public record Chosen(List<Named> objects, boolean isOneByName) {}

  /// The kinds that the names may be of, as far as they say: the lists of no others have to be
  /// read.
  public Set<String> kinds(KindList all) {
    Set<String> listed =
        all.kinds().stream()
            .filter(kind -> kind.definition().partOf().isEmpty())
            .map(kind -> kind.definition().slug())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var named = new LinkedHashSet<String>();
    for (String text : texts) {
      Optional<String> slug = Directory.kindOf(all, text).filter(listed::contains);
      if (slug.isEmpty()) {
        return listed;
      }
      named.add(slug.get());
    }
    return named.isEmpty() || !ids.isEmpty() ? listed : named;
  }

  /// What is chosen; everything where nothing is named and nothing asked for.
  ///
  /// @throws RefusedException when a text means nothing, or no object is left
  public List<Named> orAll(Directory directory, LabelFlag labels, StateFlags states) {
    if (texts.isEmpty() && ids.isEmpty() && labels.selectors.isEmpty() && !states.isGiven()) {
      return directory.requireManifests().all();
    }
    return of(directory, labels, states).objects();
  }

  /// @throws RefusedException when nothing was named, a text means nothing, or no object is left
  public Chosen of(Directory directory, LabelFlag labels, StateFlags states) {
    var names = new ArrayList<>(texts);
    names.addAll(ids);
    if (names.isEmpty() && labels.selectors.isEmpty() && !states.isGiven()) {
      throw new RefusedException(
          Refusal.USAGE,
          "nothing is named",
          "Name an address, a live name or an id, or select by label: -l team=data.");
    }
    List<Named> found = found(directory, names);
    List<Named> chosen = states.of(directory.labelled(found, labels.selectors));
    if (chosen.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "none of the "
              + found.size()
              + " that are named is left by the labels and states that are asked for",
          labels.selectors.isEmpty() ? "" : "Labels stand in the metadata of manifests.");
    }
    boolean isPattern =
        !labels.selectors.isEmpty()
            || states.isGiven()
            || names.stream().anyMatch(Directory::isPattern);
    return new Chosen(chosen, !isPattern && chosen.size() == 1);
  }

  /// What was chosen by a verb that is about everything where nothing is named: none where nothing
  /// is in the states that are asked for.
  ///
  /// @throws RefusedException when a text, a group, a service or a label means nothing
  public List<Named> ofAll(Directory directory, LabelFlag labels, StateFlags states) {
    var names = new ArrayList<>(texts);
    names.addAll(ids);
    List<Named> labelled = directory.labelled(found(directory, names), labels.selectors);
    if (labelled.isEmpty() && !labels.selectors.isEmpty()) {
      throw new RefusedException(
          Refusal.USAGE,
          "no connection's manifest has the labels that are asked for",
          "Labels stand in the metadata of manifests.");
    }
    return states.of(labelled);
  }

  /// Whether anything less than everything is asked for.
  public boolean isGiven(LabelFlag labels, StateFlags states) {
    return !texts.isEmpty() || !ids.isEmpty() || !labels.selectors.isEmpty() || states.isGiven();
  }

  private static List<Named> found(Directory directory, List<String> names) {
    Set<Named> found = new LinkedHashSet<>(names.isEmpty() ? directory.all() : List.of());
    names.forEach(text -> found.addAll(directory.find(text)));
    return List.copyOf(found);
  }
}
