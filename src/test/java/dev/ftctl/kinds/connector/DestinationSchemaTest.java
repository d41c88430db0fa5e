package dev.ftctl.kinds.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Values;
import dev.ftctl.testing.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The name of a connection in words of no service.
class DestinationSchemaTest {

  private static final String UNKNOWN = "zzzz_brand_new_service";

  @ParameterizedTest(name = "{0}: {1} beside {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "github        | {name: a}           | {}                    | {schema: a}",
        "postgres      | {name: a}           | {}                    | {schema_prefix: a}",
        "postgres      | {prefix: a}         | {}                    | {schema_prefix: a}",
        "postgres      | {name: a}           | {host: h}             | {host: h, schema_prefix: a}",
        "postgres      | {name: a}           | {schema_prefix: a}    | {schema_prefix: a}",
        "db2luw        | {name: a}           | {schema: SALES}       | {schema: SALES,"
            + " schema_prefix: a}",
        "google_sheets | {name: a, table: b} | {}                    | {schema: a, table: b}",
        "google_sheets | {name: a}           | {table: b}            | {schema: a, table: b}",
        "s3            | {name: a, table: b} | {}                    | {schema: a,"
            + " table_group_name: b}",
        "s3            | {name: a, table: b} | {table: b}            | {schema: a, table: b}",
        "dsv           | {name: a}           | {}                    | {schema: a}",
        "dsv           | {name: a, table: b} | {}                    | {schema: a, table: b}",
        "share_point   | {name: a, table: b} | {}                    | {schema: a,"
            + " table_group_name: b}",
        UNKNOWN + "    | {name: a}           | {}                    | {schema: a}",
        UNKNOWN + "    | {name: a, table: b} | {}                    | {schema: a, table: b}",
        UNKNOWN + "    | {prefix: a}         | {}                    | {schema_prefix: a}",
        UNKNOWN
            + "    | {name: a, table: b} | {table_group_name: b} | {schema: a, table_group_name:"
            + " b}",
        "github        | {}                  | {schema: a}           | {schema: a}",
      })
  void standsForTheServicesOwnKeys(String service, String said, String config, String then) {
    Value.Mapping spec = spec(service, said, config);

    Value.Mapping translated = DestinationSchema.inConfig(facts(service), spec);

    assertThat(translated.get("config")).isEqualTo(written(then));
    assertThat(translated.entries()).doesNotContainKey("destination_schema");
    assertThat(check(service, spec)).isEmpty();
  }

  /// Of every service there is: what it takes names a connection as its own keys do.
  @Test
  void namesAConnectionOfEveryService() {
    var table = new ConnectorTable(Catalog.bundled());
    var wrong = new ArrayList<String>();
    for (String service : table.services()) {
      Optional<ServiceFacts> facts = facts(service);
      boolean takesTable = facts.orElseThrow().naming().keys().size() > 1;
      Value.Mapping said =
          spec(service, takesTable ? "{name: one, table: two}" : "{name: one}", "{}");
      var name =
          Naming.schemaName(facts, DestinationSchema.inConfig(facts, said).mapping("config"));
      if (!name.equals(Optional.of(takesTable ? "one.two" : "one"))) {
        wrong.add(service + ": " + name);
      }
      if (takesTable && !members(table, service).contains("table")) {
        wrong.add(service + " takes " + members(table, service));
      }
    }
    assertThat(table.services()).hasSizeGreaterThan(700);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github          | name",
        "postgres        | name, prefix",
        "google_sheets   | name, table",
        "s3              | name, table",
        "share_point     | name, table",
        "dsv             | name, table",
        UNKNOWN + "      | name, table, prefix",
      })
  void takesWhatItsFamilyHas(String service, String members) {
    assertThat(members(new ConnectorTable(Catalog.bundled()), service))
        .containsExactlyInAnyOrder(members.split(", "));
  }

  @ParameterizedTest(name = "{0}: {1} beside {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "github    | {name: a}              | {schema: b}           | config.schema is \"b\"",
        "postgres  | {name: a}              | {schema_prefix: b}    | config.schema_prefix is"
            + " \"b\"",
        "postgres  | {prefix: a}            | {schema_prefix: b}    | config.schema_prefix is"
            + " \"b\"",
        "postgres  | {name: a, prefix: b}   | {}                    | destination_schema.prefix is"
            + " \"b\"",
        "s3        | {name: a, table: b}    | {table_group_name: c} | config.table_group_name is"
            + " \"c\"",
        "s3        | {name: a, table: b}    | {table: c}            | config.table is \"c\"",
        UNKNOWN
            + "| {name: a}              | {schema_prefix: a}    | config.schema_prefix is \"a\"",
        UNKNOWN + "| {prefix: a}            | {schema: a}           | config.schema is \"a\"",
        UNKNOWN + "| {prefix: a}            | {table: a}            | config.table is \"a\"",
        UNKNOWN
            + "| {name: a, prefix: a}   | {}                    | destination_schema.prefix is"
            + " \"a\"",
        UNKNOWN
            + "| {prefix: a, table: b}  | {}                    | destination_schema.prefix is"
            + " \"a\"",
      })
  void isRefusedBesideAnotherName(String service, String said, String config, String message) {
    List<Problem> problems = check(service, spec(service, said, config));

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().rule()).isEqualTo("named-twice");
    assertThat(problems.getFirst().message()).contains("is named twice: " + message);
  }

  private static Optional<ServiceFacts> facts(String service) {
    return Catalog.bundled().connection(service);
  }

  private static Value.Mapping spec(String service, String said, String config) {
    return Value.Mapping.EMPTY
        .with("service", Value.text(service))
        .with("destination_schema", written(said))
        .with("config", written(config));
  }

  private static Value.Mapping written(String plain) {
    return Values.mapping(plain.replaceAll(": (\\w+)", ": '$1'"));
  }

  private static List<Problem> check(String service, Value.Mapping spec) {
    Resource plain = Wanted.of("connector/c@g", Map.of());
    return DestinationSchema.check(
        new Resource(plain.address(), plain.metadata(), spec, plain.place()), facts(service));
  }

  private static List<String> members(ConnectorTable table, String service) {
    FieldTable fields = table.of(Value.Mapping.EMPTY.with("service", Value.text(service)));
    return fields.field("destination_schema").orElseThrow().shape() instanceof Shape.Nested nested
        ? List.copyOf(nested.table().names())
        : List.of();
  }
}
