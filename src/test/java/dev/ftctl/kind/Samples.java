package dev.ftctl.kind;

import static dev.ftctl.kind.table.Field.bool;
import static dev.ftctl.kind.table.Field.integer;
import static dev.ftctl.kind.table.Field.nested;
import static dev.ftctl.kind.table.Field.number;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.oneOfNumbers;
import static dev.ftctl.kind.table.Field.ref;
import static dev.ftctl.kind.table.Field.roles;
import static dev.ftctl.kind.table.Field.secret;
import static dev.ftctl.kind.table.Field.set;
import static dev.ftctl.kind.table.Field.text;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import java.util.List;

/// A table with every shape and trait, and an account with one group.
public final class Samples {

  public static final FieldTable CONFIG =
      FieldTable.of(
              text("host").login(),
              integer("port"),
              number("ratio"),
              bool("tls"),
              secret("password"),
              text("public_key").readOnly(),
              text("timeframe").immutable(),
              set("tables"),
              Field.of("ids", new Shape.SetOf(new Shape.IntegerShape())),
              nested(
                  "storage",
                  text("bucket"),
                  text("prefix"),
                  secret("key"),
                  text("made").readOnly()),
              Field.of(
                  "reports",
                  new Shape.ItemsOf(
                      FieldTable.of(text("name"), text("table"), set("columns"), secret("token")),
                      List.of("name", "table"),
                      false)),
              Field.of(
                  "tokens",
                  new Shape.ItemsOf(
                      FieldTable.of(text("name"), secret("value"), text("made").readOnly()),
                      List.of("name"),
                      true)),
              Field.of("free", new Shape.Free()))
          .open();

  public static final FieldTable TABLE =
      FieldTable.of(
          text("name").identity(),
          ref("group", "group_id", "group"),
          text("service").immutable(),
          text("note"),
          bool("paused"),
          oneOf("mode", "ONE_WAY", "TwoWay"),
          oneOfNumbers("frequency", 5, 60),
          bool("trust").local(),
          text("birth").createOnly(),
          secret("secret"),
          roles("groups", "group", false, RoleScope.DESTINATION),
          nested("auth", secret("token").writeOnly()).writeOnly(),
          nested("whole", text("a"), text("b"), secret("key")),
          Field.of("config", new Shape.Nested(CONFIG)));

  private Samples() {}

  public static Ids ids() {
    var ids = new Ids();
    ids.put(Address.of("group", "prod"), new RemoteId("calm_reef"));
    ids.put(Address.of("group", "dev"), new RemoteId("wild_oak"));
    return ids;
  }
}
