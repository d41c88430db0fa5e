package dev.ftctl.impact;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ftctl.impact.DbtManifest.Node;
import dev.ftctl.impact.DbtManifest.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a manifest of dbt apart as it comes. The members that are asked for stand in every version
/// since 7 (dbt 1.3). Used once, by one thread.
final class ManifestParsing {

  private static final Pattern VERSION = Pattern.compile(".*/dbt/([a-z-]+)/v(\\d{1,4})\\.json");
  private static final int OLDEST = 7;

  /// What a project may hold at most: ten times what the largest known ones do.
  private static final int MOST_NODES = 500_000;

  private static final int MOST_EDGES = 5_000_000;
  private static final long MOST_LETTERS = 200_000_000;

  private static final Set<String> WITH_NODES =
      Set.of("nodes", "exposures", "metrics", "semantic_models", "saved_queries", "unit_tests");

  private final JsonParser parser;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, DbtNode> nodes = new LinkedHashMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private String project = "";
  private boolean isOfDbt;
  private long letters;
  private int edges;

  ManifestParsing(JsonParser parser) {
    this.parser = parser;
  }

  /// It is JSON, and yet no manifest that can be used.
  static final class NotOfDbtException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String place;

    NotOfDbtException(JsonLocation at, String message) {
      super(message);
      this.place = ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    /// `:12:3`.
    String place() {
      return place;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  DbtManifest read() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("this is no manifest of dbt, which is an object");
    }
    JsonMembers.each(parser, this::part);
    if (!isOfDbt) {
      throw wrong("this is no manifest of dbt: it has no metadata.dbt_schema_version");
    }
    parser.nextToken();
    var all = new HashMap<String, Node>();
    nodes.forEach((id, node) -> all.put(id, node.with(groups)));
    var below = new HashMap<String, List<String>>();
    children.forEach((id, set) -> below.put(id, List.copyOf(set)));
    return new DbtManifest(project.isEmpty() ? List.of() : List.of(project), sources, all, below);
  }

  private void part(String name) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    switch (name) {
      case "metadata" -> metadata();
      case "sources" -> JsonMembers.each(parser, this::source);
      case "groups" -> JsonMembers.each(parser, this::group);
      case "child_map" -> JsonMembers.each(parser, this::childrenOf);
      default -> {
        if (WITH_NODES.contains(name)) {
          JsonMembers.each(parser, this::node);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  private void metadata() throws IOException {
    Map<String, String> texts = JsonMembers.texts(parser);
    String version = texts.getOrDefault("dbt_schema_version", "");
    Matcher said = VERSION.matcher(version);
    if (!said.matches()) {
      throw wrong("this is no manifest of dbt: it has no metadata.dbt_schema_version");
    }
    if (!said.group(1).equals("manifest")) {
      throw wrong("this is dbt's " + said.group(1) + " file, no manifest");
    }
    int number = Integer.parseInt(said.group(2));
    if (number < OLDEST) {
      throw wrong(
          "this manifest has version "
              + number
              + ", which dbt before 1.3 wrote; 7 is the oldest"
              + " that ftctl reads");
    }
    project = keep(texts.getOrDefault("project_name", ""));
    isOfDbt = true;
  }

  private void source(String id) throws IOException {
    DbtNode read = DbtNode.read(parser, id, this::keep);
    if (read.isEnabled()) {
      count();
      Map<String, String> texts = read.texts();
      String name = texts.getOrDefault("name", "");
      sources.put(
          keep(id),
          new Source(
              keep(id),
              texts.getOrDefault("database", ""),
              texts.getOrDefault("schema", ""),
              texts.getOrDefault("identifier", name)));
    }
  }

  private void node(String id) throws IOException {
    DbtNode read = DbtNode.read(parser, id, this::keep);
    if (read.isEnabled()) {
      count();
      nodes.put(keep(id), read);
      for (String parent : read.parents()) {
        edge(parent, keep(id));
      }
    }
  }

  /// By its id and, for nodes that name it so, by its name.
  private void group(String id) throws IOException {
    DbtNode read = DbtNode.read(parser, id, this::keep);
    for (String owner : read.owners()) {
      groups.put(keep(id), owner);
      groups.put(read.texts().getOrDefault("name", ""), owner);
    }
  }

  private void childrenOf(String id) throws IOException {
    for (String child : JsonMembers.list(parser)) {
      edge(id, child);
    }
  }

  private void edge(String parent, String child) throws IOException {
    boolean isNew =
        children.computeIfAbsent(keep(parent), first -> new LinkedHashSet<>()).add(keep(child));
    if (isNew && ++edges > MOST_EDGES) {
      throw wrong("this manifest holds more than " + MOST_EDGES + " dependencies");
    }
  }

  private void count() throws IOException {
    if (sources.size() + nodes.size() >= MOST_NODES) {
      throw wrong("this manifest holds more than " + MOST_NODES + " nodes");
    }
  }

  /// A text once, however often it stands in the file.
  private String keep(String text) throws IOException {
    String earlier = names.putIfAbsent(text, text);
    if (earlier != null) {
      return earlier;
    }
    letters += text.length();
    if (letters > MOST_LETTERS) {
      throw wrong("the names of this manifest take more than " + MOST_LETTERS + " letters");
    }
    return text;
  }

  private NotOfDbtException wrong(String message) {
    return new NotOfDbtException(parser.currentLocation(), message);
  }
}
