package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a script did by replacing text, on a file like its own.
class SqlSeedTest {

  private static final String NAMES =
      """
      {"schemas": {"dbo": {"name_in_destination": "crm_dbo", "tables": {
        "Account": {"name_in_destination": "account", "columns": {
          "id": {"name_in_destination": "id_"},
          "AccountNumber": {"name_in_destination": "account_number"}}},
        "Order": {"name_in_destination": "order_", "columns": {
          "account_id": {"name_in_destination": "account_id"},
          "Total": {"name_in_destination": "total_amount"}}}}}}}
      """;

  private static final String BEFORE =
      """
      -- AccountNumber and Total of each Account
      SELECT a.id, a.AccountNumber, 'Account Total' AS Label, SUM(o.Total) AS Total
      FROM dbo.Account a
      JOIN dbo."Order" o ON o.account_id = a.id /* id */
      WHERE a.AccountNumber <> 'AccountNumber'
      GROUP BY a.id, a.AccountNumber
      ORDER BY Total;
      """;

  private static final String AFTER =
      """
      -- AccountNumber and Total of each Account
      SELECT a.id_, a.account_number, 'Account Total' AS Label, SUM(o.total_amount) AS Total
      FROM crm_dbo.Account a
      JOIN crm_dbo."order_" o ON o.account_id = a.id_ /* id */
      WHERE a.account_number <> 'AccountNumber'
      GROUP BY a.id_, a.account_number
      ORDER BY Total;
      """;

  @TempDir Path folder;

  @Test
  void C17_sampleIsRewrittenAsItsPlainReplaceIsNot() {
    Workspace workspace = new Workspace(folder).file("code.sql", BEFORE).file("names.json", NAMES);
    String[] line = {
      "sql", "rewrite", "-i", "code.sql", "--schema", "names.json", "--dialect", "postgres"
    };

    workspace.succeed(line);

    assertThat(workspace.read("code.sql")).isEqualTo(AFTER);
    assertThat(workspace.succeed(line).out()).isEmpty();
    assertThat(workspace.read("code.sql")).isEqualTo(AFTER);
    assertThat(replaced(BEFORE)).contains("o.account_id_ = ", "'account total_amount'");
  }

  /// As the script did it: each name, wherever its letters stand.
  private static String replaced(String text) {
    String result = text;
    for (var name :
        List.of(
            Map.entry("id", "id_"),
            Map.entry("AccountNumber", "account_number"),
            Map.entry("Total", "total_amount"),
            Map.entry("Account", "account"))) {
      result = result.replace(name.getKey(), name.getValue());
    }
    return result;
  }
}
