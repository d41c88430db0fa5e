package dev.ftctl.plan;

import dev.ftctl.diff.Diff;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Intent;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Wanted;
import java.util.List;
import java.util.Map;

/// Changes of a group `prod`, its destination `wh` and its connection `orders`, as a comparison
/// would give them.
final class Changes {

  static final Plan.Header HEADER = new Plan.Header("acme", "acc", "", 1, 1, Part.WHOLE, "d");

  private static final Findings FIELD_SET =
      Findings.of(
          List.of(
              FieldChange.set(FieldPath.of("sync_frequency"), Value.number(60), Value.number(15))));

  private Changes() {}

  /// Planned with nothing allowed but what is usual.
  static Plan plan(Ids ids, Change... changes) {
    return plan(ids, List.of(), changes);
  }

  static Plan plan(Ids ids, List<Live> unmanaged, Change... changes) {
    var diff = new Diff(List.of(changes), unmanaged, ids, Intent.PLAIN, java.util.Set.of());
    return Planner.order(diff, Guards.USUAL, HEADER, Wanted.KINDS);
  }

  static Change create(Resource wanted) {
    return new Change.Create(
        wanted,
        Findings.of(List.of(FieldChange.set(FieldPath.of("x"), Value.ABSENT, Value.text("y")))));
  }

  static Change update(Resource wanted, Live live) {
    return new Change.Update(wanted, live, FIELD_SET, false);
  }

  static Change update(RiskFinding risk) {
    return new Change.Update(connector(), liveConnection(), FIELD_SET.risking(risk), false);
  }

  static Change replace(Resource wanted) {
    return replace(wanted, liveConnection());
  }

  static Change replace(Resource wanted, Live live) {
    return new Change.Replace(wanted, live, Findings.NONE);
  }

  static Change keep(Resource wanted, Live live) {
    return new Change.Keep(wanted, live, Findings.NONE);
  }

  /// Nothing differs, but apply has something to do.
  static Change followUp(Resource wanted, Live live) {
    return new Change.Keep(wanted, live, Findings.NONE.followedUp());
  }

  static Change delete(String address, Live live) {
    Address parsed = Address.parse(address, slug -> slug.equals("connector")).orElseThrow();
    return new Change.Delete(parsed, live, SourceLocation.NONE, "absent: true", Findings.NONE);
  }

  static Resource group() {
    return Wanted.of("group/prod", Map.of("name", "prod"));
  }

  static Resource destination(String name, String group) {
    return Wanted.of("destination/" + name, Map.of("group", group, "service", "snowflake"));
  }

  static Resource connector() {
    return Wanted.of(
        "connector/orders@prod",
        Map.of(
            "service",
            "postgres",
            "group",
            "prod",
            "paused",
            false,
            "config",
            Map.of("schema_prefix", "orders")));
  }

  static Resource settings() {
    return Wanted.of(
        "schema-settings/orders@prod",
        Map.of("connector", "orders@prod", "schema_change_handling", "BLOCK_ALL"));
  }

  static Live liveGroup() {
    return live("group", "g1", "prod", Map.of());
  }

  static Live liveDestination() {
    return live("destination", "g1", "prod", Map.of("group_id", "g1"));
  }

  static Live liveConnection() {
    return live("connector", "c1", "orders", Map.of("group_id", "g1", "schema", "orders"));
  }

  static Live live(String kind, String id, String label, Map<String, ?> fields) {
    return new Live(kind, new RemoteId(id), label, label, Wanted.mapping(fields), true);
  }
}
