package dev.ftctl.testing;

import static dev.ftctl.kind.table.Field.instances;
import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.refs;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.Intent;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.References;
import dev.ftctl.kind.compare.Comparison;
import dev.ftctl.kind.compare.Creation;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kind that refers to others wherever a table can: in lists, in objects, in lists of objects, to
/// instances and to its own kind. The account tells it by the depot of its route and by its name.
public final class Parcels implements KindDefinition {

  private static final FieldTable STOP =
      FieldTable.of(
              text("place").required(),
              ref("guard", "guard_id", "user"),
              refs("with", "with_ids", "parcel", false))
          .ownedBy("stops");

  public static final FieldTable TABLE =
      FieldTable.of(
              text("name").required().identity(),
              refs("connectors", "connector_ids", "connector", true),
              refs("after", "after_ids", "parcel", false),
              nested(
                  "route",
                  ref("depot", "depot_id", "group"),
                  instances("source", "source_id", "connector"),
                  integer("weight"),
                  nested("detour", refs("over", "over_ids", "parcel", false))),
              Field.of("stops", new Shape.ItemsOf(STOP, List.of("place"), false)),
              Field.of("loose", new Shape.ItemsOf(STOP, List.of(), false)))
          .ownedBy("spec of Parcel");

  /// The kinds of the program, and parcels.
  public static final KindList KINDS = with(Wanted.KINDS);

  private Parcels() {}

  private static KindList with(KindList others) {
    var all = new ArrayList<>(others.kinds());
    all.add(new Kind(new Parcels(), account -> nobody(), account -> nobody()));
    return new KindList(all);
  }

  @Override
  public String name() {
    return "Parcel";
  }

  @Override
  public String slug() {
    return "parcel";
  }

  @Override
  public String namedBy() {
    return "name";
  }

  @Override
  public FieldTable fields(Value.Mapping spec) {
    return TABLE;
  }

  @Override
  public Optional<String> identity(Resource wanted, Ids ids) {
    return ids.idOf(wanted.spec().at(FieldPath.of("route", "depot")))
        .map(depot -> depot + " " + wanted.spec().text("name"));
  }

  @Override
  public Findings compare(Resource wanted, Live live, Ids ids, Intent intent) {
    return Comparison.between(TABLE, wanted.spec(), live.fields(), ids).findings(wanted.address());
  }

  @Override
  public Findings creation(Resource wanted, Ids ids) {
    return Creation.of(TABLE, wanted);
  }

  @Override
  public List<Address> liveReferences(Live live, Ids ids) {
    return References.of(live, TABLE, ids);
  }

  private static <T> T nobody() {
    throw new UnsupportedOperationException();
  }
}
