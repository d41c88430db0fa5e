package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a transformation whatever the account holds, at its place. Nothing is sent.
class TransformationRulesTest {

  private static final String AROUND =
      """
      kind: Group
      metadata: {name: prod}
      ---
      kind: Group
      metadata: {name: eu}
      ---
      kind: Connector
      metadata: {name: stripe}
      spec: {service: stripe, groups: [prod, eu], paused: true, config: {schema: stripe, api_key: "${env:X:-harmless}"}}
      """;

  private static final String QUICKSTART =
      "kind: Transformation\nmetadata: {name: %s}\nspec:\n  type: QUICKSTART\n"
          + "  transformation_config: {package_name: stripe, connections: [stripe@prod]}\n"
          + "  schedule: {%s}\n";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace = new Workspace(folder).file("manifests/around.yaml", AROUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "schedule_type: TIME_OF_DAY | 29 | 'TIME_OF_DAY' needs time_of_day beside it",
        "schedule_type: TIME_OF_DAY, time_of_day: '06:15' | 55 | Fivetran takes half hours",
        "schedule_type: INTERVAL | 29 | 'INTERVAL' needs interval beside it",
        "schedule_type: INTERVAL, interval: 0 | 29 | 'INTERVAL' needs interval beside it",
        "schedule_type: INTERVAL, interval: -5 | 29 | 'INTERVAL' needs interval beside it",
        "schedule_type: CRON | 29 | 'CRON' needs cron beside it",
        "schedule_type: CRON, cron: [] | 29 | 'CRON' needs cron beside it",
        "schedule_type: CRON, cron: [x], smart_syncing: true | 46 | smart_syncing counts only with"
            + " schedule_type TIME_OF_DAY or INTERVAL",
        "schedule_type: INTEGRATED, smart_syncing: true | 41 | smart_syncing counts only with",
        "schedule_type: INTEGRATED, interval: 60 | 41 | interval counts only with",
        "schedule_type: CRON, cron: [x], days_of_week: [MONDAY] | 46 | days_of_week counts only",
        "schedule_type: INTEGRATED, connections: [stripe@eu] | 41 | those of a dbt transformation",
        "schedule_type: INTEGRATED, connection_ids: [stripe@eu] | 41 | those of a dbt",
        "interval: 60 | 3 | 'schedule_type' is missing in schedule of Transformation",
      })
  void scheduleSaysWhatItsTypeNeedsAndNothingElse(String schedule, String column, String said) {
    workspace.file("manifests/t.yaml", QUICKSTART.formatted("one", schedule));

    refused("error: manifests/t.yaml:6:" + column + ":", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "schedule_type: INTEGRATED",
        "schedule_type: INTEGRATED, interval: 0, smart_syncing: false, transformations: []",
        "schedule_type: TIME_OF_DAY, time_of_day: '23:30', interval: 0, days_of_week: [SUNDAY]",
        "schedule_type: INTERVAL, interval: 1, smart_syncing: true",
        "schedule_type: CRON, cron: [0 6 * * *], interval: 0",
      })
  void whatSaysNothingIsTaken(String schedule) {
    workspace.file("manifests/t.yaml", QUICKSTART.formatted("one", schedule));

    workspace.succeed("validate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "connections: [stripe@prod] | connections: [stripe] | :5:63 | name one of them: stripe@eu,"
            + " stripe@prod",
        "connections: [stripe@prod] | connections: [stripe@prod], connection_ids: [stripe@prod] |"
            + " :5:77 | says what 'connections' says as well",
        "connections: [stripe@prod] | project: p | :5:49 | unknown field 'project' in"
            + " transformation_config of type 'QUICKSTART'",
        "package_name: stripe, | ~~ | :5:3 | 'package_name' is missing in transformation_config",
        "type: QUICKSTART | type: DBT | :4:9 | 'DBT'",
        "name: one | name: one, moved_from: two | :1 | a Quickstart is its package and its"
            + " connections",
      })
  void restOfItIsChecked(String from, String to, String place, String said) {
    workspace.file(
        "manifests/t.yaml",
        QUICKSTART.formatted("one", "schedule_type: INTEGRATED").replace(from, to));

    refused("error: manifests/t.yaml" + place, said);
  }

  /// Nothing could be made first.
  @Test
  void circleIsPrintedAsItsPath() {
    workspace.file(
        "manifests/t.yaml",
        waiting("one", "prod", "three")
            + "---\n"
            + waiting("two", "eu", "one")
            + "---\n"
            + waiting("three", "eu, stripe@prod", "two"));

    refused(
        "error: manifests/t.yaml:",
        "transformation/one → transformation/three → transformation/two → transformation/one");
  }

  @Test
  void oneThatWaitsForItselfIsACircle() {
    workspace.file("manifests/t.yaml", waiting("one", "prod", "one"));

    refused("error: manifests/t.yaml:6:", "transformation/one → transformation/one");
  }

  private static String waiting(String name, String group, String other) {
    return QUICKSTART
        .formatted(name, "schedule_type: INTEGRATED, transformations: [" + other + "]")
        .replace("stripe@prod", "stripe@" + group);
  }

  private void refused(String place, String said) {
    for (String command : new String[] {"validate", "plan"}) {
      Ran ran = workspace.run(command);
      assertThat(ran.code()).as("%s", ran).isEqualTo(65);
      assertThat(ran.err()).contains(place).contains(said);
    }
  }
}
