package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.SchemaCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sql rewrite` with the names that an account tells.
class SqlRewriteTest {

  private static final String SQL =
      """
      -- public.orders
      select o."Unit Price", 'public.orders' from public."Order Items" o
      join Public.USERS u on u.id = o.user_id;
      """;

  private static final String AFTER =
      """
      -- public.orders
      select o."UNIT_PRICE", 'public.orders' from grain_public."ORDER_ITEMS" o
      join grain_public.USERS u on u.id = o.user_id;
      """;

  @TempDir Path folder;
  private DriftingMill mill;

  @BeforeEach
  void open() {
    mill = new DriftingMill(folder);
    mill.lab()
        .sandbox()
        .control()
        .mergeAccount(
            json(
                "{'sources': {'grain': {'add': {'public': {'Order Items': ['id*', 'user_id',"
                    + " 'Unit Price']}}}}}"));
    mill.call("POST", "connections/{grain}/schemas/reload", "{\"exclude_mode\": \"PRESERVE\"}");
    mill.lab().forget();
    mill.workspace().file("report.sql", SQL);
  }

  @AfterEach
  void close() {
    mill.close();
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void namesAreThoseThatTheAccountTells() {
    Ran ran = mill.workspace().succeed("sql", "rewrite", "report.sql", "--connector", "grain");

    assertThat(ran.out()).isEqualTo(AFTER);
    assertThat(ran.err()).isEmpty();
    assertThat(mill.lab().writes()).isEmpty();
    assertThat(mill.lab().sandbox().requests())
        .filteredOn(request -> request.path().endsWith("/columns"))
        .extracting(request -> request.path().replaceFirst(".*/tables/", ""))
        .containsExactlyInAnyOrder("Order%20Items/columns", "users/columns");
  }

  @Test
  void aConnectionIsNamedAsEverywhere() {
    for (String name : new String[] {"connector/grain", "connector/grain@mill", mill.id("grain")}) {
      Ran ran =
          mill.workspace()
              .succeed("sql", "rewrite", "report.sql", "--connector", name, "--format", "json");

      assertThat(new SchemaCheck("sql.schema.json").faults(ran.json())).isEmpty();
      assertThat(ran.json().at("/dialect").asText()).isEqualTo("snowflake");
      assertThat(ran.json().at("/files/0/text").asText()).isEqualTo(AFTER);
    }
    Ran several =
        mill.workspace().run("sql", "rewrite", "report.sql", "--connector", "connector/*");
    assertThat(several.code()).isEqualTo(64);
    assertThat(several.err()).contains("--connector connector/* means 2 connections");
  }

  /// The flag says how the file is written, and so how names are.
  @Test
  void aDialectOverrulesThatOfTheDestination() {
    Ran ran =
        mill.workspace()
            .succeed(
                "sql", "rewrite", "report.sql", "--connector", "grain", "--dialect", "postgres");

    assertThat(ran.out())
        .isEqualTo(AFTER.replace("UNIT_PRICE", "unit_price").replace("ORDER_ITEMS", "order_items"));
    assertThat(mill.lab().sandbox().requests())
        .noneMatch(request -> request.path().contains("/destinations/"));
  }

  @Test
  void columnsThatTheSourceDoesNotTellStay() {
    mill.lab()
        .sandbox()
        .control()
        .faults(
            json(
                "[{'match': {'method': 'GET', 'path': '/columns$'}, 'then': {'status': 409, 'body':"
                    + " {'code': 'Conflict', 'message': 'not connected'}}}]"));

    Ran ran = mill.workspace().succeed("sql", "rewrite", "report.sql", "--connector", "grain");

    assertThat(ran.out()).isEqualTo(AFTER.replace("UNIT_PRICE", "Unit Price"));
    assertThat(ran.err())
        .contains("warning: the columns of public.Order Items are not told")
        .contains("warning: the columns of public.users are not told");
  }
}
