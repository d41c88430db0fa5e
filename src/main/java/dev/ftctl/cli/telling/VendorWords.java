package dev.ftctl.cli.telling;

import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.shown.ShellWord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Command lines of the vendor's own program, `fivetran beta RESOURCE OPERATION --connection-id X`,
/// by what they mean here.
///
/// @param arguments as they were typed
record VendorWords(KindList kinds, List<String> arguments) {

  private static final Set<String> AHEAD = Set.of("ftctl", "fivetran", "beta");
  private static final Set<String> READING =
      Set.of("list", "ls", "get", "details", "show", "describe");
  private static final Set<String> WRITING =
      Set.of("create", "add", "update", "modify", "edit", "patch", "delete", "remove");

  /// Operations of connections that are commands here.
  private static final Map<String, String> VERBS =
      Map.ofEntries(
          Map.entry("sync", "sync"),
          Map.entry("force-sync", "sync"),
          Map.entry("resync", "resync"),
          Map.entry("re-sync", "resync"),
          Map.entry("test", "test"),
          Map.entry("run-setup-tests", "test"),
          Map.entry("setup-tests", "test"),
          Map.entry("pause", "pause"),
          Map.entry("resume", "resume"),
          Map.entry("unpause", "resume"),
          Map.entry("status", "status"),
          Map.entry("state", "state get"),
          Map.entry("get-state", "state get"),
          Map.entry("connect-card", "connect"));

  /// What is meant, as a sentence; empty where that can't be told.
  Optional<String> meaning() {
    List<String> words = words();
    Optional<KindDefinition> kind = words.stream().findFirst().flatMap(this::kind);
    if (kind.isEmpty()) {
      return words.isEmpty() || words.getFirst().equals(arguments.getFirst())
          ? Optional.empty()
          : OtherWords.meaning(words.getFirst());
    }
    if (words.size() < 2) {
      return OtherWords.meaning(words.getFirst()).or(() -> Optional.of(get(kind.get())));
    }
    String operation = words.get(1).toLowerCase(Locale.ROOT);
    if (READING.contains(operation)) {
      return Optional.of(get(kind.get()));
    }
    if (VERBS.containsKey(operation)) {
      String named = named().map(ShellWord::of).orElse("ADDRESS");
      return Optional.of("Did you mean: ftctl " + VERBS.get(operation) + " " + named + "?");
    }
    return WRITING.contains(operation)
        ? Optional.of(
            "What is to be stands in a manifest (kind: "
                + kind.get().name()
                + "), and what is to go says metadata.absent: true in it: ftctl plan, then ftctl"
                + " apply. ftctl api sends any call.")
        : Optional.empty();
  }

  private String get(KindDefinition kind) {
    return "Did you mean: ftctl get "
        + kind.slug()
        + "s"
        + named().map(id -> " " + ShellWord.of(id)).orElse("")
        + "?";
  }

  /// As the vendor, Fivetran's API or people call it.
  private Optional<KindDefinition> kind(String word) {
    return kinds
        .typed(word)
        .or(() -> kinds.meant(word).stream().findFirst().flatMap(kinds::named))
        .map(Kind::definition);
  }

  /// What stands before all flags, without the program's own name.
  private List<String> words() {
    return arguments.stream()
        .takeWhile(word -> !word.startsWith("-"))
        .dropWhile(word -> AHEAD.contains(word.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /// What the line is about: the value of `--connection-id` and its like, else the third word.
  private Optional<String> named() {
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (isId(word) && at + 1 < arguments.size()) {
        return Optional.of(arguments.get(at + 1));
      }
      int equals = word.indexOf('=');
      if (equals > 0 && isId(word.substring(0, equals))) {
        return Optional.of(word.substring(equals + 1));
      }
    }
    return words().stream().skip(2).findFirst();
  }

  private static boolean isId(String word) {
    return word.startsWith("--") && word.matches("--([a-z-]+[-_])?id");
  }
}
