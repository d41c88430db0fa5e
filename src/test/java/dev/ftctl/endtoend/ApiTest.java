package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls named by hand, as the acceptance list of the seeds' framework has them (B-01 to B-16).
class ApiTest {

  static final String SECRET = "canary-of-the-key";

  @TempDir Path folder;
  private final PlayedAccount account = new PlayedAccount();
  private Workspace workspace;

  @BeforeEach
  void reach() {
    workspace =
        new Workspace(folder)
            .with("FIVETRAN_API_URL", account.url())
            .with("FIVETRAN_API_KEY", "key")
            .with("FIVETRAN_API_SECRET", SECRET)
            .with("FTCTL_QUOTAS", "none")
            .file("note.txt", "two\nlines")
            .file("tree.json", "{\"a\": [1, \"007\"]}")
            .file("broken.json", "{");
  }

  @AfterEach
  void close() {
    account.close();
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        sent("B-01", "patch groups/x name=a", "PATCH /groups/x {'name':'a'}"),
        sent("B-01", "PuT groups/x name=a", "PUT /groups/x {'name':'a'}"),
        sent("B-01", "delete groups/x", "DELETE /groups/x"),
        sent(
            "B-02",
            "PATCH connectors/my-connector-id paused=True",
            "PATCH /connections/my-connector-id {'paused':true}"),
        typed("B-03", "a=true b=True c=TRUE d=False", "{'a':true,'b':true,'c':true,'d':false}"),
        typed("B-03", "a=null b=None", "{'a':null,'b':null}"),
        typed(
            "B-03",
            "a=1 b=-5 c=1.50 d=007 e=1e5 f=.5 g=",
            "{'a':1,'b':-5,'c':1.50,'d':'007','e':'1e5','f':'.5','g':''}"),
        typed("B-03", "a:=[1,{\"b\":null}] c:=true", "{'a':[1,{'b':null}],'c':true}"),
        typed("B-03", "a=@note.txt", "{'a':'two\\nlines'}"),
        typed("B-03", "a:=@tree.json", "{'a':{'a':[1,'007']}}"),
        typed("B-03", "a.b=c a.d.e=1 f=2", "{'a':{'b':'c','d':{'e':1}},'f':2}"),
        typed("B-03", "a[]=x a[]=y b.c[]=1", "{'a':['x','y'],'b':{'c':[1]}}"),
        typed("B-03", "a\\.b=c", "{'a.b':'c'}"),
        typed("B-03", "a=b=c", "{'a':'b=c'}"),
        sent("B-03", "GET groups limit==2 a==x&y", "GET /groups?limit=2&a=x%26y"),
        typed("B-04", "a:=\"007\" b:=\"true\"", "{'a':'007','b':'true'}"),
        sent("B-04", "POST groups name=1433", "POST /groups {'name':'1433'}"),
        sent(
            "B-04",
            "POST destinations service=snowflake time_zone_offset=-5 config.port=1433"
                + " config.user=42",
            "POST /destinations {'service':'snowflake','time_zone_offset':'-5','config':{"
                + "'port':1433,'user':'42'}}"),
        sent(
            "B-04",
            "PATCH connections/x sync_frequency=60 config.password=123456",
            "PATCH /connections/x {'sync_frequency':60,'config':{'password':'123456'}}"),
        sent("B-05", "PATCH groups/x --input tree.json", "PATCH /groups/x {'a':[1,'007']}"),
        sent("B-05", "PATCH groups/x --data @tree.json", "PATCH /groups/x {'a':[1,'007']}"),
        sent("B-05", "PATCH groups/x --input -", "PATCH /groups/x {'typed':1}"),
        sent("B-06", "GET /groups/x", "GET /groups/x"),
        sent("B-06", "GET v1/groups/x", "GET /groups/x"),
        sent("B-06", "GET /v1/groups/x/", "GET /groups/x"),
        sent("B-06", "GET groups/", "GET /groups"),
        sent("B-06", "DELETE groups/x/", "DELETE /groups/x"),
        sent("B-06", "GET URL/v1/groups/x?limit=2", "GET /groups/x?limit=2"),
        sent("B-06", "GET public/connector-types", "GET /public/connector-types"),
        sent("B-06", "GET connections/x/schemas/a%2Fb%20c", "GET /connections/x/schemas/a%2Fb%20c"),
        sent("B-06", "GET groups/ü+1", "GET /groups/%C3%BC%2B1"),
        sent("B-09", "GET groups", "GET /groups"));
  }

  private static Arguments typed(String id, String terms, String body) {
    return sent(id, "POST unknown " + terms, "POST /unknown " + body);
  }

  /// @param call as sent, quotes written as single ones
  private static Arguments sent(String id, String arguments, String call) {
    return Arguments.of(id, arguments, call.replace('\'', '"'));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("calls")
  void sendsWhatIsTyped(String id, String arguments, String call) {
    workspace.typing("{\"typed\": 1}");

    Ran ran = api(arguments + " --yes");

    assertThat(ran.code()).as("%s %s", id, ran).isZero();
    assertThat(account.sent()).as(id).containsExactly(call);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("B-01", "FETCH x", 64, "Invalid request method"),
        refused("B-03", "POST groups name", 64, "has no key"),
        refused("B-03", "POST groups a=1 a=2", 64, "a is given twice"),
        refused("B-03", "POST groups a=1 a.b=2", 64, "a.b is given twice"),
        refused("B-03", "POST groups a:={", 64, "what follows a:= is no JSON"),
        refused("B-03", "POST groups a:=@broken.json", 65, "broken.json is no JSON"),
        refused("B-03", "POST groups a=@none.txt", 64, "can't read none.txt"),
        refused("B-04", "PATCH connections/x paused=yes", 64, "paused takes true or false"),
        refused("B-04", "PATCH connections/x sync_frequency=05", 64, "sync_frequency takes an"),
        refused("B-05", "PATCH groups/x --input tree.json name=a", 64, "and name a part of it"),
        refused("B-05", "PATCH groups/x --input broken.json", 65, "broken.json is no JSON"),
        refused("B-06", "GET https://example.com/v1/groups", 64, "the key would go there"),
        refused("B-06", "GET https://api.fivetran.com/v1/groups", 64, "the key would go there"),
        refused("B-06", "GET URL@example.com/v1/groups", 64, "the key would go there"),
        refused("B-06", "GET //example.com/v1/groups", 64, "has an empty part"),
        refused("B-06", "GET connections/../users", 64, "leads elsewhere"),
        refused("B-06", "GET connections/%2e%2e/users", 64, "leads elsewhere"),
        refused("B-06", "GET connections/{id}", 64, "placeholder {id}"),
        refused("B-08", "PATCH connectors/ paused=true", 64, "an id that is not set?"),
        refused("B-08", "DELETE connections/", 64, "an id that is not set?"),
        refused("B-08", "DELETE connections//", 64, "an id that is not set?"),
        refused("B-08", "PATCH connections/x/schemas/ enabled=true", 64, "an id that is not set?"),
        refused("B-08", "POST connectors//sync", 64, "an id that is not set?"),
        refused("B-09", "GET groups name=a", 64, "a GET has no body"),
        refused("B-09", "POST groups --paginate", 64, "a POST has no pages"),
        refused("B-09", "GET groups --paginate cursor==x", 64, "names a later one"),
        refused("B-13", "GET destinations/x/test --strict", 64, "exists as POST"));
  }

  private static Arguments refused(String id, String arguments, int code, String message) {
    return Arguments.of(id, arguments, code, message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refusals")
  void refusesBeforeAnythingIsSent(String id, String arguments, int code, String message) {
    Ran ran = api(arguments + " --yes");

    assertThat(ran.code()).as("%s %s", id, ran).isEqualTo(code);
    assertThat(ran.err()).as(id).contains(message);
    assertThat(account.sent()).as(id).isEmpty();
  }

  static Stream<Arguments> oldPaths() {
    return Stream.of(
        Arguments.of("GET connectors/x", "GET /connections/x"),
        Arguments.of("PATCH connectors/x a=1", "PATCH /connections/x {\"a\":1}"),
        Arguments.of("DELETE connectors/x", "DELETE /connections/x"),
        Arguments.of("POST connectors/ a=1", "POST /connections {\"a\":1}"),
        Arguments.of("POST connectors/x/sync", "POST /connections/x/sync {}"),
        Arguments.of("POST connectors/x/force", "POST /connections/x/sync {\"force\":false}"),
        Arguments.of(
            "POST connectors/x/force force=true", "POST /connections/x/sync {\"force\":true}"),
        Arguments.of("POST connections/x/syncs", "POST /connections/x/sync {}"),
        Arguments.of("POST connectors/x/test", "POST /connections/x/test {}"),
        Arguments.of("GET connectors/x/schemas", "GET /connections/x/schemas"),
        Arguments.of("PATCH connectors/x/schemas a=1", "PATCH /connections/x/schemas {\"a\":1}"),
        Arguments.of(
            "PATCH connectors/x/schemas/s a=1", "PATCH /connections/x/schemas/s {\"a\":1}"),
        Arguments.of("POST connectors/x/schemas/reload", "POST /connections/x/schemas/reload {}"),
        Arguments.of(
            "POST connectors/x/schemas/tables/resync",
            "POST /connections/x/schemas/tables/resync {}"),
        Arguments.of("GET groups/g/connectors", "GET /groups/g/connections"),
        Arguments.of("POST dbt/transformations/t/run", "POST /transformations/t/run {}"),
        Arguments.of("GET metadata/connectors/stripe", "GET /metadata/connector-types/stripe"));
  }

  @ParameterizedTest(name = "B-07: {0}")
  @MethodSource("oldPaths")
  void sendsOldPathsAsTheyAreToday(String arguments, String call) {
    Ran ran = api(arguments + " --yes");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(account.sent()).containsExactly(call);
    assertThat(ran.err().lines().filter(line -> line.startsWith("warning: "))).hasSize(1);

    account.sent().clear();
    Ran asTyped = api(arguments + " --yes --no-rewrite");
    assertThat(account.sent().getFirst()).contains(arguments.split(" ")[1].replaceFirst("/$", ""));
    assertThat(asTyped.err()).contains("warning: the API document has no path ");
  }

  /// B-07: what took the place of these is no path of the same meaning.
  @Test
  void metadataOfAConnectionGoesAsTyped() {
    Ran ran = api("GET metadata/connectors/x/tables");

    assertThat(account.sent()).containsExactly("GET /metadata/connectors/x/tables");
    assertThat(ran.err()).contains("warning: the API document has no path metadata/connectors/x");
  }

  /// B-12.
  @Test
  void writesNeedAYes() {
    String line = "PATCH connectors/my-connector-id paused=True";

    assertThat(api(line).code()).isEqualTo(4);
    assertThat(api(line).err()).contains("--yes");
    assertThat(onTerminal(line, "no\n").code()).isEqualTo(4);
    assertThat(account.sent()).isEmpty();

    Ran asked = onTerminal(line, "yes\n");
    assertThat(asked.code()).as("%s", asked).isZero();
    assertThat(asked.err()).contains("Call: PATCH ").contains("Send this?");
    assertThat(asked.err().split("Call: ", -1)).hasSize(2);
    assertThat(account.sent())
        .containsExactly("PATCH /connections/my-connector-id {\"paused\":true}");
  }

  /// B-13.
  @Test
  void unknownCallsAreToldTheNearOne() {
    assertThat(api("GET destinations/x/test").err())
        .contains(
            "warning: the API document has no GET destinations/{destinationId}/test: it exists as"
                + " POST");
    assertThat(api("GET conections/x/state").err()).contains("did you mean connections/x/state?");
    assertThat(api("GET nonsense").err()).contains("no path nonsense\n");
    assertThat(account.sent()).hasSize(3);
    assertThat(api("GET connections/x/state --strict").code()).isZero();
  }

  private Ran api(String line) {
    return workspace.run(words(line));
  }

  private Ran onTerminal(String line, String typed) {
    return workspace.typing(typed).runOnTerminal(words(line));
  }

  private String[] words(String line) {
    var words = new ArrayList<>(List.of("api"));
    words.addAll(List.of(line.replace("URL", account.url()).split(" ")));
    return words.toArray(String[]::new);
  }
}
