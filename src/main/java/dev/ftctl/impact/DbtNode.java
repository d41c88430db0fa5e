package dev.ftctl.impact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ftctl.impact.DbtManifest.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The members of one entry of a manifest that something is made of.
///
/// @param texts the texts among those of [#TEXTS]
/// @param parents ids of what it depends on
/// @param owners that it names itself
/// @param isEnabled false for what dbt was told to leave out
record DbtNode(
    String id,
    Map<String, String> texts,
    List<String> parents,
    List<String> owners,
    boolean isEnabled) {

  private static final Set<String> TEXTS =
      Set.of("resource_type", "name", "group", "version", "database", "schema", "identifier");

  private static final Set<String> OWNER = Set.of("owner", "owners");

  /// Keeps a text once.
  @FunctionalInterface
  interface Names {
    String keep(String text) throws IOException;
  }

  static DbtNode read(JsonParser parser, String id, Names names) throws IOException {
    var reading = new Reading(parser, names);
    JsonMembers.each(parser, reading::member);
    return new DbtNode(id, reading.texts, reading.parents, reading.owners, reading.isEnabled);
  }

  /// With the owners of its group.
  Node with(Map<String, String> groups) {
    var all = new LinkedHashSet<>(owners);
    String group = groups.get(texts.getOrDefault("group", ""));
    if (group != null) {
      all.add(group);
    }
    String version = texts.getOrDefault("version", "");
    String name = texts.getOrDefault("name", id) + (version.isEmpty() ? "" : ".v" + version);
    return new Node(id, type(), name, List.copyOf(all));
  }

  /// Some versions say it in the id alone.
  private String type() {
    int dot = id.indexOf('.');
    return texts.getOrDefault("resource_type", dot < 0 ? id : id.substring(0, dot));
  }

  private static final class Reading {
    private final JsonParser parser;
    private final Names names;
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> parents = new ArrayList<>();
    private final List<String> owners = new ArrayList<>();
    private boolean isEnabled = true;

    private Reading(JsonParser parser, Names names) {
      this.parser = parser;
      this.names = names;
    }

    private void member(String name) throws IOException {
      switch (name) {
        case "depends_on" -> JsonMembers.each(parser, this::dependency);
        case "config" -> JsonMembers.each(parser, this::setting);
        case "meta" -> JsonMembers.each(parser, this::meta);
        case "owner" -> owner();
        default -> text(name);
      }
    }

    /// A version may be a number.
    private void text(String name) throws IOException {
      boolean isScalar =
          parser.currentToken() == JsonToken.VALUE_STRING
              || parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
      if (isScalar && TEXTS.contains(name)) {
        texts.put(name, names.keep(parser.getText()));
      } else {
        parser.skipChildren();
      }
    }

    private void dependency(String name) throws IOException {
      if (name.equals("nodes")) {
        for (String parent : JsonMembers.list(parser)) {
          parents.add(names.keep(parent));
        }
      } else {
        parser.skipChildren();
      }
    }

    private void setting(String name) throws IOException {
      switch (name) {
        case "enabled" -> isEnabled = parser.currentToken() != JsonToken.VALUE_FALSE;
        case "meta" -> JsonMembers.each(parser, this::meta);
        case "group" -> text(name);
        default -> parser.skipChildren();
      }
    }

    private void meta(String name) throws IOException {
      if (OWNER.contains(name)) {
        owner();
      } else {
        parser.skipChildren();
      }
    }

    /// A text, a list of them, or an object with a name and an address, of which the name counts.
    private void owner() throws IOException {
      var found = new ArrayList<String>();
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        var said = new HashMap<String, List<String>>();
        JsonMembers.each(parser, name -> said.put(name, JsonMembers.list(parser)));
        List<String> name = said.getOrDefault("name", List.of());
        found.addAll(name.isEmpty() ? said.getOrDefault("email", List.of()) : name);
      } else {
        found.addAll(JsonMembers.list(parser));
      }
      for (String owner : found) {
        String kept = names.keep(owner);
        if (!owner.isBlank() && !owners.contains(kept)) {
          owners.add(kept);
        }
      }
    }
  }
}
