package dev.ftctl.catalog.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The defaults that descriptions state in words, which are the only place where the document has
/// any: "Default value: `TWELVE`.", "(default value = `90`)", "the default is 2 days". What is no
/// value that the field takes is none: descriptions speak of other fields' values, too, and of what
/// the program does.
final class DefaultExtraction {

  private static final Pattern STATED =
      Pattern.compile(
          "\\bdefault(?: value)?\\s*(?:is\\b|:|=)\\s*[`\"']*(\\w+)(?![\\w/-])",
          Pattern.CASE_INSENSITIVE);

  /// By service, then by field.
  private final Map<String, Map<String, String>> stated = new TreeMap<>();

  /// Adds what one part of a creation request says.
  ///
  /// @param config the schema of the configuration
  void add(String service, JsonNode config) {
    config
        .path("properties")
        .properties()
        .forEach(property ->
            of(property.getValue())
                .ifPresent(value ->
                    stated
                        .computeIfAbsent(service, name -> new TreeMap<>())
                        .put(property.getKey(), value)));
  }

  static Optional<String> of(JsonNode field) {
    Matcher found = STATED.matcher(field.path("description").asText());
    return found.find() ? taken(field, found.group(1)) : Optional.empty();
  }

  private static Optional<String> taken(JsonNode field, String said) {
    if (field.has("enum")) {
      Stream<String> values = field.path("enum").valueStream().map(JsonNode::asText);
      return values.filter(said::equals).findFirst();
    }
    String folded = said.toLowerCase(Locale.ROOT);
    return switch (field.path("type").asText()) {
      case "boolean" -> Optional.of(folded).filter(text -> text.matches("true|false"));
      case "integer" -> Optional.of(said).filter(text -> text.matches("\\d+"));
      default -> Optional.empty();
    };
  }

  /// Lines of service, field and value.
  String text() {
    return stated.entrySet().stream()
        .flatMap(service ->
            service.getValue().entrySet().stream()
                .map(field ->
                    service.getKey() + "\t" + field.getKey() + "\t" + field.getValue() + "\n"))
        .collect(Collectors.joining());
  }
}
