package dev.ftctl.catalog.extract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
  private static final String LOG_REQUEST = "AddLogRequest";
  private static final String PRIVATE_LINK_REQUEST = "PrivateLinkCreateRequest";

  private final JsonNode schemas;
  private final Supplement supplement;

  /// @param openApi the whole OpenAPI document
  /// @param supplement what the document leaves unsaid
  public CatalogExtraction(JsonNode openApi, Supplement supplement) {
    this.schemas = openApi.path("components").path("schemas");
    this.supplement = supplement;
  }

  /// The texts of the catalogue's files, by name.
  public Map<String, String> files() {
    return Map.of(
        "connections.jsonl",
        text(connectionLines()),
        "destinations.jsonl",
        text(destinationLines()),
        "logs.jsonl",
        text(lines(LOG_REQUEST)),
        "private-links.jsonl",
        text(lines(PRIVATE_LINK_REQUEST)),
        "defaults.tsv",
        defaults());
  }

  /// What the document states in words of fields that nobody sets.
  private String defaults() {
    var defaults = new DefaultExtraction();
    for (String request : List.of(CONNECTION_REQUEST, DESTINATION_REQUEST)) {
      mapping(request)
          .forEach((service, reference) ->
              parts(reference, request)
                  .forEach(
                      part -> defaults.add(service, schemas.path(part).at("/properties/config"))));
    }
    return defaults.text();
  }

  /// One JSON object for each connection service. Throws [IllegalArgumentException] for naming keys
  /// that no [dev.ftctl.catalog.NamingFamily] has: then the document says something new.
  public List<String> connectionLines() {
    return lines(CONNECTION_REQUEST);
  }

  /// One JSON object for each destination service.
  public List<String> destinationLines() {
    return lines(DESTINATION_REQUEST);
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(joining());
  }

  private List<String> lines(String request) {
    return mapping(request).entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue(), request))
        .toList();
  }

  /// The schemas of services, by their names, in their order.
  private Map<String, JsonNode> mapping(String request) {
    var sorted = new TreeMap<String, JsonNode>();
    schemas
        .at("/" + request + "/discriminator/mapping")
        .properties()
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /// The names of the schemas that a service's request is made of, but the common one.
  private List<String> parts(JsonNode reference, String request) {
    return schemas
        .path(schemaName(reference))
        .path("allOf")
        .valueStream()
        .map(part -> schemaName(part.path("$ref")))
        .filter(part -> !part.equals(request))
        .toList();
  }

  private String line(String service, JsonNode reference, String request) {
    var extraction = new ServiceExtraction(service, supplement);
    parts(reference, request)
        .forEach(part -> extraction.addPart(part, schemas.path(part).path("properties")));
    extraction.addReadOnly(schemas.at("/" + service + "_readonly_config_V1/properties/config"));
    if (request.equals(DESTINATION_REQUEST)) {
      extraction.addDestinationKey();
    }
    return extraction.line();
  }

  private static String schemaName(JsonNode reference) {
    var text = reference.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
