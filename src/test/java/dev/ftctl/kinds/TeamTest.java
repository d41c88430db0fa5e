package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TeamTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void makeWhatTeamsReferTo() {
    bench.create(Bench.wanted("group/prod", "{name: 'prod'}"));
    bench.create(
        Bench.wanted(
            "user/ana@example.com",
            "{email: 'ana@example.com', given_name: 'Ana', family_name: 'Ruiz'}"));
    bench.find(Bench.wanted("user/owner", "{email: 'owner@sandbox.test'}"));
    bench.forgetRequests();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void livesFromCreationToDeletion() {
    Resource team = full();
    bench.create(team);
    assertThat(bench.differences(team)).isEmpty();

    bench.delete(team);

    assertThat(bench.find(team)).isEmpty();
  }

  @Test
  void isRenamedInPlace() {
    bench.create(full());
    Resource renamed = Bench.moved(Bench.wanted("team/data", "{name: 'platform'}"), "data");
    bench.forgetRequests();

    bench.update(renamed);

    assertThat(bench.writes()).singleElement().asString().endsWith(" {\"name\":\"platform\"}");
    assertThat(bench.differences(renamed)).isEmpty();
  }

  @Test
  void removesMembersThatACompleteBlockDoesNotName() {
    bench.create(full());
    Resource empty = Bench.wanted("team/data", "{name: 'data', users: {}}");
    Findings findings = bench.compare(empty);
    assertThat(findings.risks()).hasSize(1);
    bench.forgetRequests();

    bench.update(empty);

    assertThat(bench.writes()).singleElement().asString().startsWith("DELETE /v1/teams/");
    assertThat(bench.differences(empty)).isEmpty();
  }

  @Test
  void neverRemovesTheOwnerOfTheKey() {
    bench.create(
        Bench.wanted("team/data", "{name: 'data', users: {'user/owner': 'Team Manager'}}"));

    Findings findings = bench.compare(Bench.wanted("team/data", "{name: 'data', users: {}}"));

    assertThat(findings.fields()).isEmpty();
    assertThat(findings.notes())
        .containsExactly("users.owner left alone: the API key's own user is never removed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'drop': 'before'}", "{'drop': 'after'}"})
  void addsAMemberOnceThoughTheAnswerIsLost(String fault) {
    bench.create(Bench.wanted("team/data", "{name: 'data'}"));
    bench.faults(
        "[{'match': {'method': 'POST', 'path': '/users', 'times': 1}, 'then': " + fault + "}]");

    bench.update(full());

    assertThat(bench.differences(full())).isEmpty();
  }

  private static Resource full() {
    return Bench.wanted(
        "team/data",
        """
        {name: 'data', description: 'Owns the warehouse', role: 'Account Analyst',
         users: {'user/ana@example.com': 'Team Manager'}, groups: {'group/prod': 'Destination Administrator'}}
        """);
  }
}
