package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.LiveBytes;
import dev.ftctl.testing.Scale;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a fleet holds does not grow with its accounts.
class FleetMemoryTest {

  private static final int OBJECTS = 100;
  private static final int NAME = 100_000;

  /// Far more than what other tests of this process still hold, and let go of meanwhile.
  private static final long PRINTED_OF_AN_ACCOUNT = (long) OBJECTS * NAME;

  @TempDir Path folder;

  /// The texts of the accounts of the second half are kept here, so that it is seen what keeping
  /// them comes to.
  @Test
  void nothingOfAFinishedAccountStaysButItsRow() {
    try (var accounts = new FleetAccounts(Scale.of(4, 40))) {
      accounts.names().forEach(name -> accounts.sandbox(name).control().mergeAccount(groups()));
      accounts
          .workspace(folder)
          .file("manifests/all.yaml", "kind: Group\nmetadata: {name: analytics}\n");
      int last = accounts.names().size() - 1;
      int half = (last + 1) / 2;
      var paced = new Paced(half, List.of(1, half, last));
      accounts.arrivals((name, method) -> paced.await(accounts.names().indexOf(name)));

      int code = plan(accounts, paced);

      assertThat(code).isZero();
      assertThat(paced.grownPerAccount(half, last)).isGreaterThan(PRINTED_OF_AN_ACCOUNT * 3 / 4);
      assertThat(paced.grownPerAccount(1, half)).isLessThan(PRINTED_OF_AN_ACCOUNT / 2);
    }
  }

  private int plan(FleetAccounts accounts, Writer out) {
    var environment = new HashMap<>(accounts.variables());
    environment.put("FIVETRAN_API_URL", accounts.url());
    environment.put("FTCTL_QUOTAS", "none");
    var console =
        new Console(
            new PrintWriter(out),
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
      String id = "group_" + number;
      groups.putObject(id).put("id", id).put("name", id + "x".repeat(NAME));
    }
    return account;
  }

  /// Where it is printed. No account is begun before the heading of the one before it is there, so
  /// that at each heading one finished account is held, and never a queue of those to be told.
  private static final class Paced extends Writer {

    private final Map<Integer, Long> live = new HashMap<>();
    private final List<String> kept = new ArrayList<>();
    private final int firstKept;
    private final List<Integer> measured;
    private int headings;

    /// @param firstKept the first account whose texts are kept
    /// @param measured at the headings of these
    Paced(int firstKept, List<Integer> measured) {
      this.firstKept = firstKept;
      this.measured = measured;
    }

    @Override
    public void write(String text, int from, int length) {
      if (text.startsWith("=== ")) {
        if (measured.contains(headings)) {
          live.put(headings, LiveBytes.now());
        }
        next();
      }
      // A heading may come in one text with what is below it.
      if (headings > firstKept) {
        kept.add(text);
      }
    }

    private synchronized void next() {
      headings++;
      notifyAll();
    }

    synchronized void await(int account) {
      try {
        while (headings < account) {
          wait();
        }
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
      }
    }

    /// Bytes, between the headings of two accounts.
    long grownPerAccount(int from, int to) {
      return (live.get(to) - live.get(from)) / (to - from);
    }

    @Override
    public void write(char[] text, int from, int length) {
      throw new UnsupportedOperationException("a result is printed as texts");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
