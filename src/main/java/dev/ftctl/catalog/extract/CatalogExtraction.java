package dev.ftctl.catalog.extract;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.catalog.NamingFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the catalogue's lines, one for each service, sorted by service; the same document always
/// gives the same bytes.
///
/// The document ties a service to its parts by the discriminator of the creation request: an
/// `allOf` of the common request, `{service}_config_V1`, one `schema_format_*` that declares the
/// naming keys, and maybe `{service}_auth_V1` and `{service}_esm_keys_config_V1`. What only answers
/// hold stands apart in `{service}_readonly_config_V1`.
public final class CatalogExtraction {
  private static final String CONNECTION_REQUEST = "NewConnectorRequestV1";
  private static final String DESTINATION_REQUEST = "NewDestinationRequest";
  private static final String NAMING_PART = "schema_format_";

  private final JsonNode schemas;
  private final Supplement supplement;

  /// @param openApi the whole OpenAPI document
  /// @param supplement what the document leaves unsaid
  public CatalogExtraction(JsonNode openApi, Supplement supplement) {
    this.schemas = openApi.path("components").path("schemas");
    this.supplement = supplement;
  }

  /// Writes `connections.jsonl` and `destinations.jsonl` into an existing folder.
  public void writeTo(Path folder) throws IOException {
    Files.writeString(folder.resolve("connections.jsonl"), text(connectionLines()));
    Files.writeString(folder.resolve("destinations.jsonl"), text(destinationLines()));
  }

  /// One JSON object for each connection service.
  public List<String> connectionLines() {
    return lines(CONNECTION_REQUEST);
  }

  /// One JSON object for each destination service.
  public List<String> destinationLines() {
    return lines(DESTINATION_REQUEST);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private List<String> lines(String request) {
    var sorted = new TreeMap<String, String>();
    schemas
        .at("/" + request + "/discriminator/mapping")
        .properties()
        .forEach(entry ->
            sorted.put(
                entry.getKey(), line(entry.getKey(), schemaName(entry.getValue()), request)));
    return List.copyOf(sorted.values());
  }

  private String line(String service, String schema, String request) {
    var line = JsonNodeFactory.instance.objectNode().put("service", service);
    var fields = new FieldExtraction(service, supplement);
    var config = line.objectNode();
    var immutable = new TreeSet<String>();
    for (String part : parts(schema, request)) {
      var members = schemas.path(part).path("properties");
      if (part.startsWith(NAMING_PART)) {
        addNaming(service, members.path("config"), line);
      } else {
        config.setAll(fields.fields(members.path("config")));
        immutable.addAll(FieldExtraction.immutable(members.path("config")));
        addAuth(fields.fields(members.path("auth")), line);
        if (members.has("external_secrets_keys_config")) {
          line.put("external_secrets", true);
        }
      }
    }
    addReadOnly(service, request, fields, config);
    addConfig(config, immutable, line);
    return line.toString();
  }

  /// The names of the schemas that make up a request, besides the one common to all services.
  private List<String> parts(String schema, String request) {
    return schemas
        .path(schema)
        .path("allOf")
        .valueStream()
        .map(part -> schemaName(part.path("$ref")))
        .filter(name -> !name.equals(request))
        .toList();
  }

  private void addNaming(String service, JsonNode config, ObjectNode line) {
    Set<String> required =
        config
            .path("required")
            .valueStream()
            .map(JsonNode::asText)
            .collect(toCollection(TreeSet::new));
    var family =
        Arrays.stream(NamingFamily.values())
            .filter(candidate -> Set.copyOf(candidate.keys()).equals(required))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(service + ": unknown naming keys " + required));
    line.put("naming", family.name().toLowerCase(Locale.ROOT));
    var alternatives = supplement.namingAlternatives().getOrDefault(service, Set.of());
    if (!alternatives.isEmpty()) {
      var array = line.putArray("naming_alternatives");
      alternatives.stream().sorted().forEach(array::add);
    }
  }

  private static void addAuth(ObjectNode auth, ObjectNode line) {
    if (!auth.isEmpty()) {
      line.set("auth", withoutDefaultsOfAuth(auth));
    }
  }

  /// The whole of `auth` is secret and login, so its lines don't repeat it field by field.
  private static ObjectNode withoutDefaultsOfAuth(ObjectNode fields) {
    for (JsonNode field : fields) {
      ((ObjectNode) field).remove(List.of("secret", "login"));
      if (field.get("fields") instanceof ObjectNode inside) {
        withoutDefaultsOfAuth(inside);
      }
    }
    return fields;
  }

  /// A field that requests declare as well is writable, whatever answers call it.
  private void addReadOnly(
      String service, String request, FieldExtraction fields, ObjectNode config) {
    var declared = schemas.at("/" + service + "_readonly_config_V1/properties/config");
    var readOnly = fields.fields(declared);
    if (request.equals(DESTINATION_REQUEST) && config.has("tunnel_host")) {
      // Answered by SSH-capable destinations, declared nowhere in the document.
      readOnly.set("public_key", readOnly.objectNode());
    }
    readOnly
        .properties()
        .forEach(field -> {
          var facts = (ObjectNode) field.getValue();
          facts.put("read_only", true).remove("login");
          config.putIfAbsent(field.getKey(), facts);
        });
  }

  private static void addConfig(ObjectNode config, Set<String> immutable, ObjectNode line) {
    if (!immutable.isEmpty()) {
      var array = line.putArray("immutable");
      immutable.forEach(array::add);
    }
    var sorted = new TreeMap<String, JsonNode>();
    config.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    line.putObject("config").setAll(sorted);
  }

  private static String schemaName(JsonNode reference) {
    var text = reference.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
