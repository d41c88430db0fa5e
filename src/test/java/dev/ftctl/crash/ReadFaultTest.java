package dev.ftctl.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.crash.Company.Ended;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What can't be read is not empty: on an account that holds the company already, apply writes
/// nothing because of it, and says so. Whatever is read is once, for as long as it is asked for,
/// what can't be.
@TestInstance(Lifecycle.PER_CLASS)
class ReadFaultTest {

  private static final List<String> LIES =
      List.of(
          "{\"status\": 404}",
          "{\"status\": 403}",
          "{\"html\": \"<html>a proxy's page</html>\"}",
          "{\"body\": {}}",
          "{\"body\": []}",
          "{\"body\": {\"code\": \"Success\"}}",
          "{\"body\": {\"code\": \"Success\", \"data\": {}}}");

  /// What may pass: tried again for seconds.
  private static final List<String> PASSING_TROUBLE =
      List.of(
          "{\"status\": 503}",
          "{\"status\": 502, \"html\": \"<h1>Bad gateway</h1>\"}",
          "{\"tornBody\": true}",
          "{\"drop\": \"before\"}");

  @TempDir static Path folder;
  private Company company;
  private JsonNode account;
  private List<String> reads;

  @BeforeAll
  void applyTheCompany() throws IOException {
    company = Scenarios.in(folder).getFirst().wanted();
    try (var simulator = Simulator.inProcess()) {
      Ended ended = company.apply(simulator.url(), 8);
      assertThat(ended.code()).as(ended.text()).isZero();
      account = simulator.account();
      simulator.forgetRequests();
      company.plan(simulator.url());
      reads = simulator.requests().stream().map(call -> call.substring(4)).distinct().toList();
    }
  }

  @Test
  void everythingIsReadByLists() {
    assertThat(reads)
        .contains("/v1/groups", "/v1/destinations", "/v1/connections", "/v1/users", "/v1/teams")
        .anyMatch(path -> path.matches("/v1/connections/\\w+"))
        .anyMatch(path -> path.matches("/v1/connections/\\w+/schemas"))
        .anyMatch(path -> path.matches("/v1/teams/\\w+/users"));
  }

  @Test
  void lieStopsApplyBeforeItWrites() throws Exception {
    var trials = new ArrayList<Unreadable>();
    reads.forEach(path -> LIES.forEach(lie -> trials.add(new Unreadable(path, lie))));

    assertThat(complaints(Lanes.MOSTLY_WORKING, trials)).isEmpty();
  }

  /// A few reads in each build, all of them under `-Pdeep`.
  @Test
  void troubleThatDoesNotPassStopsApplyBeforeItWrites() throws Exception {
    var trials = new ArrayList<Unreadable>();
    for (int index = 0; index < reads.size(); index++) {
      for (int turn = 0; turn < Scale.of(1, PASSING_TROUBLE.size()); turn++) {
        String trouble = PASSING_TROUBLE.get((index + turn) % PASSING_TROUBLE.size());
        trials.add(new Unreadable(reads.get(index), trouble));
      }
    }

    assertThat(complaints(Lanes.MOSTLY_WAITING, trials)).isEmpty();
  }

  private static List<String> complaints(int width, List<Unreadable> trials) throws Exception {
    List<Disturbed> ends = Lanes.run(width, trials);
    assertThat(ends).hasSameSizeAs(trials).isNotEmpty();
    return ends.stream().flatMap(end -> end.account().stream()).toList();
  }

  /// Its end has what is wrong in the place of an account.
  private final class Unreadable implements Lanes.Trial {
    private final String path;
    private final String then;

    Unreadable(String path, String then) {
      this.path = path;
      this.then = then;
    }

    @Override
    public Disturbed on(Simulator simulator) {
      simulator.replaceAccount(account);
      simulator.faults("{\"match\": {\"path\": \"^" + path + "$\"}, \"then\": " + then + "}");
      Ended ended = company.apply(simulator.url(), 8);
      var wrong = new ArrayList<String>();
      if (!List.of(1, 4, 69, 77).contains(ended.code())) {
        wrong.add(path + " " + then + ": exit code " + ended.code() + "\n" + ended.text());
      }
      simulator.requests().stream()
          .filter(call -> !call.startsWith("GET "))
          .forEach(call -> wrong.add(path + " " + then + ": " + call));
      return new Disturbed(path, ended, ended, wrong);
    }
  }
}
