package dev.ftctl.kinds.schemasettings;

import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Glob;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The schema settings that a document wants.
///
/// @param policy empty when the manifest leaves it as it is
/// @param policyValue as the manifest wrote it
/// @param isAligned whether the policy also rules what is not listed (`unlisted: align`)
/// @param typeLock whether destination types are locked; [Value#ABSENT] when not said
/// @param schemas wishes by schema name or pattern
record Settings(
    Optional<ChangePolicy> policy,
    Value policyValue,
    boolean isAligned,
    Value typeLock,
    SequencedMap<String, WantedElement> schemas) {

  static final String TYPE_LOCK = "is_type_locked";
  static final String POLICY = "schema_change_handling";

  /// What is said where no document speaks of a connection's settings.
  static final Settings NONE =
      new Settings(Optional.empty(), Value.ABSENT, false, Value.ABSENT, new LinkedHashMap<>());

  static Settings of(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    return new Settings(
        ChangePolicy.named(spec.text(POLICY)),
        spec.get(POLICY),
        spec.text("unlisted").equals("align"),
        spec.get(TYPE_LOCK),
        WishReading.read(spec.get("schemas")));
  }

  /// The wishes that stand for themselves and, for each live name that no exact wish covers, the
  /// last pattern that matches it.
  static SequencedMap<String, WantedElement> resolved(
      SequencedMap<String, WantedElement> wishes, Collection<String> liveNames) {
    var resolved = new LinkedHashMap<String, WantedElement>();
    wishes.forEach((name, wish) -> {
      if (!Glob.isGlob(name)) {
        resolved.put(name, wish);
      }
    });
    Map<Glob, WantedElement> patterns = patterns(wishes);
    if (patterns.isEmpty()) {
      return resolved;
    }
    for (String live : liveNames) {
      if (!resolved.containsKey(live)) {
        patterns.forEach((pattern, wish) -> {
          if (pattern.matches(live)) {
            resolved.put(live, wish);
          }
        });
      }
    }
    return resolved;
  }

  /// Patterns that match none of the names.
  static List<String> idle(
      SequencedMap<String, WantedElement> wishes, Collection<String> liveNames) {
    return wishes.keySet().stream()
        .filter(Glob::isGlob)
        .filter(pattern -> {
          var glob = new Glob(pattern);
          return liveNames.stream().noneMatch(glob::matches);
        })
        .toList();
  }

  /// Whether anything is excluded or hashed, at any depth.
  boolean isProtective() {
    return isProtective(schemas);
  }

  private static boolean isProtective(SequencedMap<String, WantedElement> wishes) {
    return wishes.values().stream()
        .anyMatch(wish -> wish.isProtective() || isProtective(wish.children()));
  }

  /// What is excluded or hashed by or below a pattern, as `public.users.ssn*`: no pre-creation can
  /// hold it.
  List<String> protectivePatterns() {
    var found = new ArrayList<String>();
    protectivePatterns("", false, schemas, found);
    return found;
  }

  private static void protectivePatterns(
      String above,
      boolean isBelowPattern,
      SequencedMap<String, WantedElement> wishes,
      List<String> found) {
    wishes.forEach((name, wish) -> {
      boolean isByPattern = isBelowPattern || Glob.isGlob(name);
      if (isByPattern && wish.isProtective()) {
        found.add(above + name);
      }
      protectivePatterns(above + name + ".", isByPattern, wish.children(), found);
    });
  }

  private static Map<Glob, WantedElement> patterns(SequencedMap<String, WantedElement> wishes) {
    var patterns = new LinkedHashMap<Glob, WantedElement>();
    wishes.forEach((name, wish) -> {
      if (Glob.isGlob(name)) {
        patterns.put(new Glob(name), wish);
      }
    });
    return patterns;
  }
}
