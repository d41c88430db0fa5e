package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which members of `metadata` documents of which kinds take: each is said in all of them, and
/// refused at its place where it means nothing.
final class KindsAndMetadata {

  private static final SequencedMap<String, String> MEMBERS = members();

  private final Workspace workspace;

  KindsAndMetadata(Path folder) {
    workspace = new Workspace(folder.resolve("metadata"));
  }

  private static SequencedMap<String, String> members() {
    var members = new LinkedHashMap<String, String>();
    members.put("labels", "{team: data}");
    members.put("owners", "[\"@acme/data\"]");
    members.put("environments", "[prod]");
    members.put("protect", "true");
    members.put("absent", "true");
    members.put("existing", "true");
    members.put("initial", "[FIELD]");
    members.put("unchecked", "[FIELD]");
    members.put("rotation", "2");
    members.put("moved_from", "OLD");
    members.put("setup", "by-hand");
    members.put("freshness", "6h");
    members.put("handout", "keys");
    members.put("rotate_before", "14d");
    return members;
  }

  /// As Markdown.
  String table() {
    var taken = new LinkedHashMap<String, Set<String>>();
    MEMBERS.keySet().forEach(member -> taken.put(member, taking(member)));
    List<String> slugs = ExampleProject.slugs();
    List<String> all =
        taken.keySet().stream().filter(member -> taken.get(member).containsAll(slugs)).toList();
    List<String> some = taken.keySet().stream().filter(member -> !all.contains(member)).toList();
    var lines = new ArrayList<String>();
    lines.add("Every kind takes `name`, " + named(all) + ". Of the others:");
    lines.add("");
    lines.add(
        "| kind | "
            + some.stream().map(one -> "`" + one + "`").collect(Collectors.joining(" | "))
            + " |");
    lines.add("|---" + "|---".repeat(some.size()) + "|");
    for (String slug : slugs) {
      lines.add(
          "| "
              + Wanted.KINDS.ofSlug(slug).definition().name()
              + some.stream()
                  .map(member -> taken.get(member).contains(slug) ? " | ✓" : " | –")
                  .collect(Collectors.joining())
              + " |");
    }
    lines.add("");
    lines.add(
        "`–`: refused, at its place. What each means: [the envelope](manifests.md#the-envelope).");
    return String.join("\n", lines) + "\n";
  }

  private static String named(List<String> members) {
    String most =
        members.subList(0, members.size() - 1).stream()
            .map(member -> "`" + member + "`")
            .collect(Collectors.joining(", "));
    return most + " and `" + members.getLast() + "`";
  }

  private Set<String> taking(String member) {
    ExampleProject.write(workspace);
    workspace.file("ftctl.yaml", workspace.read("ftctl.yaml") + "environments: {prod: {}}\n");
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (String slug : ExampleProject.slugs()) {
      lines.put(slug, say(slug, member));
    }
    Ran ran = workspace.run("validate", "--env", "prod");
    assertThat(ran.code()).as("%s", ran).isIn(0, 65);
    var taking = new TreeSet<String>();
    List<String> errors = List.of(ran.err().split("(?m)^(?=error: )"));
    lines.forEach((slug, line) -> {
      String place = "error: " + ExampleProject.file(slug) + ":";
      boolean isRefused =
          errors.stream()
              .filter(error -> error.startsWith(place))
              .anyMatch(error -> error.startsWith(place + line + ":") || isAbout(error, member));
      if (!isRefused) {
        taking.add(slug);
      }
    });
    return taking;
  }

  /// Names of two words are nothing else, others are quoted.
  private static boolean isAbout(String error, String member) {
    return member.contains("_")
        ? error.contains(member)
        : error.contains("`" + member + "`") || error.contains("'" + member + "'");
  }

  /// Gives the line on which it is said.
  private int say(String slug, String member) {
    String file = ExampleProject.file(slug);
    String value = MEMBERS.get(member).replace("FIELD", field(slug)).replace("OLD", former(slug));
    List<String> text = new ArrayList<>(workspace.read(file).lines().toList());
    text.removeIf(line -> line.startsWith("  " + member + ": "));
    int at = text.indexOf("metadata:") + 1;
    text.add(at, "  " + member + ": " + value);
    workspace.file(file, String.join("\n", text) + "\n");
    return at + 1;
  }

  /// What each calls where it was before.
  private static String former(String slug) {
    return switch (slug) {
      case "connector" -> "other/orders";
      case "webhook" -> "https://old.example.com";
      default -> "old";
    };
  }

  /// One that its document may leave to others.
  private static String field(String slug) {
    return ExampleProject.changeable(Wanted.KINDS.ofSlug(slug).definition()).stream()
        .findFirst()
        .orElse("name");
  }
}
