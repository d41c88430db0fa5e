package dev.ftctl.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// One operation of the API document: what its path looks like, and what a request may hold.
///
/// @param template segments, parameters in braces
/// @param query the names of its query parameters
/// @param members the sorts of the body's members by name, those that must be there with a star
///   behind it
record Operation(
    String method,
    List<String> template,
    List<String> query,
    Body body,
    Map<String, Strict.Sort> members) {

  /// What the document says of the body.
  enum Body {
    NONE,
    MEMBERS,
    FREE,
    NOT_JSON
  }

  /// A line as `POST <tab> /groups/{groupId}/users <tab> - <tab> email:text role:text`.
  static Operation parse(String line) {
    var fields = line.split("\t");
    var query = fields[2].equals("-") ? List.<String>of() : List.of(fields[2].split(","));
    var template = List.of(fields[1].substring(1).split("/"));
    var body =
        switch (fields[3]) {
          case "-" -> Body.NONE;
          case "free" -> Body.FREE;
          case "other" -> Body.NOT_JSON;
          case String members -> Body.MEMBERS;
        };
    var members = new TreeMap<String, Strict.Sort>();
    if (body == Body.MEMBERS) {
      for (var member : fields[3].split(" ")) {
        var colon = member.indexOf(':');
        members.put(member.substring(0, colon), sort(member.substring(colon + 1)));
      }
    }
    return new Operation(fields[0], template, query, body, members);
  }

  private static Strict.Sort sort(String word) {
    return switch (word) {
      case "text" -> Strict.Sort.TEXT;
      case "number" -> Strict.Sort.NUMBER;
      case "truth" -> Strict.Sort.TRUTH;
      case "object" -> Strict.Sort.OBJECT;
      case "list" -> Strict.Sort.LIST;
      default -> Strict.Sort.ANY;
    };
  }

  boolean fits(List<String> segments) {
    if (template.size() != segments.size()) {
      return false;
    }
    for (var i = 0; i < template.size(); i++) {
      if (!template.get(i).startsWith("{") && !template.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// How many segments are named, not left open.
  int literals() {
    return (int) template.stream().filter(segment -> !segment.startsWith("{")).count();
  }

  String path() {
    return "/" + String.join("/", template);
  }

  /// What of a request the document doesn't have, in the order of query, body.
  ///
  /// @param sent the body; missing without one
  List<String> violations(Map<String, String> asked, JsonNode sent) {
    var found = new ArrayList<String>();
    for (var name : new TreeSet<>(asked.keySet())) {
      if (!query.contains(name)) {
        found.add("query parameter '" + name + "' is not in the document" + near(name, query));
      }
    }
    switch (body) {
      case NONE -> {
        if (!sent.isMissingNode() && !sent.isEmpty()) {
          found.add("the document has no body here");
        }
      }
      case MEMBERS -> found.addAll(members(sent));
      case FREE, NOT_JSON -> {}
    }
    return List.copyOf(found);
  }

  private List<String> members(JsonNode sent) {
    var found = new ArrayList<String>();
    var names = members.keySet().stream().map(name -> name.replace("*", "")).toList();
    members.keySet().stream()
        .filter(name -> name.endsWith("*"))
        .map(name -> name.replace("*", ""))
        .filter(name -> !sent.hasNonNull(name))
        .forEach(name -> found.add("'" + name + "' is required"));
    for (var member : sent.properties()) {
      var name = member.getKey();
      var sort = members.containsKey(name) ? members.get(name) : members.get(name + "*");
      if (sort == null) {
        found.add("'" + name + "' is not in the document" + near(name, names));
      } else if (!member.getValue().isNull() && !sort.fits(member.getValue())) {
        found.add("'" + name + "' is " + sort.words() + " in the document");
      }
    }
    return found;
  }

  private static String near(String name, List<String> known) {
    return Strict.near(name, known).map(near -> "; near is '" + near + "'").orElse("");
  }

  static List<Operation> parseAll(String text) {
    return Arrays.stream(text.split("\n")).map(Operation::parse).toList();
  }
}
