package dev.ftctl.kinds.sdkpackage;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.api.SdkPackagesApi;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.KindWriter;
import dev.ftctl.kind.Step;
import dev.ftctl.kind.StepResult;
import dev.ftctl.kind.Writes;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.model.file.FilePart;
import dev.ftctl.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Uploads packages, and deletes them.
///
/// @param turns one package is made at a time: of two with the same bytes, whose answers got lost,
///   nobody could tell which is whose
record PackageWriter(Account account, ReentrantLock turns) implements KindWriter {

  @Override
  public StepResult run(Step step, Ids ids, Intent intent) {
    return switch (step.change()) {
      case Change.Create create -> created(create.wanted(), ids, List.of());
      case Change.Update update -> updated(update);
      case Change.Replace replace ->
          created(
              replace.wanted(),
              ids,
              List.of(
                  "the package "
                      + replace.live().id()
                      + " is somebody else's and stays, with no connection"));
      case Change.Delete delete -> deleted(delete.live());
      case Change.Keep keep -> StepResult.DONE;
      case Change.Gone gone -> StepResult.DONE;
    };
  }

  private StepResult created(Resource wanted, Ids ids, List<String> notes) {
    Optional<StepResult> changed = changed(wanted);
    if (changed.isPresent()) {
      return changed.get();
    }
    turns.lock();
    try {
      Optional<Value.Mapping> there = again(wanted, ids);
      if (there.isPresent()) {
        return new StepResult.Overtaken(
            "uploaded by somebody else since the plan: id " + there.get().text("id"));
      }
      Value.Mapping made =
          Writes.create(() -> api().create(part(wanted)), () -> again(wanted, ids));
      ids.put(wanted.address(), new RemoteId(made.text("id")));
      return judged(wanted, made, notes);
    } finally {
      turns.unlock();
    }
  }

  /// What belongs to nobody, has these bytes and was not there before.
  private Optional<Value.Mapping> again(Resource wanted, Ids ids) {
    String identity = "sha256 " + hash(wanted);
    return new PackageReader(account)
        .list().stream()
            .filter(live -> live.identity().equals(identity))
            .filter(live -> ids.nameOf(SdkPackageDefinition.SLUG, live.id().value()).isEmpty())
            .map(Live::fields)
            .findFirst();
  }

  private StepResult updated(Change.Update update) {
    Resource wanted = update.wanted();
    return changed(wanted)
        .orElseGet(() ->
            judged(
                wanted,
                Writes.repeat(() -> api().update(update.live().id().value(), part(wanted))),
                List.of()));
  }

  private StepResult deleted(Live live) {
    Writes.delete(() -> api().delete(live.id().value()));
    return StepResult.DONE;
  }

  /// Nothing is sent but what the plan said.
  private static Optional<StepResult> changed(Resource wanted) {
    String file = wanted.spec().text(SdkPackageDefinition.FILE);
    try {
      return FileHash.of(part(wanted).path()).equals(hash(wanted))
          ? Optional.empty()
          : Optional.of(
              new StepResult.Unfinished(file + " has changed since the plan; nothing was sent"));
    } catch (IOException unreadable) {
      return Optional.of(
          new StepResult.Unfinished(file + " can't be read any more; nothing was sent"));
    }
  }

  /// What came in is told by its hash.
  private static StepResult judged(Resource wanted, Value.Mapping answer, List<String> notes) {
    String come = answer.text(SdkPackageDefinition.HASH);
    return come.isEmpty() || come.equalsIgnoreCase(hash(wanted))
        ? new StepResult.Done(notes)
        : new StepResult.Unfinished(
            "other bytes came in than were sent (sha256 " + come + "): apply again");
  }

  private static FilePart part(Resource wanted) {
    return new FilePart(Path.of(wanted.spec().text(SdkPackageDefinition.PATH)));
  }

  private static String hash(Resource wanted) {
    return wanted.spec().text(SdkPackageDefinition.HASH);
  }

  private SdkPackagesApi api() {
    return account.api(SdkPackagesApi.class);
  }
}
