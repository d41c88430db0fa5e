package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sql rewrite` with the names that an account tells.
class SqlRewriteTest {

  private static final String SQL =
      """
      -- public.orders
      select o.id, 'public.orders' from public.orders o join Public.USERS u on u.id = o.user_id;
      """;

  @TempDir Path folder;

  @Test
  void namesAreThoseThatTheAccountTells() {
    try (var mill = new DriftingMill(folder)) {
      mill.call("POST", "connections/{grain}/schemas/reload", "{\"exclude_mode\": \"PRESERVE\"}");
      mill.lab().forget();
      Workspace workspace = mill.workspace().file("report.sql", SQL);

      Ran ran = workspace.succeed("sql", "rewrite", "report.sql", "--connector", "grain");

      assertThat(ran.out())
          .isEqualTo(
              SQL.replace("from public.", "from grain_public.")
                  .replace("Public.USERS", "grain_public.USERS"));
      assertThat(mill.lab().writes()).isEmpty();
      Ran json =
          workspace.succeed(
              "sql",
              "rewrite",
              "report.sql",
              "--connector",
              "connector/grain@mill",
              "-q",
              "--format",
              "json");
      assertThat(new SchemaCheck("sql.schema.json").faults(json.json())).isEmpty();
      assertThat(json.json().at("/dialect").asText()).isEqualTo("snowflake");
    }
  }
}
