package dev.ftctl.cli.telling;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Words that users of other tools try as a command, each with what they mean here. By meaning, not
/// by letters: `deploy` is far from anything that ftctl has.
final class OtherWords {

  private static final String PLAN =
      "ftctl plan compares the account with the manifests; --detailed-exitcode tells by exit code.";
  private static final String LIST =
      "ftctl get KIND lists what the account has; ftctl plan --show-unmanaged what no manifest"
          + " describes.";
  private static final String KEY =
      "There is nothing to log in to: set FIVETRAN_API_KEY and FIVETRAN_API_SECRET, or give"
          + " --credentials FILE; or try it without an account: --sandbox.";
  private static final String MATCH =
      "ftctl export -o DIR writes what the account has as manifests, ftctl import terraform what a"
          + " state holds; ftctl plan matches manifests with live objects by their names.";
  private static final String DELETE =
      "What is to go says metadata.absent: true in its manifest; then run ftctl apply.";
  private static final String SERVICES =
      "ftctl connector-type list shows the services; connections stand in manifests.";
  private static final String CONNECTIONS =
      "ftctl get connectors lists connections; sync, resync, test, pause and resume act on them;"
          + " ftctl connector-type list shows the services.";
  private static final String COPY =
      "ftctl connector copy ADDRESS --to GROUP writes the manifest of a connection like another.";
  private static final String MOVE =
      "A connection moves to another group by metadata.moved_from of its manifest, and ftctl"
          + " apply.";
  private static final String DBT =
      "ftctl generate dbt-sources writes the tables that sync as sources of dbt; ftctl plan"
          + " --dbt-manifest FILE tells which models depend on a change.";
  private static final String SQL =
      "ftctl sql rewrite FILE --connector NAME gives tables and columns in SQL the names that they"
          + " have in the destination.";
  private static final String CALL =
      "ftctl api METHOD PATH sends any call: ftctl api GET connections.";

  private static final String PRACTICE =
      "ftctl playground start serves an API to practise connectors on; ftctl sandbox start the"
          + " simulator of Fivetran's.";

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("diff", PLAN),
          Map.entry("refresh", PLAN),
          Map.entry("preview", PLAN),
          Map.entry("output", "ftctl outputs prints ids, and the keys of groups."),
          Map.entry("list", LIST),
          Map.entry("ls", LIST),
          Map.entry("health", "ftctl status tells how connections are."),
          Map.entry("monitor", "ftctl status --watch keeps an eye on connections."),
          Map.entry("adopt", MATCH),
          Map.entry("login", KEY),
          Map.entry("logout", KEY),
          Map.entry("auth", KEY),
          Map.entry("configure", KEY),
          Map.entry("delete", DELETE),
          Map.entry("destroy", DELETE),
          Map.entry("remove", DELETE),
          Map.entry("trigger", "ftctl sync ADDRESS syncs a connection now."),
          Map.entry("force", "ftctl sync ADDRESS syncs a connection now."),
          Map.entry("connection", CONNECTIONS),
          Map.entry("connections", CONNECTIONS),
          Map.entry("connectors", CONNECTIONS),
          Map.entry("copy", COPY),
          Map.entry("clone", COPY),
          Map.entry("duplicate", COPY),
          Map.entry("migrate", MOVE),
          Map.entry("move", MOVE),
          Map.entry("service", SERVICES),
          Map.entry("services", SERVICES),
          Map.entry("deploy", "ftctl apply does what ftctl plan shows."),
          Map.entry("up", "ftctl apply does what ftctl plan shows."),
          Map.entry("tests", "ftctl check runs tests of manifests; ftctl test setup tests."),
          Map.entry("verify", "ftctl check runs tests of manifests; ftctl test setup tests."),
          Map.entry("lint", "ftctl validate checks manifests offline; ftctl fmt their format."),
          Map.entry("format", "ftctl fmt puts manifests in one format."),
          Map.entry("expand", "ftctl render shows the expanded manifests."),
          Map.entry("template", "ftctl render shows the expanded manifests."),
          Map.entry("new", "ftctl init writes a starter repository."),
          Map.entry(
              "create",
              "ftctl init writes a starter repository; ftctl apply creates what its manifests"
                  + " describe."),
          Map.entry("dbt", DBT),
          Map.entry("sources", DBT),
          Map.entry("rewrite", SQL),
          Map.entry("rename", SQL),
          Map.entry("call", CALL),
          Map.entry("curl", CALL),
          Map.entry("patch", CALL),
          Map.entry("post", CALL),
          Map.entry("put", CALL),
          Map.entry("request", CALL),
          Map.entry("rest", CALL),
          Map.entry("workspace", "Environments stand in ftctl.yaml and are chosen by --env."),
          Map.entry("practice", PRACTICE),
          Map.entry("practise", PRACTICE),
          Map.entry(
              "simulator",
              "ftctl sandbox start runs the simulator; --sandbox uses it in any command."));

  private OtherWords() {}

  /// What is meant, as a sentence; empty for a word that is no other tool's.
  static Optional<String> meaning(String word) {
    return Optional.ofNullable(MEANINGS.get(word.toLowerCase(Locale.ROOT)));
  }
}
