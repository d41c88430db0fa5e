package dev.ftctl.cli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A call that the API document has.
///
/// @param template the segments of its path, those in braces for whatever stands there
/// @param fields scalar members of its body, with dots
record Operation(Verb verb, List<String> template, Map<String, Declared> fields) {

  /// Of `PATCH<tab>/v1/groups/{groupId}<tab>name:string`.
  static Operation parse(String line) {
    String[] columns = line.split("\t", -1);
    var fields = new LinkedHashMap<String, Declared>();
    for (String field : columns.length < 3 ? new String[0] : columns[2].split(",")) {
      String[] parts = field.split(":", 2);
      fields.put(parts[0], Declared.of(parts[1]));
    }
    return new Operation(Verb.of(columns[0]), segments(columns[1]), fields);
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  boolean fits(List<String> segments) {
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!isFree(i) && !template.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean isFree(int index) {
    return template.get(index).startsWith("{");
  }

  /// Segments that are literal; of two that fit, the one with more is meant.
  long literals() {
    return template.stream().filter(segment -> !segment.startsWith("{")).count();
  }

  /// `destinations/{destinationId}/test`.
  String path() {
    return String.join("/", template).replaceFirst("^v1/", "");
  }
}
