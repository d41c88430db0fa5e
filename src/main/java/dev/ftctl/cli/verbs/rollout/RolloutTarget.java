package dev.ftctl.cli.verbs.rollout;

import dev.ftctl.address.Named;
import dev.ftctl.catalog.Catalog;
import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.FieldType;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.cli.verbs.LiveObjects;
import dev.ftctl.fivetran.api.ConnectionsApi;
import dev.ftctl.fivetran.api.SchemasApi;
import dev.ftctl.kind.KindList;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import dev.ftctl.operate.rollout.ItemSwitch;
import dev.ftctl.operate.rollout.Progress;
import dev.ftctl.operate.rollout.Rollout;
import dev.ftctl.operate.rollout.Switch;
import dev.ftctl.operate.rollout.TableSwitch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a rollout is about, in the account and in the manifests.
record RolloutTarget(LiveObjects live, KindList kinds, RolloutSource source) {

  /// @throws dev.ftctl.model.problem.ManifestException when there is none, or more than one, or
  ///   manifests can't be read, which may say that nothing may be switched on
  Named connection() {
    Rollout.Word word = source.rollout().connector();
    live.directory().requireManifests();
    List<Named> found;
    try {
      found = live.directory().find(word.text());
    } catch (RefusedException none) {
      throw source.wrong(word.place(), String.valueOf(none.getMessage()), none.next());
    }
    if (found.size() != 1) {
      throw source.wrong(
          word.place(),
          "'" + word.text() + "' means " + found.size() + " connections, and a rollout is of one",
          "say which: "
              + Near.list(found.stream().map(each -> each.address().toString()).toList()));
    }
    return found.getFirst();
  }

  /// @throws dev.ftctl.model.problem.ManifestException when it is of something else
  Progress progress(Named connection) {
    Optional<Progress> kept = source.kept().read();
    if (kept.isEmpty()) {
      return Progress.begun(source.rollout(), connection);
    }
    source.requireOf(kept.get());
    if (!kept.get().id().equals(connection.id())) {
      throw source.wrong(
          source.rollout().connector().place(),
          "its progress is of another connection: "
              + kept.get().address()
              + " (id "
              + kept.get().id()
              + ")",
          "a rollout of another one takes another name; where the connection was made anew, move "
              + source.kept().file()
              + " away");
    }
    return kept.get();
  }

  /// @param details of the connection
  Switch pieces(Named connection, Value.Mapping details) {
    Rollout rollout = source.rollout();
    if (rollout.isOfTables()) {
      return new TableSwitch(
          live.account().api(SchemasApi.class), connection.id(), connection.address().toString());
    }
    String field = rollout.field();
    Optional<ServiceFacts> service = Catalog.bundled().connection(details.text("service"));
    Optional<FieldFacts> facts = service.flatMap(all -> all.field(List.of(field)));
    boolean isThere = !details.mapping("config").get(field).isAbsent();
    if (facts.isEmpty() && !isThere) {
      throw source.wrong(
          rollout.subject().place(),
          "a connection of the service " + details.text("service") + " has no config." + field,
          Near.hint(field, service.map(all -> all.config().keySet()).orElseGet(Set::of)));
    }
    facts
        .filter(known -> known.secret() || !isList(known))
        .ifPresent(known -> {
          throw source.wrong(
              rollout.subject().place(),
              "config." + field + (known.secret() ? " is a secret" : " is no list of texts"),
              "name a list such as config.accounts");
        });
    return new ItemSwitch(
        live.account().api(ConnectionsApi.class),
        connection.id(),
        field,
        facts.filter(known -> known.type() == FieldType.INTEGER_LIST).isPresent());
  }

  private static boolean isList(FieldFacts facts) {
    return facts.type() == FieldType.TEXT_LIST
        || facts.type() == FieldType.INTEGER_LIST
        || facts.type() == FieldType.FREE;
  }

  Declared declared(Named connection) {
    Value.Mapping settings =
        source.rollout().isOfTables() ? settings(connection) : Value.Mapping.EMPTY;
    return Declared.of(source, connection, live.described().resources(), kinds, settings);
  }

  /// Empty while there are none, which is told of the tables.
  private Value.Mapping settings(Named connection) {
    try {
      return live.account().api(SchemasApi.class).read(connection.id());
    } catch (ApiException none) {
      if (none.failure().isNotFound()) {
        return Value.Mapping.EMPTY;
      }
      throw none;
    }
  }
}
