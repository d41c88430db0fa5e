package dev.ftctl.sandbox;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The simulator against the API document: every operation is answered, as the document has it, or
/// said to be missing. The document is not committed: `-Dopenapi=FILE` names it, and without it the
/// comparison of answers is skipped.
class OpenApiTest {
  private static final Path REQUESTS = Path.of("src/test/resources/sandbox/every-operation.txt");
  private static final Path OPERATIONS =
      Path.of("src/main/resources/dev/ftctl/sandbox/http/operations.tsv");

  /// Where the document is not what clients and pages know of the API: all types of connectors are
  /// a list, approvals answer 201, those of fingerprints in an envelope, destinations answer
  /// numbers as texts, a download is a file.
  private static final List<String> DECIDED =
      List.of(
          "GET /public/connector-types /data lacks ",
          "GET /connector-sdk/packages/{package_id}/download  is no object",
          "GET /destinations/{destinationId} /data/config/port ",
          "PATCH /destinations/{destinationId} /data/config/port ",
          "POST /destinations /data/config/port ",
          "POST /destinations/{destinationId}/test /data/config/port ",
          "POST /connections/{connectionId}/certificates answers 201",
          "POST /destinations/{destinationId}/certificates answers 201",
          "POST /connections/{connectionId}/fingerprints  lacks ",
          "POST /destinations/{destinationId}/fingerprints  lacks ");

  private static final byte[] EMPTY_ZIP = HexFormat.of().parseHex("504b0506" + "00".repeat(18));

  private final SandboxCase fixture = new SandboxCase();
  private final Map<String, String> names = new HashMap<>();

  /// A request that was sent, and its answer.
  record Sent(String method, String path, ApiClient.Answer answer) {
    boolean isOf(String operation) {
      var pattern =
          operation.substring(operation.indexOf('\t') + 1).replaceAll("\\{[^}]*}", "[^/]+");
      return operation.startsWith(method + "\t") && path.replaceFirst("\\?.*", "").matches(pattern);
    }
  }

  @BeforeEach
  void seed() {
    var seed =
        """
        {'groups':{'grp':{'id':'grp','name':'grp','created_at':'2026-01-01T00:00:00.000000Z'}},
         'transformations':{'tra':{'_group_id':'grp','_next_run':{'seconds':60}}},
         'proxy_agents':{'pro':{}},'hybrid_deployment_agents':{'hyb':{'group_id':'grp'}},
         'private_links':{'lin':{'name':'lin','config':{'connection_service_name':'s'}}},'external_secrets_managers':{'esm':{'config':{}}}}\
        """;
    assertThat(fixture.api.patch("/_sandbox/account", json(seed)).json().path("done").asBoolean())
        .isTrue();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void answersEveryOperationOfTheDocumentOrSaysThatItLacksIt() throws IOException {
    var sent = sendAll();

    assertThat(sent)
        .allSatisfy(each ->
            assertThat(each.answer().status())
                .as("%s %s: %s", each.method(), each.path(), each.answer().json())
                .isBetween(200, 201));
    for (var operation : operations()) {
      if (sent.stream().noneMatch(each -> each.isOf(operation))) {
        var method = operation.substring(0, operation.indexOf('\t'));
        var path = operation.substring(operation.indexOf('\t') + 1).replaceAll("\\{[^}]*}", "x");
        var answer = fixture.api.send(method, path, method.matches("GET|DELETE") ? "" : "{}");
        assertThat(answer.line()).as(operation).startsWith("501 NotSimulated: " + method + " /");
      }
    }
  }

  @Test
  void violatesNothingInTheRequestsThatTheDocumentAllows() throws IOException {
    sendAll();

    assertThat(fixture.sandbox.requests())
        .allSatisfy(request -> assertThat(request.violations()).as(request.toString()).isEmpty());
  }

  @Test
  void namesTheOperationsThatTheDocumentHas() throws IOException {
    var document = document();
    var found = new TreeSet<String>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method ->
                    found.add(
                        method.getKey().toUpperCase(java.util.Locale.ROOT)
                            + "\t"
                            + path.getKey().replaceFirst("^/v1", ""))));

    assertThat(new TreeSet<>(operations())).isEqualTo(found);
  }

  @Test
  void answersAsTheDocumentHasIt() throws IOException {
    var shape = new OpenApiShape(document());
    var faults = new ArrayList<String>();
    for (var sent : sendAll()) {
      var operation = operations().stream().filter(sent::isOf).max(OpenApiTest::literals);
      operation.ifPresent(found ->
          shape
              .faults(found, sent.answer().status(), sent.answer().json())
              .forEach(fault -> faults.add(found.replace('\t', ' ') + " " + fault)));
    }

    assertThat(new TreeSet<>(faults))
        .allMatch(fault -> DECIDED.stream().anyMatch(fault::startsWith));
  }

  private static int literals(String one, String other) {
    return Integer.compare(other.split("\\{").length, one.split("\\{").length);
  }

  private static JsonNode document() throws IOException {
    var file = System.getProperty("openapi", "");
    assumeTrue(!file.isEmpty(), "skipped: -Dopenapi=FILE names the API document");
    return ApiClient.JSON.readTree(Path.of(file).toFile());
  }

  private static List<String> operations() throws IOException {
    return Files.readAllLines(OPERATIONS).stream()
        .map(line -> line.split("\t"))
        .map(fields -> fields[0] + "\t" + fields[1])
        .toList();
  }

  private List<Sent> sendAll() throws IOException {
    var sent = new ArrayList<Sent>();
    for (var line : Files.readAllLines(REQUESTS)) {
      var parts = line.split(" -> ");
      var words = named(parts[0]).split(" ", 3);
      var prefix = words[1].startsWith("/public") ? "/v1" : "";
      var body = words.length > 2 ? json(words[2]) : "";
      var answer =
          body.equals("(file)")
              ? fixture.api.upload(words[0], words[1], "file", EMPTY_ZIP)
              : fixture.api.send(words[0], prefix + words[1], body);
      if (parts.length > 1) {
        var data = answer.data();
        names.put(parts[1], data.path("id").asText(data.path("agent_id").asText()));
      }
      sent.add(new Sent(words[0], words[1], answer));
    }
    return sent;
  }

  private String named(String text) {
    var result = text;
    for (var name : names.entrySet()) {
      result = result.replace("{" + name.getKey() + "}", name.getValue());
    }
    return result;
  }

  /// What an answer has that its schema in the document doesn't allow.
  private record OpenApiShape(JsonNode document) {
    List<String> faults(String operation, int status, JsonNode answer) {
      var fields = operation.split("\t");
      var path = fields[1].startsWith("/public") ? fields[1] : "/v1" + fields[1];
      var method = fields[0].toLowerCase(java.util.Locale.ROOT);
      var responses = document.path("paths").path(path).path(method).path("responses");
      var found = new ArrayList<String>();
      var content = responses.path(Integer.toString(status));
      if (content.isMissingNode()) {
        found.add("answers " + status);
        content = responses.path(status == 201 ? "200" : "201");
      }
      var schema = content.path("content").path("application/json").path("schema");
      check("", schema, answer, found);
      return found;
    }

    private void check(String at, JsonNode raw, JsonNode value, List<String> found) {
      var schema = resolved(raw);
      if (value.isNull() || schema.isMissingNode()) {
        return;
      }
      schema.path("allOf").forEach(part -> check(at, part, value, found));
      special(schema, value)
          .path("allOf")
          .forEach(part -> {
            // The first is this schema again.
            if (!resolved(part).equals(schema)) {
              check(at, part, value, found);
            }
          });
      var type = schema.path("type").asText();
      // The document types enumerations as objects.
      var isEnumeration = schema.has("enum") && value.isTextual();
      if (!type.isEmpty() && !isEnumeration && !isOf(type, value)) {
        found.add(at + " is no " + type);
        return;
      }
      if (schema.has("enum") && !value.isContainerNode() && !isListed(schema.path("enum"), value)) {
        found.add(at + " is '" + value.asText() + "'");
      }
      schema
          .path("required")
          .forEach(name -> {
            if (!value.has(name.asText())) {
              found.add(at + " lacks " + name.asText());
            }
          });
      if (value instanceof ObjectNode object) {
        object
            .properties()
            .forEach(member ->
                check(
                    at + "/" + member.getKey(),
                    schema.path("properties").path(member.getKey()),
                    member.getValue(),
                    found));
      }
      value.forEach(item -> {
        if (value.isArray()) {
          check(at + "/*", schema.path("items"), item, found);
        }
      });
    }

    /// The schema of one service or type, that the value's discriminator names.
    private JsonNode special(JsonNode schema, JsonNode value) {
      var discriminator = schema.path("discriminator");
      var named = value.path(discriminator.path("propertyName").asText()).asText();
      var name = discriminator.path("mapping").path(named).asText();
      return name.isEmpty() ? MissingNode.getInstance() : document.at(name.substring(1));
    }

    private JsonNode resolved(JsonNode schema) {
      var name = schema.path("$ref").asText();
      return name.isEmpty() ? schema : resolved(document.at(name.substring(1)));
    }

    private static boolean isOf(String type, JsonNode value) {
      return switch (type) {
        case "object" -> value.isObject();
        case "array" -> value.isArray();
        case "string" -> value.isTextual();
        case "integer" -> value.isIntegralNumber();
        case "number" -> value.isNumber();
        case "boolean" -> value.isBoolean();
        default -> true;
      };
    }

    private static boolean isListed(JsonNode values, JsonNode value) {
      for (var each : values) {
        if (folded(each).equals(folded(value))) {
          return true;
        }
      }
      return false;
    }

    /// The API answers members of enumerations in another case than its document has them.
    private static String folded(JsonNode value) {
      return value.asText().replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }
  }
}
