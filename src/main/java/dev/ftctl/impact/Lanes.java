package dev.ftctl.impact;

import dev.ftctl.kind.Change;
import dev.ftctl.kind.Facets.Downstream;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.kind.downstream.Letters;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.plan.Plan;
import dev.ftctl.plan.PlannedChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which connections bring tables to which warehouse, as far as a plan knows the account: what
/// manifests describe, and what they don't.
///
/// @param all connections
/// @param warehouses by id
record Lanes(Plan plan, KindList kinds, List<Lane> all, Map<String, Place> warehouses) {

  /// One connection of the account.
  ///
  /// @param warehouse the id of what it loads
  record Lane(Address address, String id, String warehouse, Landing landing) {}

  /// A warehouse.
  ///
  /// @param database of all its tables; empty where that is not known
  record Place(Address address, String database, Letters letters) {

    static final Place UNKNOWN = new Place(Address.of("", ""), "", Letters.FOLDED);
  }

  static Lanes of(Plan plan, KindList kinds) {
    var lanes = new Lanes(plan, kinds, new ArrayList<>(), new HashMap<>());
    plan.unmanaged().forEach(live -> lanes.add(plan.addressOf(live), live));
    for (PlannedChange planned : plan.changes()) {
      planned.change().found().ifPresent(live -> lanes.add(planned.change().address(), live));
    }
    return lanes;
  }

  private void add(Address address, Live live) {
    KindDefinition definition = kinds.ofSlug(live.kind()).definition();
    Optional<Downstream> downstream = definition.downstream();
    downstream
        .flatMap(Downstream::loads)
        .ifPresent(loads ->
            all.add(
                new Lane(
                    address,
                    live.id().value(),
                    loads.warehouse(live),
                    loads.landing(live.fields()))));
    downstream
        .flatMap(Downstream::warehouse)
        .ifPresent(warehouse ->
            warehouses.put(
                live.id().value(),
                new Place(
                    address, warehouse.database(live.fields()), warehouse.letters(live.fields()))));
  }

  Place warehouse(String id) {
    return warehouses.getOrDefault(id, Place.UNKNOWN);
  }

  /// The connections that a change is about: itself, the one that it is a part of, all that load
  /// what it is.
  List<Lane> of(Change change) {
    Optional<Live> live = change.found();
    return live.isEmpty()
        ? List.of()
        : all.stream()
            .filter(lane ->
                lane.address().equals(change.address())
                    || isPart(change, live.get(), lane)
                    || isWarehouse(change) && lane.warehouse().equals(live.get().id().value()))
            .toList();
  }

  private boolean isPart(Change change, Live live, Lane lane) {
    return kinds.ofSlug(change.address().kind()).definition().partOf().isPresent()
        && lane.id().equals(live.id().value());
  }

  private boolean isWarehouse(Change change) {
    return kinds
        .ofSlug(change.address().kind())
        .definition()
        .downstream()
        .flatMap(Downstream::warehouse)
        .isPresent();
  }

  /// The connection that a document moves from `GROUP/SCHEMA`.
  Optional<Lane> former(Change change, String elsewhere) {
    int slash = elsewhere.indexOf('/');
    if (slash < 0 || !(change instanceof Change.OfDocument wanted)) {
      return Optional.empty();
    }
    Address group = Address.of("group", elsewhere.substring(0, slash));
    return kinds
        .ofSlug(change.address().kind())
        .definition()
        .downstream()
        .flatMap(Downstream::loads)
        .map(loads ->
            new Lane(
                change.address(),
                "",
                plan.ids().find(group).map(id -> id.value()).orElse(""),
                loads.landing(
                    wanted.wanted().spec().text("service"), elsewhere.substring(slash + 1))));
  }
}
