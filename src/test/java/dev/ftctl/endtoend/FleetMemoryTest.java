package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.Scale;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a fleet holds does not grow with its accounts.
class FleetMemoryTest {

  private static final int OBJECTS = 2_000;
  private static final long OF_A_FINISHED_ACCOUNT = 256 * 1024;

  @TempDir Path folder;

  /// Each account prints some 500 kB. Measured when the first question about an account arrives,
  /// since then all accounts before it are finished.
  @Test
  void nothingOfAFinishedAccountStaysButItsRow() {
    try (var accounts = new FleetAccounts(Scale.of(8, 40))) {
      accounts.names().forEach(name -> accounts.sandbox(name).control().mergeAccount(groups()));
      Map<String, Long> used = new ConcurrentHashMap<>();
      accounts.arrivals((name, method) -> used.computeIfAbsent(name, first -> used()));
      Workspace workspace =
          accounts
              .workspace(folder)
              .file("manifests/all.yaml", "kind: Group\nmetadata: {name: analytics}\n");

      // What the simulators make at first sight is theirs.
      accounts.names().forEach(name -> workspace.succeed("plan", "--env", name));
      used.clear();
      int code = unheard(accounts);

      int last = accounts.names().size() - 1;
      long grown = used.get(accounts.names().get(last)) - used.get(accounts.names().get(2));
      assertThat(code).isZero();
      assertThat(grown / (last - 2)).as(used.toString()).isLessThan(OF_A_FINISHED_ACCOUNT);
    }
  }

  /// What is printed goes nowhere, so that it is not this test that keeps it.
  private int unheard(FleetAccounts accounts) {
    var environment = new HashMap<>(accounts.variables());
    environment.put("FIVETRAN_API_URL", accounts.url());
    environment.put("FTCTL_QUOTAS", "none");
    var console =
        new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            new BufferedReader(Reader.nullReader()),
            environment,
            folder,
            Console.Terminals.NONE);
    return Ftctl.run(new String[] {"fleet", "plan", "--jobs", "1", "--show-unmanaged"}, console);
  }

  private static ObjectNode groups() {
    ObjectNode account = JsonNodeFactory.instance.objectNode();
    ObjectNode groups = account.putObject("groups");
    for (int number = 0; number < OBJECTS; number++) {
      String id = "group_" + number + "_" + "x".repeat(200);
      groups.putObject(id).put("id", id).put("name", id);
    }
    return account;
  }

  private static long used() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
