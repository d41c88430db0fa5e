package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.QuickSleeper;
import dev.ftctl.testing.Scale;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An account that somebody else gave one object of each kind, and a project that describes them: a
/// first plan has nothing to do, unless something of it can't be read.
class AdoptedKindsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CLAIM = "as the manifests say";

  private static final List<String> ANSWERS =
      List.of(
          "{\"status\": 403}", "{\"status\": 404}", "{\"status\": 500}", "{\"tornBody\": true}");

  /// In each build, of so many pairs of a read and its answer one is tried.
  private static final int STEP = 9;

  @TempDir Path folder;
  private Lab lab;
  private Workspace workspace;

  @BeforeEach
  void open() {
    lab = OneOfEach.lab();
    workspace = OneOfEach.in(folder, lab).waitingBy(new QuickSleeper());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void firstPlanHasNothingToDo() {
    Ran plan = workspace.run("plan", "--detailed-exitcode");

    assertThat(plan.code()).as("%s", plan).isZero();
    assertThat(plan.out())
        .contains(CLAIM, "0 blocked, " + OneOfEach.kinds().count() + " unchanged");
  }

  /// What is refused, missing, broken or cut off at any of the reads of all kinds.
  @Test
  void nothingIsSaidToBeAsItShouldOfWhatCanNotBeRead() throws JsonProcessingException {
    List<String> reads = reads();
    assertThat(reads).hasSizeGreaterThan((int) OneOfEach.kinds().count());
    for (int at = 0; at < reads.size() * ANSWERS.size(); at += Scale.of(STEP, 1)) {
      String path = reads.get(at / ANSWERS.size());
      String answer = ANSWERS.get(at % ANSWERS.size());
      lab.sandbox().control().faults(answering(path, answer));

      Ran plan = workspace.run("plan", "--detailed-exitcode");

      assertThat(plan.code()).as("%s %s: %s", path, answer, plan).isNotZero();
      assertThat(plan.out()).as("%s %s", path, answer).doesNotContain(CLAIM);
    }
  }

  private static JsonNode answering(String path, String answer) throws JsonProcessingException {
    return JSON.readTree(
        "[{'match': {'method': 'GET', 'path': '^%s$'}, 'then': %s}]"
            .replace('\'', '"')
            .formatted(path, answer));
  }

  private List<String> reads() {
    lab.forget();
    workspace.succeed("plan");
    return lab.sandbox().requests().stream()
        .map(request -> request.path().replaceAll("\\?.*", ""))
        .distinct()
        .sorted()
        .toList();
  }
}
