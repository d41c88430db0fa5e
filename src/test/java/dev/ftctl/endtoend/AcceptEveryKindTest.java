package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does in the account to an object of each kind, and what `drift --accept` makes of
/// it. A kind joins by its example, and fails here until somebody clicks at it.
class AcceptEveryKindTest {

  private static final Pattern COMMENT = Pattern.compile("# .*");

  @TempDir Path folder;
  private AcceptMill mill;

  @BeforeEach
  void open() throws IOException {
    mill = new AcceptMill(folder);
    Files.delete(folder.resolve("manifests/head.yaml"));
    ExampleProject.write(mill.workspace());
  }

  @AfterEach
  void close() {
    mill.close();
  }

  /// Every field that an example says and a person can change: it is written where it stands, the
  /// comments around it stay, no reference and no secret moves, and a plan changes nothing.
  @Test
  void whatIsChangedIsWritten() {
    mill.applied();
    String before = text();
    ExampleProject.slugs().forEach(this::click);

    JsonNode report = mill.accept(0, "--base", "HEAD");

    assertThat(AcceptMill.left(report)).isEmpty();
    assertThat(written(report)).containsAll(expected());
    mill.planIsEmpty();
    String after = text();
    assertThat(found(COMMENT, after)).containsAll(found(COMMENT, before));
    assertThat(after.split("\\$\\{", -1)).hasSameSizeAs(before.split("\\$\\{", -1));
    assertThat(after).doesNotContain("s-e-c-r-e-t", "made-up-");
  }

  /// An object of each kind is gone: told of each, and nothing written.
  @Test
  void whatIsGoneIsTold() throws Exception {
    Repository.commit(folder);
    String before = text();

    JsonNode report = mill.accept(2, "--base", "HEAD");

    for (String slug : ExampleProject.slugs()) {
      // Schema settings go with their connection.
      String gone = ExampleProject.address(slug).replace("schema-settings/", "connector/");
      assertThat(AcceptMill.left(report))
          .as(slug)
          .anyMatch(line -> line.startsWith(gone + ": is not in the account"));
    }
    assertThat(text()).isEqualTo(before);
  }

  private void click(String slug) {
    switch (slug) {
      // Nothing of it can be changed but what names it, or what it is made of.
      case "group", "proxy-agent", "hybrid-agent", "api-key", "sdk-package" -> {}
      case "secrets-manager" ->
          patch(
              "external-secrets-managers",
              "{'config': {'vault_address': 'https://other.example.com', 'role_id': 'other',"
                  + " 'secret_id': 's-e-c-r-e-t'}}");
      case "private-link" ->
          patch("private-links", "{'config': {'connection_service_name': 'other'}}");
      case "destination" ->
          patch(
              "destinations",
              "{'region': 'AWS_US_EAST_1', 'time_zone_offset': '-5', 'config': {'database': 'D'}}");
      case "external-log" ->
          patch("external-logging", "{'enabled': false, 'config': {'region': 'EU'}}");
      case "account-log" ->
          call("external-logging/account", "{'enabled': false, 'config': {'port': 9099}}");
      case "connector" ->
          call(
              "connections/{orders@warehouse}",
              "{'paused': false, 'sync_frequency': 15, 'config': {'host': 'other'}}");
      case "schema-settings" ->
          call(
              "connections/{orders@warehouse}/schemas",
              "{'schema_change_handling': 'ALLOW_COLUMNS', 'schemas': {'public': {'tables':"
                  + " {'audit_log': {'enabled': true}}}}}");
      case "transformation-project" ->
          patch(
              "transformation-projects",
              "{'project_config': {'git_branch': 'dev', 'environment_vars': ['DBT_TARGET=dev',"
                  + " 'DBT_X=1']}}");
      case "transformation" ->
          patch(
              "transformations",
              "{'paused': true, 'schedule': {'schedule_type': 'INTERVAL', 'interval': 120},"
                  + " 'transformation_config': {'steps': [{'name': 'a', 'command': 'dbt test'},"
                  + " {'name': 'b', 'command': 'dbt run'}]}}");
      case "user" ->
          call(
              "users/" + ada(),
              "{'given_name': 'Augusta', 'family_name': 'King', 'role': 'Account Analyst'}");
      case "team" -> {
        patch("teams", "{'description': 'Others', 'role': 'Account Analyst'}");
        String team = first("teams");
        call("teams/" + team + "/users/" + ada(), "{'role': 'Team Manager'}");
        call("teams/" + team + "/groups/{warehouse}", "{'role': 'Destination Administrator'}");
      }
      case "system-key" ->
          patch(
              "system-keys",
              "{'permissions': [{'resource_type': 'WEBHOOK', 'access_level': 'MANAGE'}]}");
      case "webhook" -> patch("webhooks", "{'events': ['sync_start'], 'active': false}");
      default -> throw new AssertionError("a kind that nobody clicks at: " + slug);
    }
  }

  private void patch(String list, String body) {
    call(list + "/" + first(list), body);
  }

  private void call(String path, String body) {
    mill.call("PATCH", path, body.replace('\'', '"'));
  }

  private String first(String list) {
    return mill.call("GET", list, "").path("items").path(0).path("id").asText();
  }

  private String ada() {
    for (JsonNode one : mill.call("GET", "users", "").path("items")) {
      if (one.path("email").asText().equals("ada@example.com")) {
        return one.path("id").asText();
      }
    }
    throw new IllegalStateException("nobody");
  }

  /// `slug field` of what the examples say and a person can change; what is in a file is not
  /// written.
  private static Set<String> expected() {
    var expected = new TreeSet<String>();
    for (String slug : ExampleProject.slugs()) {
      KindDefinition kind = Wanted.KINDS.ofSlug(slug).definition();
      if (kind.ofFile().isEmpty()) {
        ExampleProject.changeable(kind).forEach(field -> expected.add(slug + " " + field));
      }
    }
    return expected;
  }

  private static Set<String> written(JsonNode report) {
    var written = new TreeSet<String>();
    for (JsonNode one : report.path("accepted")) {
      String field = one.path("path").asText().split("/")[1];
      written.add(one.path("address").asText().replaceFirst("/.*", "") + " " + field);
    }
    return written;
  }

  private String text() {
    return ExampleProject.slugs().stream()
        .map(slug -> mill.workspace().read(ExampleProject.file(slug)))
        .collect(Collectors.joining());
  }

  private static List<String> found(Pattern pattern, String text) {
    var found = new ArrayList<String>();
    pattern.matcher(text).results().forEach(one -> found.add(one.group().strip()));
    return found;
  }
}
