package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a plan says of the calls that it takes, and of the quota.
class QuotaTellingTest {

  @TempDir Path folder;
  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void callsThatHaveQuotasAreThoseThatApplySends() {
    Workspace workspace = examples();
    JsonNode cost = workspace.succeed("plan", "--format", "json").json().path("cost");
    lab.forget();

    workspace.succeed("apply", "--auto-approve");

    assertThat(sent("POST", "/v1/connections")).isEqualTo(cost.path("connections_created").asInt());
    assertThat(sent("POST", "/v1/users")).isEqualTo(cost.path("users_created").asInt());
    int tested =
        sent("POST", "/v1/(connections|destinations)/[^/]+/test")
            + sent(request ->
                request.path().matches("/v1/(destinations|external-logging).*")
                    && request.body().path("run_setup_tests").asBoolean());
    assertThat(tested).isEqualTo(cost.path("setup_tests").asInt());
    int all = sent(request -> true);
    assertThat(cost.path("requests").asInt()).isBetween(all / 3, all);
  }

  @Test
  void whatIsLeftIsToldBesidePlansThatDoSomething() throws IOException {
    allow(20_000);

    Ran planned = examples().succeed("plan");

    assertThat(planned.err())
        .containsPattern(
            "quota: 19,9\\d\\d of 20,000 requests an hour are left, apply needs about \\d+");
    assertThat(planned.out())
        .containsPattern("Calls  about \\d+ requests, among them \\d+ setup tests");
  }

  @Test
  void nothingIsToldWhereThereIsNoQuota() {
    assertThat(examples().succeed("plan").err()).isEmpty();
  }

  @Test
  void quotaThatCanNotSufficeIsToldWithNumbers() throws IOException {
    allow(60);

    Ran planned = examples().succeed("plan");

    assertThat(planned.err())
        .containsPattern(
            "warning: the quota does not suffice: apply needs about 1\\d\\d requests,"
                + " and 5\\d of 60 requests an hour are left");
  }

  @Test
  void hourlyQuotaThatIsTooSmallIsToldWithTheTimeThatItTakes() {
    Workspace workspace = examples().with("FTCTL_QUOTAS", "connections_created=4/1h");

    Ran planned = workspace.succeed("plan");

    assertThat(planned.out()).contains("about 3 h (no more than 4 connections created per hour)");
    assertThat(planned.err())
        .contains(
            "warning: the plan takes 16 connections created, and no more than 4 connections"
                + " created per hour are allowed: apply will wait, and take 3 h at least");
  }

  @Test
  void unreadableSettingIsAWrongCommandLine() {
    Ran planned = examples().with("FTCTL_QUOTAS", "much").run("plan");

    assertThat(planned.code()).isEqualTo(64);
    assertThat(planned.err()).startsWith("error: FTCTL_QUOTAS can't be read at 'much'");
  }

  @ParameterizedTest
  @CsvSource({"text", "json", "markdown"})
  void planIsTheSameHoweverMuchIsLeft(String format) throws IOException {
    allow(20_000);
    Workspace workspace = examples();

    Ran first = workspace.succeed("plan", "--format", format, "-o", "one.plan.json");
    Ran second = workspace.succeed("plan", "--format", format, "-o", "two.plan.json");

    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isNotEqualTo(first.err().replace("one.plan", "two.plan"));
    assertThat(workspace.read("two.plan.json")).isEqualTo(workspace.read("one.plan.json"));
  }

  private void allow(int requestsPerHour) throws IOException {
    String quotas = "{\"requestsPerHour\": " + requestsPerHour + "}";
    lab.sandbox().control().quotas(new JsonMapper().readTree(quotas));
  }

  private Workspace examples() {
    return new Workspace(folder).withExamples().reaching(lab.sandbox());
  }

  private int sent(String method, String path) {
    return sent(request -> request.method().equals(method) && request.path().matches(path));
  }

  private int sent(Predicate<RequestRecord> which) {
    List<RequestRecord> requests = lab.sandbox().requests();
    return (int) requests.stream().filter(which).count();
  }
}
