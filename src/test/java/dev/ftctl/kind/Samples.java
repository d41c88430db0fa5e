package dev.ftctl.kind;

import static dev.ftctl.kind.Field.bool;
import static dev.ftctl.kind.Field.integer;
import static dev.ftctl.kind.Field.nested;
import static dev.ftctl.kind.Field.number;
import static dev.ftctl.kind.Field.oneOf;
import static dev.ftctl.kind.Field.oneOfNumbers;
import static dev.ftctl.kind.Field.ref;
import static dev.ftctl.kind.Field.roles;
import static dev.ftctl.kind.Field.secret;
import static dev.ftctl.kind.Field.set;
import static dev.ftctl.kind.Field.text;

import dev.ftctl.model.Address;
import dev.ftctl.model.Ids;
import dev.ftctl.model.RemoteId;
import java.util.List;

/// A table with every shape and trait, and an account with one group.
final class Samples {

  static final FieldTable CONFIG =
      FieldTable.of(
              text("host").login(),
              integer("port"),
              number("ratio"),
              bool("tls"),
              secret("password"),
              text("public_key").readOnly(),
              text("timeframe").immutable(),
              set("tables"),
              Field.of("ids", new Shape.SetOf(new Shape.IntegerShape(), List.of())),
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
                      List.of("name", "table"))),
              Field.of("free", new Shape.Free()))
          .open();

  static final FieldTable TABLE =
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
          roles("groups", "group", false),
          nested("auth", secret("token").writeOnly()).writeOnly(),
          nested("whole", text("a"), text("b"), secret("key")),
          Field.of("config", new Shape.Nested(CONFIG)));

  private Samples() {}

  static Ids ids() {
    var ids = new Ids();
    ids.put(Address.of("group", "prod"), new RemoteId("calm_reef"));
    ids.put(Address.of("group", "dev"), new RemoteId("wild_oak"));
    return ids;
  }
}
