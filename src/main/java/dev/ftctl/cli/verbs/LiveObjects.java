package dev.ftctl.cli.verbs;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.cli.flags.AccountFlags;
import dev.ftctl.cli.flags.CommonFlags;
import dev.ftctl.cli.flags.ProjectFlags;
import dev.ftctl.cli.flags.Wire;
import dev.ftctl.cli.process.Run;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Kind;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Roster;
import dev.ftctl.model.Live;
import dev.ftctl.walk.Described;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// The account that a verb works on, opened, and who there is in it.
public final class LiveObjects implements AutoCloseable {

  private final AccountFlags.Opened opened;
  private final Directory directory;

  private LiveObjects(AccountFlags.Opened opened, Directory directory) {
    this.opened = opened;
    this.directory = directory;
  }

  /// Reads the project, the manifests as far as they can be read, and the lists of some kinds.
  ///
  /// @param writes whether the verb may send anything but GET
  /// @param slugs of the kinds that the verb is about
  public static LiveObjects open(
      Run run,
      CommonFlags common,
      AccountFlags accounts,
      ProjectFlags project,
      boolean writes,
      Set<String> slugs) {
    Described described = Described.of(project.request(run), run.kinds().get());
    AccountFlags.Opened opened =
        accounts.open(run, writes, Wire.of(run, common), described.project().environment());
    try {
      described.requireAccount(opened.account());
      Roster roster =
          Roster.read(
              opened.account(),
              run.kinds().get(),
              described.resources(),
              slugs,
              ReadingObserver.NONE);
      return new LiveObjects(
          opened, Directory.of(roster, described.resources(), slugs, described.broken()));
    } catch (RuntimeException unusable) {
      opened.close();
      throw unusable;
    }
  }

  public Account account() {
    return opened.account();
  }

  public Directory directory() {
    return directory;
  }

  /// The same with their details, a call for each, side by side; who is gone since the list was
  /// read is left out.
  List<Named> detailed(Kind kind, List<Named> objects) {
    var byId = new HashMap<String, Named>();
    objects.forEach(object -> byId.put(object.id(), object));
    var detailed = new ArrayList<Named>();
    for (Live live : Roster.detailed(account(), kind, objects.stream().map(Named::live).toList())) {
      Named object = byId.get(live.id().value());
      if (object != null) {
        detailed.add(object.withFields(live.fields()));
      }
    }
    return detailed;
  }

  @Override
  public void close() {
    opened.close();
  }
}
