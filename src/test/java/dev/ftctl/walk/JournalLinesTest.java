package dev.ftctl.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.WriteRecord;
import dev.ftctl.files.Disk;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepName;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the journal of one run says, line by line.
class JournalLinesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneOffset.UTC);

  private static final WriteRecord WRITE =
      new WriteRecord(
          1,
          new Step(
              new Change.Create(
                  Wanted.of("group/prod", Map.of("name", "prod")), Findings.of(List.of())),
              StepName.CREATE,
              false),
          "POST",
          "/v1/groups",
          "{\"name\":\"prod\"}");

  @TempDir Path folder;
  private final Redaction redaction = new Redaction();

  @Test
  void linesHaveTheTimeOfTheRunsClock() throws IOException {
    journal(ApplyObserver.NONE).writing(WRITE);

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"at\":\"2026-11-20T17:00:00Z\"")
        .contains("\"who\":\"user_1\",\"account\":\"acc_1\",\"plan\":\"digest\"")
        .contains("\"body\":{\"name\":\"prod\"}");
  }

  @Test
  void answerThatRepeatsASecretIsMasked() throws IOException {
    redaction.remember("harmless-secret-1");
    var failure =
        new ApiFailure("POST", "/v1/groups", 400, "", "not harmless-secret-1 please", false);

    journal(ApplyObserver.NONE).wrote(WRITE, new WriteRecord.End.Failed(failure));

    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"outcome\":\"failed\",\"status\":400")
        .contains("please")
        .doesNotContain("harmless-secret-1");
  }

  @Test
  void whatCanNotBeKeptIsRefusedBeforeAnythingIsWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() ->
            Journal.of(
                Disk.REAL,
                file.resolve("journal.jsonl"),
                CLOCK,
                redaction,
                new AccountInfo("acc_1", "", ""),
                "digest",
                ApplyObserver.NONE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Refusal.FAILED));
  }

  private Journal journal(ApplyObserver next) {
    var account = new AccountInfo("acc_1", "Acme", "user_1");
    return Journal.of(
        Disk.REAL, folder.resolve("journal.jsonl"), CLOCK, redaction, account, "digest", next);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("journal.jsonl"));
  }
}
