package dev.ftctl.cli.connector;

import dev.ftctl.address.Directory;
import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Account;
import dev.ftctl.kind.Interest;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.live.ReadingObserver;
import dev.ftctl.live.Roster;
import dev.ftctl.model.Live;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.Value;
import dev.ftctl.walk.Described;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a copy needs to know of the account: who is in it, and the connection in detail.
record CopyAccount(Account account, Described described, Roster roster) {

  private static final String CONNECTOR = "connector";
  private static final String GROUP = "group";
  private static final String SETTINGS = "schema-settings";

  static CopyAccount read(Account account, Described described, KindList kinds) {
    return new CopyAccount(
        account,
        described,
        Roster.read(
            account, kinds, described.resources(), Set.of(CONNECTOR, GROUP), ReadingObserver.NONE));
  }

  Directory connectors() {
    return Directory.of(roster, described.resources(), Set.of(CONNECTOR), described.broken());
  }

  KindDefinition definition() {
    return roster.kinds().ofSlug(CONNECTOR).definition();
  }

  /// The one connection that a text means.
  ///
  /// @throws RefusedException when it means none or several
  Named source(String text) {
    List<Named> found = connectors().find(text);
    if (found.size() > 1) {
      throw new RefusedException(
          Refusal.USAGE,
          text + " means " + found.size() + " connections, and one is copied",
          "Say which one: "
              + Near.list(found.stream().map(named -> named.address().toString()).toList())
              + ".");
    }
    return found.getFirst();
  }

  /// The groups that texts mean, by the names that manifests call them; one that only a document
  /// describes is as good.
  ///
  /// @throws RefusedException when a text means none
  List<String> groups(List<String> texts) {
    Directory live = Directory.of(roster, described.resources(), Set.of(GROUP), described.broken());
    Set<String> names = new LinkedHashSet<>();
    for (String text : texts) {
      Optional<Resource> document =
          described.resources().stream()
              .filter(resource -> resource.address().kind().equals(GROUP))
              .filter(resource -> !resource.metadata().isAbsent())
              .filter(resource ->
                  resource.address().name().equals(text)
                      || resource.address().toString().equals(text))
              .findFirst();
      document.ifPresentOrElse(
          resource -> names.add(resource.address().name()),
          () -> live.find(text).forEach(group -> names.add(group.address().name())));
    }
    return List.copyOf(names);
  }

  /// The connection with its details, and its schema settings where they are asked for and there.
  ///
  /// @throws RefusedException when it is gone by now
  List<Live> details(Named source, boolean withSchema) {
    Kind kind = roster.kinds().ofSlug(CONNECTOR);
    List<Live> all = new ArrayList<>(Roster.detailed(account, kind, List.of(source.live())));
    if (all.isEmpty()) {
      throw new RefusedException(
          Refusal.FAILED,
          source.address() + " is gone from the account by now",
          "ftctl get connectors lists what there is.");
    }
    if (withSchema) {
      all.addAll(settings(source.live()));
    }
    return List.copyOf(all);
  }

  /// What somebody decided; nothing where the connection has no configuration of schemas yet.
  private List<Live> settings(Live owner) {
    var light =
        new Live(
            SETTINGS,
            owner.id(),
            owner.id().value(),
            owner.label(),
            Value.Mapping.EMPTY,
            owner.isOurs());
    Live read =
        roster.kinds().ofSlug(SETTINGS).reader(account).details(light, new Interest.Deviations(""));
    return read.fields().entries().isEmpty() ? List.of() : List.of(read);
  }

  /// The connection that has the place of one that is to be made.
  Optional<Live> taken(Resource wanted) {
    if (!wanted.address().kind().equals(CONNECTOR)) {
      return Optional.empty();
    }
    Optional<String> identity = definition().identity(wanted, roster.ids());
    return connectors().all().stream()
        .map(Named::live)
        .filter(live -> identity.filter(live.identity()::equals).isPresent())
        .findFirst();
  }

  /// What no document and no connection of the account is called.
  ///
  /// @param wish the name that it would best have
  /// @param groups that it goes to
  String name(String wish, List<String> groups) {
    Set<String> taken = new LinkedHashSet<>();
    described.resources().stream()
        .map(Resource::address)
        .filter(address -> address.kind().equals(CONNECTOR))
        .forEach(address -> taken.add(address.name()));
    connectors()
        .all()
        .forEach(named -> {
          taken.add(named.address().name());
          taken.add(named.live().label());
        });
    String plain = wish.replace('@', '_');
    String other =
        plain + "_" + (groups.size() == 1 ? groups.getFirst() : "copy").replace('@', '_');
    String free = taken.contains(plain) ? other : plain;
    for (int number = 2; taken.contains(free); number++) {
      free = other + "_" + number;
    }
    return free;
  }

  /// What a connection is called that no group tells apart.
  String calls(Named source) {
    return source.isDescribed() ? source.address().name() : source.live().label();
  }
}
