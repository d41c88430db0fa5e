package dev.ftctl.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The documents of a random company by kind and name, and what becomes of them when another one
/// takes its place.
record Succession(SequencedMap<String, String> documents) {

  /// After which nothing is left.
  static final Succession NOBODY = new Succession(new LinkedHashMap<>());

  private static final Pattern HEAD =
      Pattern.compile("^kind: (\\w+)\nmetadata: \\{name: \"?([^,}\"]+)\"?(, absent: true)?");
  private static final Pattern GROUPS =
      Pattern.compile("(?m)^(spec: \\{.*?|  )groups: \\[([^]]*)]");
  private static final String OVERRIDES = "  overrides:\n";

  static Succession of(String company) {
    var documents = new LinkedHashMap<String, String>();
    for (String document : company.split("(?m)^---\n")) {
      Matcher head = head(document);
      documents.put(head.group(1) + "/" + head.group(2), document);
    }
    return new Succession(documents);
  }

  /// These documents, and those of the one before that these lack, which are to be absent; so are
  /// the instances that they have no more.
  Succession after(Succession before) {
    var both = new LinkedHashMap<>(before.documents);
    both.putAll(documents);
    var merged = new LinkedHashMap<String, String>();
    both.forEach((key, document) -> {
      String then = before.documents.getOrDefault(key, "");
      if (isAbsent(document) || !documents.containsKey(key)) {
        merged.put(key, ended(then.isEmpty() ? document : then));
      } else {
        merged.put(key, then.isEmpty() ? document : withoutInstances(document, groups(then)));
      }
    });
    // A document of its own is none beside one that stands in the connector's.
    both.keySet().stream()
        .filter(key -> merged.getOrDefault(key, "").contains("sdk_package:"))
        .forEach(key -> merged.remove(key.replace("Connector/", "SdkPackage/")));
    String groups = String.join(", ", groups(merged));
    merged.replaceAll((key, document) ->
        isAbsent(document) && key.startsWith("Connector/")
            ? GROUPS.matcher(document).replaceFirst("$1groups: [" + groups + "]")
            : document);
    return new Succession(merged);
  }

  String text() {
    return String.join("---\n", documents.values());
  }

  private static String ended(String document) {
    Matcher head = head(document);
    return "kind: %s\nmetadata: {name: \"%s\", absent: true%s"
        .formatted(head.group(1), head.group(2), document.substring(head.end()));
  }

  private static boolean isAbsent(String document) {
    return head(document).group(3) != null;
  }

  /// A connection that was in these groups.
  private static String withoutInstances(String document, Set<String> before) {
    before.removeAll(groups(document));
    String gone =
        before.stream()
            .map(group -> "    " + group + ": {absent: true}\n")
            .collect(Collectors.joining());
    return gone.isEmpty()
        ? document
        : document.contains(OVERRIDES)
            ? document.replace(OVERRIDES, OVERRIDES + gone)
            : document + OVERRIDES + gone;
  }

  private static Set<String> groups(String document) {
    Matcher groups = GROUPS.matcher(document);
    return groups.find() && document.startsWith("kind: Connector")
        ? new TreeSet<>(List.of(groups.group(2).split(", ")))
        : new TreeSet<>();
  }

  /// All that documents tell of.
  private static Set<String> groups(SequencedMap<String, String> documents) {
    return documents.keySet().stream()
        .filter(key -> key.startsWith("Group/"))
        .map(key -> key.substring("Group/".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Matcher head(String document) {
    Matcher head = HEAD.matcher(document);
    if (!head.find()) {
      throw new IllegalArgumentException(document);
    }
    return head;
  }
}
