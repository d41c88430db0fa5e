package dev.ftctl.manifest.policy;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an expression says of one thing.
sealed interface Verdict {

  Verdict HOLDS = new Said(true);
  Verdict FAILS = new Said(false);

  record Said(boolean holds) implements Verdict {}

  /// It can't be told.
  ///
  /// @param fix how to write the expression so that it can, may be empty
  record Undecided(String why, String fix) implements Verdict {

    /// What only a manifest of dbt tells.
    private static final Set<String> IMPACT =
        Set.of(
            "impact.models",
            "impact.tests",
            "impact.exposures",
            "impact.owners",
            "impact.others",
            "impact.sources");

    private static final Pattern KEY = Pattern.compile("(?:key|field) '([^']*)'");

    static Undecided of(String why) {
      return new Undecided(why, "");
    }

    /// @param source of a text that no policy may look at, or it would tell what the text holds
    static Verdict foreign(String source) {
      return new Undecided(
          "it looks at text from " + source,
          "use ${var:…} there, which 'variables:' or --var sets");
    }

    /// @param complaint of the language, which names the key
    /// @param text of the expression; a key that does not stand in it may be a value of a manifest,
    ///   and is not told
    static Undecided missing(String complaint, String text) {
      Matcher key = KEY.matcher(complaint);
      if (!key.find() || !text.contains(key.group(1))) {
        return new Undecided("a field is missing", "ask with has(…) first");
      }
      String name = key.group(1);
      Matcher whole = Pattern.compile("[\\w.]+\\." + Pattern.quote(name) + "\\b").matcher(text);
      String path = whole.find() ? whole.group() : "";
      if (IMPACT.contains(path)) {
        return new Undecided(
            "nobody knows " + path + " without a manifest of dbt",
            "give --dbt-manifest target/manifest.json, or ask with has(" + path + ") first");
      }
      return new Undecided(
          "there is no '" + (path.isEmpty() ? name : path) + "'",
          path.isEmpty() ? "ask with `in` or has(…) first" : "ask with has(" + path + ") first");
    }
  }
}
