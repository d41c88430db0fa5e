package dev.ftctl.architecture;

import java.util.ArrayList;
import java.util.List;

/// What stands inside the rooms: what each sub-room may use of its own room, and which rooms may
/// see it from outside. A type becomes public only since another sub-room uses it; this table holds
/// back what that would let in.
///
/// A room that is named here has all its sub-rooms here. Those that are not seen from outside serve
/// their own room alone.
final class SubRooms {

  /// @param name as `manifest.binding`, or `manifest` for the room's own files
  /// @param uses sub-rooms of the same room
  /// @param seenBy rooms besides its own
  record SubRoom(String name, List<String> uses, List<String> seenBy) {

    String room() {
      return name.replaceFirst("[.].*", "");
    }
  }

  private static final List<String> ANYBODY = List.of("..");

  private SubRooms() {}

  static List<SubRoom> all() {
    var all = new ArrayList<SubRoom>();
    all.addAll(cli());
    all.addAll(export());
    all.addAll(fivetran());
    all.addAll(kind());
    all.addAll(manifest());
    all.addAll(model());
    all.addAll(operate());
    all.addAll(playground());
    all.addAll(render());
    all.addAll(sandbox());
    all.addAll(sql());
    return all;
  }

  private static List<SubRoom> cli() {
    return List.of(
        room("cli", ANYBODY, "cli.accept", "cli.pace", "cli.flags", "cli.telling", "cli.process"),
        room("cli.accept", List.of()),
        room("cli.pace", List.of(), "cli.flags", "cli.process"),
        room("cli.connectortype", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.connector", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.check", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.init", List.of(), "cli.export", "cli.flags", "cli.telling", "cli.process"),
        room("cli.doctor", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.help", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.api", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.export", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.generate", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.sql", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room("cli.verbs", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.verbs.state", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room(
            "cli.verbs.outputs", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room("cli.verbs.trust", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room("cli.verbs.status", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room(
            "cli.verbs.rollout", List.of(), "cli.verbs", "cli.flags", "cli.telling", "cli.process"),
        room(
            "cli.verbs.transformation",
            List.of(),
            "cli.verbs",
            "cli.flags",
            "cli.telling",
            "cli.process"),
        room("cli.fleet", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.playground", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.sandbox", List.of(), "cli.flags", "cli.telling", "cli.process"),
        room("cli.telling", List.of(), "cli.flags", "cli.process"),
        room("cli.flags", List.of(), "cli.log", "cli.process"),
        room("cli.log", List.of(), "cli.process"),
        room("cli.process", List.of()));
  }

  private static List<SubRoom> export() {
    return List.of(
        room("export", List.of("accept", "cli")),
        room("export.account", List.of("cli"), "export", "export.folding"),
        room("export.copy", List.of("cli"), "export", "export.account"),
        room("export.folding", List.of("cli"), "export"),
        room("export.standing", List.of("cli"), "export"),
        room("export.terraform", List.of("cli"), "export", "export.account"));
  }

  private static List<SubRoom> fivetran() {
    return List.of(
        room(
            "fivetran",
            ANYBODY,
            "fivetran.api",
            "fivetran.http",
            "fivetran.pacing",
            "fivetran.answer"),
        room(
            "fivetran.api",
            List.of("cli", "connectortype", "kind", "kinds", "operate"),
            "fivetran.answer"),
        room("fivetran.http", List.of("apply", "cli"), "fivetran.pacing", "fivetran.answer"),
        room("fivetran.pacing", List.of("apply", "cli", "operate"), "fivetran.answer"),
        room("fivetran.answer", List.of("cli", "connectortype", "kind", "kinds", "operate")));
  }

  private static List<SubRoom> kind() {
    return List.of(
        room(
            "kind",
            ANYBODY,
            "kind.facet",
            "kind.downstream",
            "kind.finding",
            "kind.handout",
            "kind.table"),
        room("kind.handout", List.of("cli", "handout", "walk")),
        room("kind.downstream", ANYBODY, "kind.finding"),
        room("kind.access", List.of("kinds", "live"), "kind", "kind.finding", "kind.table"),
        room(
            "kind.plain",
            List.of("cli", "kinds"),
            "kind",
            "kind.compare",
            "kind.facet",
            "kind.finding",
            "kind.handout",
            "kind.setuptest",
            "kind.table"),
        room("kind.setuptest", List.of("export", "kinds", "operate"), "kind", "kind.table"),
        room(
            "kind.compare",
            List.of("kinds", "diff", "drift", "plan", "cli", "apply", "live"),
            "kind",
            "kind.finding",
            "kind.table"),
        room("kind.finding", ANYBODY),
        room("kind.facet", ANYBODY),
        room("kind.attached", List.of("kinds", "live"), "kind.table"),
        room("kind.metadata", List.of("walk"), "kind.table"),
        room("kind.pairing", List.of("kinds")),
        room(
            "kind.table",
            List.of(
                "accept",
                "address",
                "example",
                "export",
                "kinds",
                "manifest",
                "plan",
                "jsonschema",
                "walk")));
  }

  private static List<SubRoom> manifest() {
    return downward(
        room("manifest", ANYBODY),
        room("manifest.selection", List.of()),
        room("manifest.outline", List.of()),
        room("manifest.binding", List.of()),
        room("manifest.expansion", List.of()),
        room("manifest.document", List.of()),
        room("manifest.project", List.of("accept", "cli", "diff", "walk")),
        room("manifest.expression", List.of()),
        room("manifest.input", List.of("cli", "walk")),
        room("manifest.policy", List.of("cli", "render", "walk")),
        room("manifest.report", List.of()));
  }

  private static List<SubRoom> model() {
    return downward(
        room("model", ANYBODY),
        room("model.value", ANYBODY),
        room("model.file", ANYBODY),
        room("model.address", ANYBODY),
        room("model.problem", ANYBODY),
        room("model.shown", ANYBODY));
  }

  private static List<SubRoom> operate() {
    return List.of(
        room("operate", ANYBODY),
        room("operate.state", List.of("cli")),
        room("operate.outputs", List.of("cli"), "operate"),
        room("operate.trust", List.of("cli"), "operate", "operate.tests"),
        room("operate.follow", List.of("cli"), "operate"),
        room("operate.sync", List.of("cli"), "operate", "operate.follow"),
        room("operate.status", List.of("cli", "render"), "operate", "operate.sync"),
        room("operate.transformation", List.of("cli"), "operate", "operate.follow"),
        room("operate.rollout", List.of("cli"), "operate", "operate.follow", "operate.sync"),
        room("operate.tests", List.of("cli"), "operate"));
  }

  private static List<SubRoom> playground() {
    return downward(
        room("playground", List.of("cli")),
        room("playground.endpoint", List.of()),
        room("playground.http", List.of()),
        room("playground.data", List.of("cli")));
  }

  private static List<SubRoom> render() {
    return List.of(
        room("render", List.of("cli")),
        room("render.plan", List.of("cli"), "render"),
        room("render.check", List.of("cli"), "render"),
        room("render.problem", List.of("cli"), "render"),
        room("render.outcome", List.of("cli"), "render"),
        room("render.drift", List.of("cli"), "render", "render.plan"),
        room("render.graph", List.of("cli"), "render"),
        room("render.status", List.of("cli"), "render"),
        room("render.fleet", List.of("cli"), "render"),
        room("render.page", List.of("cli"), "render", "render.status"));
  }

  private static List<SubRoom> sql() {
    return downward(
        room("sql", List.of("cli")),
        room("sql.scope", List.of()),
        room("sql.token", List.of("cli")));
  }

  private static List<SubRoom> sandbox() {
    String[] shared = {"sandbox.config", "sandbox.http", "sandbox.store"};
    return List.of(
        room(
            "sandbox",
            List.of("cli"),
            "sandbox.connections",
            "sandbox.schemas",
            "sandbox.syncs",
            "sandbox.people",
            "sandbox.others",
            "sandbox.logs",
            "sandbox.transformations",
            "sandbox.networking",
            "sandbox.keys",
            "sandbox.code",
            "sandbox.control",
            "sandbox.http",
            "sandbox.store"),
        room(
            "sandbox.connections",
            List.of(),
            "sandbox.people",
            "sandbox.schemas",
            "sandbox.syncs",
            "sandbox.config",
            "sandbox.http",
            "sandbox.store"),
        room(
            "sandbox.schemas",
            List.of(),
            "sandbox.source",
            "sandbox.config",
            "sandbox.http",
            "sandbox.store"),
        room(
            "sandbox.syncs",
            List.of(),
            "sandbox.schemas",
            "sandbox.config",
            "sandbox.http",
            "sandbox.store"),
        room("sandbox.people", List.of(), shared),
        room("sandbox.others", List.of(), shared),
        room("sandbox.code", List.of(), shared),
        room("sandbox.logs", List.of(), shared),
        room("sandbox.networking", List.of(), shared),
        room("sandbox.keys", List.of(), shared),
        room("sandbox.transformations", List.of(), shared),
        room("sandbox.control", List.of("cli"), "sandbox.http", "sandbox.store"),
        room("sandbox.config", List.of(), "sandbox.http", "sandbox.store"),
        room("sandbox.http", List.of(), "sandbox.store"),
        room("sandbox.source", List.of()),
        room("sandbox.store", List.of("cli")));
  }

  /// Each may use those after it.
  private static List<SubRoom> downward(SubRoom... rooms) {
    var all = new ArrayList<SubRoom>();
    for (int i = 0; i < rooms.length; i++) {
      List<String> below =
          List.of(rooms).subList(i + 1, rooms.length).stream().map(SubRoom::name).toList();
      all.add(new SubRoom(rooms[i].name(), below, rooms[i].seenBy()));
    }
    return all;
  }

  private static SubRoom room(String name, List<String> seenBy, String... uses) {
    return new SubRoom(name, List.of(uses), seenBy);
  }
}
