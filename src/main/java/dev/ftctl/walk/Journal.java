package dev.ftctl.walk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.apply.ApplyObserver;
import dev.ftctl.apply.Outcome;
import dev.ftctl.apply.WriteRecord;
import dev.ftctl.files.AppendedFile;
import dev.ftctl.files.Disk;
import dev.ftctl.files.Reasons;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.kind.Step;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.problem.ApiFailure;
import dev.ftctl.model.shown.Inert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The journal of an account's writes: JSON lines, appended and never changed
/// (`schemas/journal.schema.json`). Each write has a line before it is sent and one after it ended,
/// so that a kill between the two leaves a trace. Safe for use by many threads and by runs side by
/// side.
public final class Journal implements ApplyObserver {

  private static final String FORMAT = "ftctl-journal/v1";
  private static final JsonMapper JSON = new JsonMapper();

  private final AppendedFile file;
  private final Clock clock;
  private final Redaction redaction;
  private final ObjectNode about;
  private final ApplyObserver next;
  private final List<String> missing = new CopyOnWriteArrayList<>();
  private volatile @Nullable IOException stopped;

  private Journal(
      AppendedFile file, Clock clock, Redaction redaction, ObjectNode about, ApplyObserver next) {
    this.file = file;
    this.clock = clock;
    this.redaction = redaction;
    this.about = about;
    this.next = next;
  }

  /// Of one run.
  ///
  /// @param redaction hides the secrets that an answer of the API repeats
  /// @param planDigest of what is carried out
  /// @param next sees everything that the journal sees
  /// @throws RefusedException when the file can't be written; nothing was changed then
  public static Journal of(
      Disk disk,
      Path file,
      Clock clock,
      Redaction redaction,
      AccountInfo account,
      String planDigest,
      ApplyObserver next) {
    ObjectNode about = JSON.createObjectNode();
    about.put("run", UUID.randomUUID().toString()).put("who", account.userId());
    about.put("account", account.id()).put("plan", planDigest);
    try {
      return new Journal(AppendedFile.open(disk, file), clock, redaction, about, next);
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write the journal "
              + file
              + ": "
              + Reasons.of(unwritable)
              + "; nothing was changed",
          "Give --journal FILE in a writable folder, or --journal none.");
    }
  }

  @Override
  public void started(Step step) {
    IOException cause = stopped;
    if (cause != null) {
      throw new UncheckedIOException(unwritten(cause), cause);
    }
    next.started(step);
  }

  @Override
  public void awaiting(Step step, String awaited, Duration most) {
    next.awaiting(step, awaited, most);
  }

  @Override
  public void ended(Outcome outcome) {
    next.ended(outcome);
  }

  /// No write is sent that this can't keep. A disk that was full once is not trusted again.
  ///
  /// @throws UncheckedIOException when the journal is not whole any more
  @Override
  public void writing(WriteRecord write) {
    IOException earlier = stopped;
    if (earlier != null) {
      throw notSent(write, earlier);
    }
    ObjectNode line = line(write).put("event", "begun");
    if (!write.body().isEmpty()) {
      line.set("body", body(write.body()));
    }
    try {
      keep(line);
    } catch (IOException unwritable) {
      stopped = unwritable;
      throw notSent(write, unwritable);
    }
    next.writing(write);
  }

  @Override
  public void wrote(WriteRecord write, WriteRecord.End end) {
    ObjectNode line = line(write).put("event", "ended");
    switch (end) {
      case WriteRecord.End.Answered answered ->
          line.put("outcome", "done").put("status", answered.status());
      case WriteRecord.End.Failed(ApiFailure failure) ->
          line.put("outcome", failure.isAmbiguous() ? "unknown" : "failed")
              .put("status", failure.status())
              .put("message", redaction.mask(failure.toString()));
    }
    try {
      keep(line);
    } catch (IOException unwritable) {
      stopped = unwritable;
      missing.add(
          "the journal does not say how "
              + write
              + " ended ("
              + line.path("outcome").asText()
              + "), since "
              + unwritten(unwritable));
    }
    next.wrote(write, end);
  }

  /// What is not in the journal, each in a sentence; empty when all is.
  public List<String> missing() {
    IOException cause = stopped;
    return missing.isEmpty() && cause != null ? List.of(unwritten(cause)) : List.copyOf(missing);
  }

  private UncheckedIOException notSent(WriteRecord write, IOException cause) {
    return new UncheckedIOException(write + " was not sent, since " + unwritten(cause), cause);
  }

  private String unwritten(IOException cause) {
    return "the journal " + file + " can't be written: " + Reasons.of(cause);
  }

  private ObjectNode line(WriteRecord write) {
    ObjectNode line = JSON.createObjectNode();
    line.put("format", FORMAT).put("at", clock.instant().toString());
    line.setAll(about);
    line.put("write", write.number())
        .put("address", write.step().address().toString())
        .put("step", write.step().name().word())
        .put("method", write.method())
        .put("path", write.path());
    return line;
  }

  private static JsonNode body(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException notJson) {
      return JSON.getNodeFactory().textNode(json);
    }
  }

  private void keep(ObjectNode line) throws IOException {
    file.append(Inert.text(JSON.writeValueAsString(line)));
  }
}
