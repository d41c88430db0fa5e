package dev.ftctl.cli.api;

import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One argument behind the path: `key=text`, `key:=JSON` or `key==query`.
///
/// @param way the names that lead to a field, of `a.b=c` two; the whole key of a query parameter
/// @param isAppended whether the key ended in `[]`
record Term(Sort sort, List<String> way, boolean isAppended, String text) {

  enum Sort {
    TEXT,
    JSON,
    QUERY
  }

  private static final Pattern DOT = Pattern.compile("(?<!\\\\)\\.");

  /// @throws RefusedException when it is none
  static Term parse(String written) {
    int at = written.indexOf('=');
    if (at < 1) {
      throw wrong(written, "has no key");
    }
    if (written.startsWith("=", at + 1)) {
      return new Term(
          Sort.QUERY, List.of(written.substring(0, at)), false, written.substring(at + 2));
    }
    boolean isJson = written.charAt(at - 1) == ':';
    String key = written.substring(0, isJson ? at - 1 : at);
    boolean isAppended = key.endsWith("[]");
    List<String> way = way(isAppended ? key.substring(0, key.length() - 2) : key, written);
    return new Term(isJson ? Sort.JSON : Sort.TEXT, way, isAppended, written.substring(at + 1));
  }

  /// `a.b`, as it is told.
  String field() {
    return String.join(".", way);
  }

  private static List<String> way(String key, String written) {
    var way = new ArrayList<String>();
    for (String name : DOT.split(key, -1)) {
      if (name.isEmpty() || name.contains("[]")) {
        throw wrong(written, "has a key that names no field");
      }
      way.add(name.replace("\\.", "."));
    }
    return way;
  }

  /// Never the text itself, which may be a secret.
  private static RefusedException wrong(String written, String what) {
    return new RefusedException(
        Refusal.USAGE,
        "'" + written.replaceFirst("(?s)=.*", "=…") + "' " + what,
        "Write key=text, key:=JSON, key=@FILE or key==text for a query parameter; a.b=text is a"
            + " field inside of a, a[]=text one more item.");
  }
}
