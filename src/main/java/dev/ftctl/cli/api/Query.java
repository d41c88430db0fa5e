package dev.ftctl.cli.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The query parameters of a call, percent-encoded.
///
/// @param parts each as `name=text`
record Query(List<String> parts) {

  /// @param written behind the path's question mark, encoded already
  static Query of(String written, List<Term> terms) {
    var parts = new ArrayList<String>();
    for (String part : written.split("&")) {
      if (!part.isEmpty()) {
        parts.add(reencoded(part));
      }
    }
    for (Term term : terms) {
      parts.add(ApiPath.encode(term.way().getFirst()) + "=" + ApiPath.encode(term.text()));
    }
    return new Query(parts);
  }

  /// The same without one parameter.
  Query without(String name) {
    return new Query(parts.stream().filter(part -> !isOf(part, name)).toList());
  }

  /// The text of a parameter; empty when it is not given.
  String text(String name) {
    return parts.stream()
        .filter(part -> isOf(part, name))
        .map(part -> part.substring(Math.min(part.length(), name.length() + 1)))
        .findFirst()
        .orElse("");
  }

  /// `?a=b&c=d`, or nothing.
  String encoded() {
    return parts.stream().collect(Collectors.joining("&", parts.isEmpty() ? "" : "?", ""));
  }

  private static boolean isOf(String part, String name) {
    return part.equals(name) || part.startsWith(name + "=");
  }

  /// What is encoded stays so, what no URL may hold is encoded.
  private static String reencoded(String part) {
    var encoded = new StringBuilder();
    part.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter ->
            encoded.append(
                letter.matches("[\\w.~%=+:,/@!$'()*;-]") ? letter : ApiPath.encode(letter)));
    return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }
}
