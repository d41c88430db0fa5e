package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document that says `rotate_before`, and an account that tells when the secret ends in whatever
/// form, or doesn't: it is made anew in time, or nobody is told that all is well.
class UnknownEndTest {

  @TempDir Path folder;
  private Lab lab;
  private OtherTool tool;
  private Workspace workspace;

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
    tool = new OtherTool(lab.sandbox());
    workspace = OneOfEach.in(folder, lab, kind -> kind.slug().matches("system-key|api-key|user"));
    for (String kind : new String[] {"system-key", "api-key"}) {
      workspace.edit(
          OneOfEach.file(kind), "\"metadata\":{", "\"metadata\":{\"rotate_before\":\"14d\",");
    }
  }

  @AfterEach
  void close() {
    tool.close();
    lab.close();
  }

  /// @param end `null` for none; `+D` for D days from now in this form
  @ParameterizedTest
  @CsvSource({
    "null, tells no end",
    "'', tells no end",
    "soon, which is no time",
    "+3 2026-01-01, made anew",
    "+3 2026-01-01T00:00:00, made anew",
    "+3 2026-01-01T00:00:00.000000Z, made anew",
    "+3 2026-01-01T00:00:00+02:00, made anew",
    "-3 2026-01-01, made anew",
    "+90 2026-01-01, ''"
  })
  void isMadeAnewInTimeOrToldToBeUnknown(String end, String said) {
    ends("expired_at", "expires_at", end);

    Ran plan =
        workspace.run(
            "plan", "--handout", "system-key/one=k.json", "--handout", "api-key/one=a.json");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out().split(said.isEmpty() ? "as the manifests say" : said, -1))
        .as("%s", plan)
        .hasSize(said.isEmpty() ? 2 : 3);
    assertThat(plan.out().contains("as the manifests say")).isEqualTo(said.isEmpty());
  }

  /// From now on the details of both keys tell so.
  private void ends(String field, String otherField, String end) {
    lab.forget();
    workspace.run("plan");
    ArrayNode rules = JsonNodeFactory.instance.arrayNode();
    lab.sandbox().requests().stream()
        .map(RequestRecord::path)
        .filter(path -> path.matches("/v1/(system-keys/[a-z_]+|users/[a-z_]+/api-keys)"))
        .distinct()
        .forEach(path -> {
          ObjectNode told = (ObjectNode) tool.send("GET", path.substring("/v1".length()), "");
          told.set(told.has(field) ? field : otherField, form(end));
          ObjectNode rule = rules.addObject();
          rule.putObject("match").put("method", "GET").put("path", "^" + path + "$");
          rule.putObject("then").put("status", 200).putObject("body").set("data", told);
        });
    assertThat(rules).hasSize(2);
    lab.sandbox().control().faults(rules);
  }

  private static JsonNode form(String end) {
    if (end.equals("null")) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (!end.matches("[+-].*")) {
      return JsonNodeFactory.instance.textNode(end);
    }
    String[] parts = end.split(" ");
    Instant day = Instant.now().plus(Integer.parseInt(parts[0]), ChronoUnit.DAYS);
    return JsonNodeFactory.instance.textNode(
        parts[1].replace("2026-01-01", day.atZone(ZoneOffset.UTC).toLocalDate().toString()));
  }
}
