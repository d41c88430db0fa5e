package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.RolloutAccount;
import dev.ftctl.testing.SchemaCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Tables and items are switched on batch by batch, each synced before the next.
@TestInstance(Lifecycle.PER_CLASS)
class RolloutTest {

  private static final SchemaCheck PRINTED = new SchemaCheck("rollout-progress.schema.json");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  private Path folder;
  private RollingCompany company;
  private Workspace workspace;

  @BeforeAll
  void open(@TempDir Path some) {
    folder = some;
    company = new RollingCompany(folder);
    workspace = company.workspace;
  }

  @BeforeEach
  void reset() {
    company.reset();
  }

  @AfterAll
  void close() {
    company.close();
  }

  @Test
  void C19_tablesGoOnBatchByBatch() throws IOException {
    company.next(",'seconds':90");

    Ran ran = company.roll(RollingCompany.SHOP);
    Ran again = company.roll(RollingCompany.SHOP);
    int sent = company.lab.sandbox().requests().size();
    Ran status = workspace.succeed("rollout", "status", RollingCompany.SHOP);

    assertThat(company.lab.sandbox().requests()).hasSize(sent);
    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.deeds()).containsExactly("on a b", "sync", "on c d", "sync", "on e", "sync");
    assertThat(company.on()).isEqualTo("a b c d e");
    assertThat(company.syncs("SUCCESSFUL")).isEqualTo(3);
    Golden.check("rollout/tables.txt", shown(ran) + shown(again) + shown(status));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(".ftctl/rollout/shop.json"))))
        .isEqualTo("rw-------");
  }

  /// The proof: each batch has a sync in the account's history that began after it was on.
  @Test
  void C19_eachBatchHasASyncThatBeganAfterIt() {
    company.next(",'seconds':90");
    company.roll(RollingCompany.SHOP);

    var asked = company.lab.writes();
    JsonNode records = company.lab.sandbox().control().account().at("/syncs/c_shop/records");
    assertThat(records).hasSize(3);
    for (int batch = 0; batch < records.size(); batch++) {
      assertThat(asked.get(2 * batch).path()).endsWith("/schemas");
      assertThat(asked.get(2 * batch + 1).path()).endsWith("/sync");
      assertThat(records.get(batch).path("status").asText()).isEqualTo("SUCCESSFUL");
    }
    JsonNode batches = status().path("batches");
    for (int batch = 0; batch < 3; batch++) {
      assertThat(batches.get(batch).path("sync_ended_at").asText())
          .isEqualTo(records.get(batch).path("end_time").asText());
    }
  }

  private JsonNode status() {
    JsonNode status =
        workspace.succeed("rollout", "status", RollingCompany.SHOP, "--format", "json").json();
    assertThat(PRINTED.faults(status)).isEmpty();
    return status;
  }

  @Test
  void filesFitTheirSchema() {
    var schema = new SchemaCheck("rollout.schema.json");

    for (String file : List.of(RolloutAccount.TABLES, RolloutAccount.ITEMS)) {
      assertThat(schema.faults(SchemaCheck.documents(file).getFirst())).isEmpty();
      String neither = file.replace("tables:", "table:").replace("items:", "item:");
      assertThat(schema.faults(SchemaCheck.documents(neither).getFirst())).isNotEmpty();
    }
    assertThat(status().path("left")).hasSize(5);
  }

  @Test
  void C19_accountsJoinThoseThatAreThere() {
    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.deeds())
        .containsExactly("accounts 111 222 333", "sync", "accounts 111 222 333 444", "sync");
    assertThat(company.accounts()).isEqualTo("111 222 333 444");
    assertThat(company.lab.writes().getFirst().body().toString())
        .contains("\"run_setup_tests\":false");
  }

  @Test
  void numbersOfAListStayNumbers() {
    company.edit(account -> {
      var ads = account.withObject("/connections/c_ads").put("service", "amazon_ads");
      ads.putObject("config").putArray("profiles").add(1);
    });
    workspace.edit(RollingCompany.ADS, "config.accounts", "config.profiles");

    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(company.lab.writes().getFirst().body().toString())
        .contains("\"profiles\":[1,222,333]");
    workspace.edit(RollingCompany.ADS, "[222,", "[222, ten,");
    Ran wrong = company.roll(RollingCompany.ADS);
    assertThat(wrong.code()).isEqualTo(65);
    assertThat(wrong.err()).contains("rollouts/ads.yaml:3:71: rollout ads: 'ten' is no number");
  }

  @Test
  void tablesOfASchemaThatIsOffGoOnAlone() {
    company.edit(account -> {
      var settings = account.withObject("/schema_configs/c_shop");
      settings.put("schema_change_handling", "ALLOW_ALL");
      settings.withObject("known").put("tables", true);
      settings.withObject("/schemas/sales").put("enabled", false);
    });

    Ran ran = company.roll(RollingCompany.SHOP, "--format", "json");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.err())
        .contains("Schema sales is off, and goes on with them; 1 more of its tables would");
    assertThat(company.deeds())
        .startsWith("on a b off c d e f", "sync", "on c d")
        .doesNotContain("on f");
    assertThat(company.on()).isEqualTo("a b c d e");
    assertThat(PRINTED.faults(ran.json())).isEmpty();
    assertThat(ran.json().path("result").asText()).isEqualTo("done");
    assertThat(ran.json().path("done").asInt()).isEqualTo(5);
  }

  @Test
  void whatWasOnBeforeNeedsNothing() {
    company.edit(account -> {
      var sales = account.withObject("/schema_configs/c_shop/schemas/sales").put("enabled", true);
      List.of("b", "e").forEach(name -> sales.withObject("/tables/" + name).put("enabled", true));
    });

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(company.deeds()).containsExactly("on a c", "sync", "on d", "sync");
    assertThat(ran.out()).contains("3 tables of connector/shop@prod on and synced, 2 on already");
    assertThat(status().path("on_already")).hasSize(2);
  }

  /// What was added comes in its turn, what was taken out is no harm, nothing is done twice.
  @Test
  void fileMayChangeBetweenRuns() {
    company.roll(RollingCompany.SHOP);
    company.lab.forget();
    workspace.edit(
        RollingCompany.SHOP,
        "[sales.a, sales.b, sales.c, sales.d, sales.e]",
        "[sales.f, sales.e, sales.a]");
    workspace.edit(RollingCompany.SHOP, "batch: 2", "batch: 7");

    Ran ran = company.roll(RollingCompany.SHOP);

    assertThat(company.deeds()).containsExactly("on f", "sync");
    assertThat(ran.err())
        .contains("note: done, and no longer in the file: sales.b, sales.c, sales.d")
        .contains("batch 4 of 4: sales.f");
  }

  @Test
  void offAgainIsLeftAlone() {
    company.roll(RollingCompany.ADS);
    workspace.succeed("api", "PATCH", "connections/c_ads", "config.accounts[]=111", "--yes");
    company.lab.forget();

    Ran ran = company.roll(RollingCompany.ADS);

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("note: done, and off again since; left alone: 222, 333, 444");
    assertThat(company.deeds()).isEmpty();
  }

  /// Text, without times.
  private static String shown(Ran ran) {
    return ran.toString().replaceAll(TIME, "TIME");
  }
}
