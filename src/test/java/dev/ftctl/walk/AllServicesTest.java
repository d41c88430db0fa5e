package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.Outcomes;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.connectortype.ConnectorType;
import dev.ftctl.connectortype.Scaffold;
import dev.ftctl.manifest.Desired;
import dev.ftctl.manifest.Manifests;
import dev.ftctl.manifest.ReadRequest;
import dev.ftctl.model.ManifestException;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Resource;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import dev.ftctl.testing.Filling;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.OneFile;
import dev.ftctl.testing.SchemaCheck;
import dev.ftctl.testing.Wanted;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every service of the catalogue, from its scaffold to the simulator and back, all in one account.
final class AllServicesTest {

  private static final long SEED = 810L;
  private static final Catalog CATALOG = Catalog.bundled();

  @Test
  void scaffoldsAreAppliedOnceAndNeedNothingAfterwards() {
    Resource[] wanted = read(documents()).resources().toArray(Resource[]::new);
    try (var lab = new Lab()) {
      Outcomes outcomes = lab.apply(wanted);
      lab.forget();

      Plan after = lab.plan(wanted);

      assertThat(wanted).hasSize(37 + 37 + 773);
      assertThat(outcomes.outcomes())
          .as("seed %d", SEED)
          .filteredOn(outcome ->
              !(outcome instanceof Outcome.Done) && !(outcome instanceof Outcome.Waiting))
          .isEmpty();
      assertThat(after.changes().stream().flatMap(planned -> differences(planned))).isEmpty();
      assertThat(lab.writes()).isEmpty();
    }
  }

  @Test
  void scaffoldsKeepToTheSchema() {
    var schema = new SchemaCheck("ftctl.schema.json");

    assertThat(SchemaCheck.documents(documents()))
        .allSatisfy(document -> assertThat(schema.faults(document)).as("%s", document).isEmpty());
  }

  private static Stream<String> differences(PlannedChange planned) {
    return planned.change().findings().fields().stream()
        .map(field ->
            "%s: %s %s → %s"
                .formatted(
                    planned.change().address(),
                    field.path(),
                    field.before().display(),
                    field.after().display()));
  }

  private static String documents() {
    Stream<String> connectors =
        CATALOG.connectionServices().stream().map(service -> filled(service, false, "snowflake"));
    Stream<String> destinations =
        CATALOG.destinationServices().stream()
            .map(service -> group(service) + "---\n" + filled(service, true, service));
    return Stream.concat(destinations, connectors).collect(Collectors.joining("---\n"));
  }

  private static String group(String name) {
    return "kind: Group\nmetadata: {name: \"" + name + "\"}\n";
  }

  private static String filled(String service, boolean isDestination, String group) {
    ConnectorType type = ConnectorType.find(CATALOG, service, isDestination).orElseThrow();
    return new Filling(SEED).in(Scaffold.of(type), service, group);
  }

  private static Desired read(String text) {
    try {
      Desired desired =
          Manifests.read(
              new ReadRequest(
                  new OneFile(text),
                  "",
                  java.util.List.of(OneFile.NAME),
                  "",
                  Map.of(),
                  Map.of(),
                  Map.of(),
                  java.util.List.of(),
                  true,
                  new Redaction()),
              Wanted.KINDS);
      assertThat(desired.warnings()).isEmpty();
      return desired;
    } catch (ManifestException wrong) {
      throw new AssertionError(
          wrong.problems().stream()
              .limit(20)
              .map(String::valueOf)
              .collect(Collectors.joining("\n")),
          wrong);
    }
  }
}
