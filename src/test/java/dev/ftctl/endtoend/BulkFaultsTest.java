package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Verbs on many connections while one of their calls goes wrong: what is told of each connection
/// is what the account has, and the exit code is that of the table. Batches of states have a test
/// of their own.
@TestInstance(Lifecycle.PER_CLASS)
class BulkFaultsTest {

  private static final List<String> NAMES = List.of("crm", "old", "pg", "shop");

  /// What is refused for good, beside what may happen to any call.
  private static final String REFUSED =
      "{'status':400,'body':{'code':'Nope','message':'not like this'}}";

  private static final String QUOTA = "{'status':429}";
  private static final String FORBIDDEN = "{'status':403,'body':{'code':'Forbidden'}}";

  @TempDir static Path folder;
  private SyncingCompany company;

  /// @param then what becomes of the nth call that writes
  record Trial(String verb, String then, int nth) {

    boolean isRefused() {
      return then.equals(REFUSED) || then.equals(FORBIDDEN);
    }
  }

  /// All pairs of verb and fault at full size, else each verb and each fault a few times.
  static Stream<Trial> trials() {
    var thens = new ArrayList<>(LostAnswers.all());
    thens.addAll(List.of(REFUSED, QUOTA, FORBIDDEN));
    var all = new ArrayList<Trial>();
    for (String verb : List.of("pause", "resume", "sync", "resync", "test")) {
      for (String then : thens) {
        for (int nth = 1; nth <= NAMES.size(); nth++) {
          all.add(new Trial(verb, then, nth));
        }
      }
    }
    int step = Scale.of(9, 1);
    return Stream.iterate(0, index -> index + step)
        .limit(Math.ceilDiv(all.size(), step))
        .map(all::get);
  }

  @BeforeAll
  void open() {
    company = new SyncingCompany(folder);
  }

  @AfterAll
  void close() {
    company.close();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void eachIsDoneOrNot(Trial trial) {
    company.faults("[]");
    company.forgetSyncs();
    pauseAll(trial.verb().equals("resume"));
    Map<String, Integer> before = marks(trial.verb());
    company.faults(
        "[{'match':{'method':'%s','nth':%d},'then':%s}]"
            .formatted(method(trial.verb()), trial.nth(), trial.then()));

    Ran ran = company.workspace.run(trial.verb(), "connector/*", "--yes", "--parallelism", "1");

    String about = trial + "\n" + ran;
    Map<String, Integer> after = marks(trial.verb());
    for (String name : NAMES) {
      boolean isDone = after.get(name) > before.get(name);
      assertThat(said(ran, name)).as(name + " in " + about).isEqualTo(isDone ? "done" : "failed");
      if (trial.verb().contains("sync")) {
        assertThat(after.get(name))
            .as(name + " in " + about)
            .isLessThanOrEqualTo(before.get(name) + 1);
      }
    }
    boolean hasFailed =
        !after.keySet().stream().allMatch(name -> after.get(name) > before.get(name));
    assertThat(hasFailed).as(about).isEqualTo(trial.isRefused());
    assertThat(ran.code()).as(about).isEqualTo(hasFailed ? 5 : 0);
  }

  /// All of them: nothing was changed.
  @ParameterizedTest
  @MethodSource("codes")
  void allThatFailIsOneOrDenied(String then, int code) {
    company.faults("[]");
    pauseAll(false);
    for (String verb : List.of("pause", "sync", "resync", "test")) {
      company.faults("[{'match':{'method':'%s'},'then':%s}]".formatted(method(verb), then));
      Ran ran = company.workspace.run(verb, "connector/*", "--yes");
      assertThat(ran.code()).as("%s", ran).isEqualTo(code);
      assertThat(NAMES).allMatch(name -> said(ran, name).equals("failed"));
    }
  }

  /// Told as unknown, and never as done or as failed alone.
  @ParameterizedTest
  @ValueSource(strings = {"pause", "sync", "resync"})
  void whatNobodyCanLookAfterIsSaid(String verb) {
    company.faults("[]");
    pauseAll(false);
    String path = "/connections/" + company.id("pg");
    int looks = verb.equals("pause") ? 1 : 2;
    company.faults(
        ("[{'match':{'method':'%s','path':'%s'},'then':{'status':503,'commit':true}},"
                + "{'match':{'method':'GET','path':'%s$','nth':%d},'then':%s}]")
            .formatted(method(verb), path, path, looks, REFUSED));

    Ran ran = company.workspace.run(verb, "connector/*", "--yes");

    assertThat(ran.code()).as("%s", ran).isEqualTo(5);
    assertThat(ran.err())
        .contains("error: connector/pg@prod: the answer was lost, and the account can't be asked");
  }

  static Stream<Arguments> codes() {
    return Stream.of(Arguments.of(REFUSED, 1), Arguments.of(FORBIDDEN, 77));
  }

  private static String method(String verb) {
    return verb.matches("pause|resume") ? "PATCH" : "POST";
  }

  private static String said(Ran ran, String name) {
    String address = "connector/" + name + "@prod: ";
    boolean isDone =
        ran.out()
            .lines()
            .anyMatch(line ->
                line.contains(address) && line.matches(".*(paused|resumed|began|none failed)"));
    boolean isFailed = ran.err().contains("error: " + address);
    if (isDone == isFailed) {
      return "neither done nor failed, or both";
    }
    return isDone ? "done" : "failed";
  }

  private void pauseAll(boolean paused) {
    var nodes = new StringBuilder();
    for (String name : NAMES) {
      nodes.append(nodes.isEmpty() ? "" : ",");
      nodes.append("'%s':{'paused':%s}".formatted(company.id(name), paused));
    }
    company
        .lab
        .sandbox()
        .control()
        .mergeAccount(SyncingCompany.json("{'connections':{" + nodes + "}}"));
    company.lab.forget();
  }

  /// A number that rises for each connection when the verb is done to it.
  private Map<String, Integer> marks(String verb) {
    var marks = new TreeMap<String, Integer>();
    for (JsonNode each : company.lab.sandbox().control().account().path("connections")) {
      String name = each.path("schema").asText();
      boolean isPaused = each.path("paused").asBoolean();
      marks.put(
          name,
          switch (verb) {
            case "pause" -> isPaused ? 1 : 0;
            case "resume" -> isPaused ? 0 : 1;
            case "test" -> tests(each.path("id").asText());
            default -> company.syncs(name);
          });
    }
    return marks;
  }

  /// Those that were answered as done.
  private int tests(String id) {
    return (int)
        company.lab.sandbox().requests().stream()
            .filter(request -> request.path().endsWith(id + "/test") && request.status() == 200)
            .count();
  }
}
