package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.finding.Gap;
import dev.ftctl.kind.finding.Gap.Weight;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What a manifest names exactly and the account does not know: pending, or misspelt. A name below
/// a pattern is missing only where nothing that the pattern stands for has it. Wishes are told
/// apart by where they stand, not by what they say.
final class MissingElements {

  private static final List<String> WORDS = List.of("schema", "table", "column");

  /// @param path as the manifest writes it
  /// @param beside what there is in its place, without what the manifest names
  /// @param isOn whether it would sync if it came
  private record Miss(List<String> path, WantedElement wish, Set<String> beside, boolean isOn) {}

  private final ChangePolicy policy;
  private final SchemaFindings found;
  private final Set<WantedElement> hit = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<WantedElement, Miss> missed = new IdentityHashMap<>();
  private final List<WantedElement> order = new ArrayList<>();

  /// @param policy that will rule
  MissingElements(ChangePolicy policy, SchemaFindings found) {
    this.policy = policy;
    this.found = found;
  }

  void isThere(WantedElement wish) {
    hit.add(wish);
  }

  /// @param beside what there is in its place
  /// @param isOn whether what stands above it syncs
  void isMissing(Written written, Collection<String> beside, boolean isOn) {
    var names = new LinkedHashSet<>(beside);
    names.removeAll(written.wishes().keySet());
    Miss before = missed.get(written.wish());
    if (before == null) {
      order.add(written.wish());
      missed.put(written.wish(), new Miss(written.path(), written.wish(), names, isOn));
    } else {
      names.addAll(before.beside());
      missed.put(
          written.wish(), new Miss(before.path(), before.wish(), names, before.isOn() || isOn));
    }
  }

  /// A pattern stands for what may come, so that it holds nothing.
  void noteIdle(
      List<String> written, SequencedMap<String, WantedElement> wishes, Set<String> known) {
    for (String pattern : Settings.idle(wishes, known)) {
      String above = written.isEmpty() ? "" : " in " + String.join(".", written);
      Optional.ofNullable(wishes.get(pattern))
          .map(WantedElement::place)
          .ifPresent(place ->
              found.problem(
                  Problem.warning(
                      place,
                      "idle-pattern",
                      String.join(".", SchemaPatch.plus(written, pattern)),
                      "'" + pattern + "' matches nothing" + above + " yet",
                      "")));
    }
  }

  /// After everything was compared.
  void tell() {
    for (WantedElement wish : order) {
      Miss miss = missed.get(wish);
      if (miss != null && !hit.contains(wish)) {
        tell(miss);
      }
    }
  }

  private void tell(Miss miss) {
    String label = String.join(".", miss.path());
    String word = WORDS.get(miss.path().size() - 1);
    String hint = hint(miss.path().getLast(), miss.beside());
    var gaps = new ArrayList<Gap>();
    collect(miss, label, miss.wish(), false, hint, gaps);
    if (gaps.isEmpty()) {
      found.pend(label + (hint.isEmpty() ? "" : " (" + hint + ")"));
      return;
    }
    gaps.forEach(found::gap);
    found.problem(
        Problem.warning(
            miss.wish().place(),
            "missing-element",
            label,
            "the source has no " + word + " " + label + ", so " + consequence(miss, gaps),
            cure(gaps, hint)));
  }

  private void collect(
      Miss miss,
      String label,
      WantedElement wish,
      boolean isOptional,
      String hint,
      List<Gap> gaps) {
    boolean maybe = isOptional || wish.isOptional();
    if (wish.isProtective()) {
      String word = WORDS.get(miss.path().size() - 1);
      String missing = String.join(".", miss.path());
      String lacks =
          "the source has no " + (label.equals(missing) ? "such " + word : word + " " + missing);
      gaps.add(
          new Gap(
              label,
              maybe ? Weight.TOLD : weight(miss),
              hint.isEmpty() ? lacks : lacks + ", " + hint));
    }
    // What is excluded as a whole needs no exclusion inside.
    if (!wish.isOff()) {
      wish.children()
          .forEach((name, child) -> collect(miss, label + "." + name, child, maybe, hint, gaps));
    }
  }

  private Weight weight(Miss miss) {
    return miss.isOn() && policy.allows(new Element(miss.path(), Value.Mapping.EMPTY, false))
        ? Weight.EXPOSES
        : Weight.HOLDS;
  }

  private static String consequence(Miss miss, List<Gap> gaps) {
    String label = String.join(".", miss.path());
    if (gaps.size() == 1 && gaps.getFirst().element().equals(label)) {
      boolean excludes = miss.wish().isOff();
      return "this line " + (excludes ? "excludes" : "hashes") + " nothing";
    }
    List<String> inner =
        gaps.stream()
            .map(gap -> gap.element().substring(Math.min(gap.element().length(), label.length())))
            .map(rest -> rest.startsWith(".") ? rest.substring(1) : "itself")
            .toList();
    return "nothing of it is excluded or hashed: " + String.join(", ", inner);
  }

  private static String cure(List<Gap> gaps, String hint) {
    if (!gaps.stream().allMatch(Gap::isOfProtection)) {
      return hint;
    }
    String first = hint.isEmpty() ? "mend the name" : hint + " Mend the name";
    return first + ", take the line out, or say `optional: true` where a source may lack it";
  }

  /// Letter case counts in the API, so the same name in another case is the first guess.
  private static String hint(String name, Set<String> beside) {
    return Near.of(name, beside)
        .map(near ->
            near.equalsIgnoreCase(name)
                ? "did you mean '" + near + "'? Letter case counts."
                : "did you mean '" + near + "'?")
        .orElse("");
  }
}
