package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.HostileAnswer;
import dev.ftctl.testing.HostileServer;
import dev.ftctl.testing.QuickSleeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server may say whatever it likes: a plan and an apply end, with few requests, by the right
/// exit code, in words; and the key goes nowhere else. Rows at which a run waits for the end of its
/// time are tried side by side, the others a few at once.
@Timeout(300)
class HostileAnswersTest {

  private static final String SECRET = "an-api-secret";

  /// Requests of the whole run: one for each list and object, and five attempts of the odd one.
  private static final int MOST_REQUESTS = 60;

  private static final String CONNECTION =
      """
      "id":"still_pond","group_id":"dry_well","service":"stripe","schema":"pit","paused":true,\
      "status":{"setup_state":"connected"},"config":{}\
      """;

  private static final Map<String, String> ACCOUNT =
      Map.of(
          "GET /account/info",
          data("{\"account_id\":\"mossy_quarry\",\"account_name\":\"Quarry\"}"),
          "GET /groups",
          data("{\"items\":[{\"id\":\"dry_well\",\"name\":\"quarry\"}]}"),
          "GET /connections",
          data("{\"items\":[{" + CONNECTION + "}]}"),
          "GET /connections/still_pond",
          data("{" + CONNECTION + "}"),
          "GET /connections/still_pond/schemas",
          data(
              "{\"schema_change_handling\":\"ALLOW_ALL\",\"schemas\":{\"pit\":{\"enabled\":true,"
                  + "\"tables\":{}}}}"),
          "POST /groups",
          data("{\"id\":\"new_well\",\"name\":\"fresh\"}"));

  private static final String MANIFEST =
      """
      {kind: Group, metadata: {name: quarry}}
      ---
      {kind: Group, metadata: {name: fresh}}
      ---
      kind: Connector
      metadata: {name: pit}
      spec: {service: stripe, groups: [quarry], paused: true, config: {schema: pit}}
      ---
      kind: SchemaSettings
      metadata: {name: pit}
      spec: {connector: pit, schema_change_handling: ALLOW_ALL}
      """;

  @TempDir Path folder;
  private final Semaphore waiting = new Semaphore(64);
  private final Semaphore working = new Semaphore(3);

  @Test
  void eachEndsInWordsAndWithinBounds() throws Exception {
    List<String> complaints = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> runs = new ArrayList<>();
      for (HostileAnswer answer : HostileAnswer.all()) {
        if (answer.call().startsWith("GET")) {
          runs.add(threads.submit(tried(answer, answer.plan(), "plan")));
        }
        runs.add(threads.submit(tried(answer, answer.apply(), "apply", "--auto-approve")));
      }
      for (Future<String> run : runs) {
        complaints.add(complaint(run));
      }
    }
    complaints.removeIf(String::isEmpty);

    assertThat(HostileAnswer.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(complaints).isEmpty();
  }

  /// What is wrong with how it ended; empty when nothing is.
  private Callable<String> tried(HostileAnswer answer, int code, String... command) {
    return () -> {
      boolean isSilent = answer.words().contains("no complete answer within");
      boolean isIdle = isSilent && !answer.text().contains("for ever");
      Semaphore turn = isIdle ? waiting : working;
      turn.acquire();
      try (var server = new HostileServer(answer, ACCOUNT)) {
        Ran ran =
            new Workspace(scratch())
                .with("FIVETRAN_API_URL", server.url().toString())
                .with("FIVETRAN_API_KEY", "a-key")
                .with("FIVETRAN_API_SECRET", SECRET)
                .with("FTCTL_QUOTAS", "none")
                .waitingBy(new QuickSleeper())
                .file("manifests/all.yaml", MANIFEST)
                .run(with(command, "--timeout", isSilent ? "1s" : "20s"));
        boolean isRight =
            ran.code() == code
                && ran.all().contains(answer.words())
                && !ran.all().contains("\tat ")
                && !ran.all().contains("java.")
                && !ran.all().contains("Exception")
                && !ran.all().contains(SECRET)
                && server.asked().size() <= MOST_REQUESTS
                && server.stolen() == 0;
        return isRight
            ? ""
            : "%s: %s, %d requests, %d stolen: %s"
                .formatted(answer.name(), command[0], server.asked().size(), server.stolen(), ran);
      } finally {
        turn.release();
      }
    };
  }

  private static String complaint(Future<String> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException failed) {
      return failed.getCause().toString();
    }
  }

  private Path scratch() {
    try {
      return Files.createTempDirectory(folder, "run");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String[] with(String[] command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static String data(String data) {
    return "{\"code\":\"Success\",\"data\":" + data + "}";
  }
}
