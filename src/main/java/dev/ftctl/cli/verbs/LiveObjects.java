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
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The account that a verb works on, opened, and who there is in it.
public final class LiveObjects implements AutoCloseable {

  private final AccountFlags.Opened opened;
  private final Described described;
  private final Supplier<Directory> reading;
  private final Directory directory;

  private LiveObjects(
      AccountFlags.Opened opened, Described described, Supplier<Directory> reading) {
    this.opened = opened;
    this.described = described;
    this.reading = reading;
    this.directory = reading.get();
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
    return open(
        run,
        common,
        accounts,
        project,
        writes,
        (account, described) -> {
          Roster roster =
              Roster.read(
                  account, run.kinds().get(), described.resources(), slugs, ReadingObserver.NONE);
          return Directory.of(roster, described.resources(), slugs, described.broken());
        });
  }

  /// The same with whatever tells who there is.
  public static LiveObjects open(
      Run run,
      CommonFlags common,
      AccountFlags accounts,
      ProjectFlags project,
      boolean writes,
      BiFunction<Account, Described, Directory> reading) {
    Described described = Described.of(project.request(run), run.kinds().get());
    AccountFlags.Opened opened =
        accounts.open(run, writes, Wire.of(run, common), described.project().environment());
    try {
      described.requireAccount(opened.account());
      return new LiveObjects(opened, described, () -> reading.apply(opened.account(), described));
    } catch (RuntimeException unusable) {
      opened.close();
      throw unusable;
    }
  }

  public Account account() {
    return opened.account();
  }

  /// The lists as they are now, by the same manifests.
  ///
  /// @throws dev.ftctl.model.problem.ApiException when one of them can't be read
  public Directory again() {
    return reading.get();
  }

  /// What manifests and project file say.
  public Described described() {
    return described;
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
