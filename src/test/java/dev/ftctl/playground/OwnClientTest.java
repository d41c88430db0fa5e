package dev.ftctl.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.RecordingSleeper;
import dev.ftctl.fivetran.http.AccountOptions;
import dev.ftctl.fivetran.http.Credentials;
import dev.ftctl.model.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// ftctl's own client against a limit that is far too low for it: F13-8. Time passes only while the
/// client waits.
final class OwnClientTest {

  private final RecordingSleeper sleeper = new RecordingSleeper();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void F13_8_hundredCallsSucceedAndNoneIsLost() throws Exception {
    var options =
        Practice.options().withCapacity(5).withNanoTime(sleeper::nanoTime).withLog(lines::add);
    var answers = new ArrayList<Future<String>>();
    try (var practice = Practice.of(options);
        var account = account(practice);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      PracticeApi api = account.api(PracticeApi.class);

      for (int call = 0; call < 100; call++) {
        int offset = call;
        answers.add(threads.submit(() -> api.record(offset).content().toString()));
      }

      Set<String> different = new HashSet<>();
      for (Future<String> answer : answers) {
        different.add(answer.get());
      }
      assertThat(different).hasSize(100);
    }
    assertThat(lines.stream().filter(line -> line.endsWith(" 200 -"))).hasSize(100);
    assertThat(lines).anyMatch(line -> line.endsWith(" 429 -"));
    assertThat(sleeper.slept()).contains(Duration.ofSeconds(1));
  }

  private Account account(Practice practice) {
    var options =
        new AccountOptions(
            practice.playground().url(),
            new Credentials("key", "a-secret-of-the-test"),
            false,
            4,
            Duration.ofSeconds(10),
            new Redaction(),
            end -> {});
    return Account.open(options, sleeper);
  }
}
