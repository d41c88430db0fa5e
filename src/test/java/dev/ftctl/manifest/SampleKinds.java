package dev.ftctl.manifest;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.choice;
import static dev.ftctl.kind.table.Field.hoisted;
import static dev.ftctl.kind.table.Field.instances;
import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.number;
import static dev.ftctl.kind.table.Field.of;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.oneOfNumbers;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.roles;
import static dev.ftctl.kind.table.Field.secret;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;
import static dev.ftctl.kind.table.Field.tree;

import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Kinds with every shape, trait and feature that tables know.
final class SampleKinds {

  private static final FieldTable GROUP = FieldTable.of(text("name")).ownedBy("spec of Group");

  private static final FieldTable CONFIG =
      FieldTable.of(
              text("schema").identity(),
              text("host").login(),
              integer("port"),
              number("ratio"),
              bool("ssl"),
              text("comment"),
              secret("password"),
              text("made_by_server").readOnly(),
              oneOf("update_method", "BINLOG", "TELEPORT"),
              of("mode", new Shape.OneOf(List.of("FAST", "SLOW"), true)),
              choice("level", "LOW", "HIGH"),
              set("tags"),
              of("free", new Shape.Free()),
              of(
                  "files",
                  new Shape.ItemsOf(
                      FieldTable.of(text("table").required(), text("pattern")).ownedBy("files"),
                      List.of("table"),
                      false)))
          .open();

  private static final FieldTable SETTINGS =
      FieldTable.of(
              instances("connector", "connection_id", "connector").required().partOf(),
              oneOf("schema_change_handling", "ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL"),
              tree("schemas"))
          .ownedBy("spec of SchemaSettings");

  private static final FieldTable HOOK =
      FieldTable.of(
              text("url").required().identity(),
              ref("group", "group_id", "group"),
              ref("after", "after_id", "webhook"),
              set("events", "sync_start", "sync_end"),
              secret("secret"))
          .ownedBy("spec of Webhook");

  private static final FieldTable USER =
      FieldTable.of(
              text("email").required().identity(),
              text("phone"),
              roles("groups", "group", false, RoleScope.DESTINATION),
              roles("connectors", "connector", true, RoleScope.CONNECTOR))
          .ownedBy("spec of User");

  static final KindList ALL =
      new KindList(
          List.of(
              new SampleKind("Group", "group", "name", spec -> GROUP).kind(),
              new SampleKind("Connector", "connector", "", SampleKinds::connector).kind(),
              new SampleKind("SchemaSettings", "schema-settings", "", spec -> SETTINGS).kind(),
              new SampleKind("User", "user", "email", spec -> USER).kind(),
              new SampleKind("Webhook", "webhook", "", spec -> HOOK).kind()));

  private SampleKinds() {}

  private static FieldTable connector(Value.Mapping spec) {
    String owner = "config of service '" + spec.text("service") + "'";
    return FieldTable.of(
            text("service").required().immutable(),
            ref("group", "group_id", "group").required().identity().immutable(),
            oneOfNumbers("sync_frequency", 5, 15, 60, 360, 1440),
            bool("paused"),
            text("daily_sync_time"),
            Field.of("config", new Shape.Nested(CONFIG.ownedBy(owner))),
            nested("auth", secret("refresh_token")),
            hoisted("schema_settings", "schema-settings"))
        .fansOutBy("groups")
        .ownedBy("spec of Connector");
  }
}
