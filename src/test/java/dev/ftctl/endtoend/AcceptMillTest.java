package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ftctl.testing.Lab;
import dev.ftctl.testing.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever people click in an account, and however its manifests are written: what `drift
/// --accept` writes back is what they clicked, in a place that means nobody else.
class AcceptMillTest {

  private static final long SEED = Long.getLong("ftctl.test.seed", 20261130L);

  /// How often the same files are written to.
  private static final int ROUNDS = Scale.of(1, 3);

  private static final int CLICKS = 50;
  private static final int MOST_FAULTS = 20;

  @TempDir Path folder;

  private final List<String> faults = new ArrayList<>();
  private int edits;
  private int breaks;
  private int accepted;

  @Test
  void whatIsClickedComesBackAndNothingElse() throws IOException, InterruptedException {
    int wanted = Scale.of(300, 10_000);
    for (int i = 0; edits < wanted && faults.size() < MOST_FAULTS; i++) {
      company(SEED + i, folder.resolve("c" + i));
    }
    assertThat(faults).isEmpty();
    assertThat(accepted).as("of %s by %s edits", breaks, edits).isGreaterThan(breaks * 3 / 4);
  }

  private void company(long seed, Path place) throws IOException, InterruptedException {
    var random = new Random(seed);
    var company = new ClickedCompany(random);
    try (var lab = new Lab();
        var person = new OtherTool(lab.sandbox())) {
      var workspace = new Workspace(place).reaching(lab.sandbox()).file(".gitignore", ".ftctl/\n");
      company.files().forEach(workspace::file);
      company.environment().forEach(workspace::with);
      Repository.commit(place);
      workspace.succeed("apply", "--auto-approve", "-q", "--journal", "none", "--record");
      var clicks = new Clicks(person, random);
      for (int round = 0; round < ROUNDS; round++) {
        edits += clicks.some(CLICKS);
        round("seed " + seed + " round " + round, company, workspace);
        Repository.commit(place);
      }
    }
  }

  private void round(String what, ClickedCompany company, Workspace workspace) {
    AcceptJudge.Moment before = AcceptJudge.moment(workspace);

    Ran accepting = workspace.run("drift", "--accept", "--base", "HEAD");

    var judge = new AcceptJudge(before, accepting, AcceptJudge.moment(workspace));
    Set<String> secrets =
        company.environment().values().stream()
            .filter(text -> text.startsWith("canary-"))
            .collect(Collectors.toSet());
    List<String> found = judge.faults(company.tokens(), secrets);
    if (!found.isEmpty()) {
      faults.add(what + "\n  " + String.join("\n  ", found) + "\n" + accepting);
    }
    accepted += judge.accepted();
    for (JsonNode one : before.drift().path("drift")) {
      breaks += one.path("class").asText().equals("breaks") ? 1 : 0;
    }
  }
}
