package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the account has of a kind, filtered and printed.
class GetTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void applyTheExamples() {
    workspace = new Workspace(folder).reaching(lab.sandbox()).withExamples();
    workspace.succeed("apply", "--auto-approve");
    lab.forget();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  /// Also with a call for each object, where the list does not tell.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          --group analytics_eu                         ; connector/crm@analytics_eu connector/orders_db@analytics_eu
          --service stripe,shopify                     ; connector/storefront@analytics_prod connector/stripe@finance
          --paused                                     ; connector/github@analytics_prod
          --paused github                              ; connector/github@analytics_prod
          --sync-state paused                          ; connector/github@analytics_prod
          --status paused,broken                       ; connector/github@analytics_prod
          --setup-state broken                         ;
          --filter service=stripe                      ; connector/stripe@finance
          --filter status.sync_state=PAUSED            ; connector/github@analytics_prod
          --filter group_id!=x,service=zendesk         ; connector/support@analytics_prod
          --filter config.database=orders              ; connector/orders_db@analytics_eu connector/orders_db@analytics_prod
          --filter config.database!=orders,service=postgres ;
          --paused=false --group finance --limit 1     ; connector/bank_statements@finance
          """)
  void filtersLeaveWhatTheyMean(String flags, String addresses) {
    List<String> wanted = addresses == null ? List.of() : List.of(addresses.split(" "));

    assertThat(addresses(flags)).isEqualTo(wanted);
    assertThat(lab.writes()).isEmpty();
  }

  @Test
  void listCostsNoCallForEachObject() {
    workspace.succeed("get", "connectors");

    // The account, the groups that addresses name, and the connections.
    assertThat(lab.sandbox().requests()).hasSize(3);
  }

  @Test
  void tableHasAHeadAndARowForEach() {
    String out = workspace.succeed("get", "group").out();

    assertThat(out.lines().map(line -> line.split(" ")[0]))
        .containsExactly("ADDRESS", "group/analytics_eu", "group/analytics_prod", "group/finance");
    assertThat(workspace.succeed("get", "connector", "stripe", "--fields", "service,paused").out())
        .matches("ADDRESS +ID +SERVICE +PAUSED\nconnector/stripe@finance +\\w+ +stripe +false\n");
  }

  @Test
  void nothingIsTold() {
    Ran none = workspace.succeed("get", "connector", "--setup-state", "broken");
    Ran missed = workspace.succeed("get", "user", "--filter", "email=nobody", "--format", "json");

    assertThat(none.out()).isEmpty();
    assertThat(none.err()).isEqualTo("None of the account's 16 connectors fits what was asked.\n");
    assertThat(missed.json().get("items").size()).isZero();
    assertThat(missed.err()).startsWith("None of the account's ");
    try (var empty = new Lab()) {
      workspace.reaching(empty.sandbox());
      Ran nowhere = workspace.succeed("get", "connector");
      Ran wrong = workspace.run("pause", "orders_db");

      assertThat(nowhere.out()).isEmpty();
      assertThat(nowhere.err())
          .isEqualTo(
              "The account has no connectors; ftctl apply makes those that manifests describe.\n");
      assertThat(wrong.code()).isEqualTo(64);
      assertThat(wrong.err())
          .contains("nothing in the account is called orders_db: it has no connector")
          .doesNotContain("lists what there is");
    }
  }

  @Test
  void whatIsNamedIsShownInFull() {
    String yaml = workspace.succeed("get", "connector", "stripe", "--format", "yaml").out();

    assertThat(yaml)
        .startsWith("kind: connector\nitems:\n  - address: connector/stripe@finance\n")
        .contains("    config:\n");
  }

  @Test
  void urlOfAWebhookIsNotPrinted() {
    for (String format : List.of("json", "yaml")) {
      String out = workspace.succeed("get", "webhooks", "--format", format).out();

      assertThat(out).contains("/…").doesNotContain("fivetran/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "get connecter, did you mean 'connector'?",
    "get, no kind is named",
    "get, 'Give one of account-log, api-key, connector, destination'",
    "get connector/github, ftctl get connector connector/github shows that one",
    "get schema-settings, schema-settings is a part of each connector",
    "get connector --filter config.databse=x, did you mean 'config.database'?",
    "get connector --fields servce, did you mean 'service'?",
    "get connector --filter config.password=x, config.password is a secret",
    "get connector --filter service, the filter 'service' is none",
    "get connector --setup-state brokn, did you mean 'broken'?",
    "get connector --group finanse, did you mean 'finance'?",
    "get connector nosuch, nothing in the account is called nosuch",
    "get connector --limit 0, --limit is 0"
  })
  void wrongNamesAreErrors(String line, String said) {
    Ran ran = workspace.run(line.split(" "));

    assertThat(ran.code()).as("%s", ran).isEqualTo(64);
    assertThat(ran.err()).contains(said);
    assertThat(ran.out()).isEmpty();
  }

  private List<String> addresses(String flags) {
    String[] line = ("get connector --format json " + flags).split(" +");
    try {
      JsonNode items = new JsonMapper().readTree(workspace.succeed(line).out()).get("items");
      return StreamSupport.stream(items.spliterator(), false)
          .map(item -> item.get("address").asText())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
