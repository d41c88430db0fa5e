package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory or stack run out in the middle of an apply, wherever it prints or looks at the clock:
/// what was written is told, in the report too, and nothing waits for ever.
class SpentApplyTest {

  private static final String MANIFESTS =
      """
      kind: Group
      metadata: {name: mill}
      ---
      kind: Webhook
      metadata: {name: siren}
      spec: {url: "https://hooks.example.com/siren", events: [sync_end], active: true}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private ObjectNode empty;

  @BeforeEach
  void write() {
    empty = lab.sandbox().control().account();
    new Workspace(folder).file("manifests/all.yaml", MANIFESTS);
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void whatWasWrittenIsToldWhereverMemoryOrStackRunOut() throws IOException {
    var whole = new Spending(-1);
    assertThat(apply(whole).code()).isZero();
    int all = whole.uses.get();
    assertThat(all).isGreaterThan(10);

    int written = 0;
    for (int index = 0; index < all; index += Scale.of(2, 1)) {
      lab.sandbox().control().replaceAccount(empty);
      lab.forget();
      var spending = new Spending(index);

      Ran ran = apply(spending);

      int writes = lab.writes().size();
      written += writes;
      assertThat(ran.all()).as("use %d", index).doesNotContain("\tat ");
      assertThat(ran.code()).as("use %d %s: %s", index, spending.where, ran).isEqualTo(70);
      JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("report.json")));
      assertThat(report.path("counts").path("writes").asInt())
          .as("use %d %s: %s\n%s", index, spending.where, ran, report)
          .isEqualTo(writes);
      assertThat(report.path("exit_code").asInt()).as("use %d", index).isEqualTo(70);
    }
    assertThat(written).isPositive();
  }

  private Ran apply(Spending spending) throws IOException {
    Files.deleteIfExists(folder.resolve("report.json"));
    var out = spending.new Pages();
    var err = spending.new Pages();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            Map.of(
                "FIVETRAN_API_URL", lab.sandbox().url().toString(),
                "FIVETRAN_API_KEY", lab.sandbox().apiKey(),
                "FIVETRAN_API_SECRET", lab.sandbox().apiSecret(),
                "FTCTL_QUOTAS", "none"),
            folder,
            Console.Terminals.NONE,
            spending.new Watch());
    String[] words = {"apply", "--auto-approve", "--report", "report.json", "--parallelism", "1"};
    int code = Ftctl.run(words, console);
    return new Ran(code, out.toString(), err.toString());
  }

  /// Runs out at its n-th use.
  private static final class Spending {
    private final int last;
    private final AtomicInteger uses = new AtomicInteger();
    private volatile String where = "";

    /// @param last from 0; a negative number for never
    Spending(int last) {
      this.last = last;
    }

    private void use(String what) {
      if (uses.getAndIncrement() == last) {
        where = what;
        if (last % 2 == 0) {
          throw new OutOfMemoryError("for a test");
        }
        throw new StackOverflowError("for a test");
      }
    }

    private final class Watch extends Clock {
      @Override
      public ZoneId getZone() {
        return ZoneId.of("UTC");
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        use("clock");
        return Instant.now();
      }
    }

    private final class Pages extends StringWriter {
      @Override
      public void write(String text, int from, int length) {
        use(text);
        super.write(text, from, length);
      }
    }
  }
}
