package dev.ftctl.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What Terraform does with the instances of a state when a file of `removed` blocks comes into its
/// configuration and the resources that it names go: who has a block is forgotten, who is neither
/// in the configuration nor has a block is destroyed. What has no block stays in the configuration,
/// as the import says; a deposed object is Terraform's to destroy whatever stands there.
///
/// @param refused what Terraform does not take of the file
record TerraformRule(List<String> refused, List<String> forgotten, List<String> destroyed) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "removed \\{\\s+from\\s*=\\s*(\\S+)\\s+lifecycle \\{\\s+destroy = false\\s+}\\s+}");

  static TerraformRule of(Path state, String blocks) {
    List<String> from =
        BLOCK.matcher(blocks).results().map((MatchResult found) -> found.group(1)).toList();
    var refused = new ArrayList<>(from.stream().filter(one -> one.contains("[")).toList());
    var seen = new TreeSet<String>();
    from.stream().filter(one -> !seen.add(one)).forEach(refused::add);
    long all = blocks.lines().filter(line -> line.startsWith("removed")).count();
    if (all != from.size()) {
      refused.add("a block that is none");
    }
    var forgotten = new ArrayList<String>();
    var destroyed = new ArrayList<String>();
    for (JsonNode resource : resources(state)) {
      String bare = bare(resource);
      for (JsonNode instance : resource.path("instances")) {
        boolean isForgotten = seen.contains(bare);
        if (isForgotten) {
          forgotten.add(bare + instance.path("index_key"));
          // Nobody describes such an object any more.
          if (instance.has("deposed") || instance.path("attributes").path("id").isNull()) {
            destroyed.add(bare + " is forgotten and in no manifest");
          }
        }
      }
    }
    from.stream()
        .filter(one -> forgotten.stream().noneMatch(it -> it.startsWith(one)))
        .forEach(one -> refused.add(one + " is no resource"));
    return new TerraformRule(refused, forgotten, destroyed);
  }

  private static Iterable<JsonNode> resources(Path state) {
    try {
      JsonNode all = new ObjectMapper().readTree(state.toFile()).path("resources");
      var managed = new ArrayList<JsonNode>();
      all.forEach(resource -> {
        if (resource.path("mode").asText().equals("managed")) {
          managed.add(resource);
        }
      });
      return managed;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Steps of the module without what stands in brackets, quotes counted.
  private static String bare(JsonNode resource) {
    var bare = new StringBuilder();
    boolean isInside = false;
    boolean isQuoted = false;
    String module = resource.path("module").asText();
    for (int i = 0; i < module.length(); i++) {
      char letter = module.charAt(i);
      if (isQuoted && letter == '\\') {
        i++;
      } else if (letter == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && letter == '[') {
        isInside = true;
      } else if (!isQuoted && letter == ']') {
        isInside = false;
      } else if (!isInside) {
        bare.append(letter);
      }
    }
    return (bare.isEmpty() ? "" : bare + ".")
        + resource.path("type").asText()
        + "."
        + resource.path("name").asText();
  }
}
