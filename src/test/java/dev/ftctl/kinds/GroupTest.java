package dev.ftctl.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.StepResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupTest {

  @Test
  void livesFromCreationToDeletion() {
    try (var bench = new Bench()) {
      var prod = Bench.wanted("group/prod", "{name: 'prod'}");
      bench.create(prod);
      assertThat(bench.differences(prod)).isEmpty();

      bench.delete(prod);

      assertThat(bench.find(prod)).isEmpty();
    }
  }

  @Test
  void isRenamedInPlace() {
    try (var bench = new Bench()) {
      bench.create(Bench.wanted("group/prod", "{name: 'old'}"));
      var renamed = Bench.moved(Bench.wanted("group/prod", "{name: 'new'}"), "old");
      String id = bench.read(renamed).id().value();
      assertThat(bench.differences(renamed)).containsExactly("name: \"old\" → \"new\"");
      bench.forgetRequests();

      bench.update(renamed);

      assertThat(bench.writes()).containsExactly("PATCH /v1/groups/" + id + " {\"name\":\"new\"}");
      assertThat(bench.differences(renamed)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'drop': 'before'}",
        "{'drop': 'after'}",
        "{'status': 503, 'commit': true}",
        "{'tornBody': true}"
      })
  void isCreatedOnceThoughTheAnswerIsLost(String fault) {
    try (var bench = new Bench()) {
      bench.faults("[{'match': {'method': 'POST', 'times': 1}, 'then': " + fault + "}]");
      var prod = Bench.wanted("group/prod", "{name: 'prod'}");

      bench.create(prod);

      assertThat(bench.kind(prod).reader(bench.account()).list()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'drop': 'before'}", "{'drop': 'after'}"})
  void isDeletedThoughTheAnswerIsLost(String fault) {
    try (var bench = new Bench()) {
      var prod = Bench.wanted("group/prod", "{name: 'prod'}");
      bench.create(prod);
      bench.faults("[{'match': {'method': 'DELETE', 'times': 1}, 'then': " + fault + "}]");

      StepResult result = bench.delete(prod);

      assertThat(result).isEqualTo(new StepResult.Done(List.of()));
      assertThat(bench.find(prod)).isEmpty();
    }
  }

  @Test
  void isNotMadeBesideOneThatCameMeanwhile() {
    try (var bench = new Bench()) {
      var prod = Bench.wanted("group/prod", "{name: 'prod'}");
      bench.create(prod);
      bench.forgetRequests();

      StepResult again = bench.create(prod);

      assertThat(again).isInstanceOf(StepResult.Overtaken.class);
      assertThat(bench.writes()).isEmpty();
    }
  }
}
