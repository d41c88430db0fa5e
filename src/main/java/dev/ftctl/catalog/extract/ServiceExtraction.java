package dev.ftctl.catalog.extract;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.NamingFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Collects the line of one service from the parts that the document describes it in.
final class ServiceExtraction {
  private static final String NAMING_PART = "schema_format_";

  private final String service;
  private final Supplement supplement;
  private final FieldExtraction fields;
  private final ObjectNode line;
  private final TreeMap<String, JsonNode> config = new TreeMap<>();
  private final TreeSet<String> immutable = new TreeSet<>();
  private final TreeSet<String> required = new TreeSet<>();

  ServiceExtraction(String service, Supplement supplement) {
    this.service = service;
    this.supplement = supplement;
    this.fields = new FieldExtraction(service, supplement);
    this.line = JsonNodeFactory.instance.objectNode().put("service", service);
  }

  /// Adds one part of the creation request, given the properties it declares.
  void addPart(String part, JsonNode members) {
    var declared = members.path("config");
    if (part.startsWith(NAMING_PART)) {
      addNaming(declared.path("required"));
      return;
    }
    fields.fields(declared).properties().forEach(f -> config.put(f.getKey(), f.getValue()));
    immutable.addAll(FieldExtraction.immutable(declared));
    declared.path("required").forEach(name -> required.add(name.asText()));
    var auth = fields.fields(members.path("auth"));
    if (!auth.isEmpty()) {
      line.set("auth", withoutDefaultsOfAuth(auth));
    }
    if (members.has("external_secrets_keys_config")) {
      line.put("external_secrets", true);
    }
  }

  /// Adds the fields that only answers carry. One that requests declare as well stays writable,
  /// whatever answers call it.
  void addReadOnly(JsonNode declared) {
    fields.fields(declared).properties().forEach(f -> putReadOnly(f.getKey(), f.getValue()));
  }

  /// Destinations that can be reached by SSH answer Fivetran's `public_key`, though the document
  /// declares it for connections only (the provider's destination fields, read 2026-11).
  void addDestinationKey() {
    if (config.containsKey("tunnel_host")) {
      putReadOnly("public_key", line.objectNode());
    }
  }

  String line() {
    if (!immutable.isEmpty()) {
      var names = line.putArray("immutable");
      immutable.forEach(names::add);
    }
    if (!required.isEmpty()) {
      var names = line.putArray("required");
      required.forEach(names::add);
    }
    line.putObject("config").setAll(config);
    return line.toString();
  }

  private void addNaming(JsonNode required) {
    Set<String> keys = required.valueStream().map(JsonNode::asText).collect(toSet());
    var family =
        Arrays.stream(NamingFamily.values())
            .filter(candidate -> Set.copyOf(candidate.keys()).equals(keys))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(service + ": unknown naming keys " + keys));
    line.put("naming", family.name().toLowerCase(Locale.ROOT));
    var alternatives = supplement.namingAlternatives().getOrDefault(service, Set.of());
    if (!alternatives.isEmpty()) {
      var names = line.putArray("naming_alternatives");
      alternatives.stream().sorted().forEach(names::add);
    }
  }

  /// The whole of `auth` is secret and login, so its fields don't repeat it.
  private static ObjectNode withoutDefaultsOfAuth(ObjectNode fields) {
    for (JsonNode field : fields) {
      ((ObjectNode) field).remove(List.of("secret", "login"));
      if (field.get("fields") instanceof ObjectNode inside) {
        withoutDefaultsOfAuth(inside);
      }
    }
    return fields;
  }

  private void putReadOnly(String name, JsonNode facts) {
    ((ObjectNode) facts).put("read_only", true).remove("login");
    config.putIfAbsent(name, facts);
  }
}
