package dev.ftctl.sandbox.control;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlDeskTest {
  private static final Pattern CALL = Pattern.compile("(?m)^\\| `([A-Z]+) (/_sandbox/\\S*)` \\|");

  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void listsTheCallsThatItsReferenceTellsOf() throws IOException {
    var told = new ArrayList<String>();
    var page = Files.readString(Path.of("docs/reference/simulator.md"));
    CALL.matcher(page).results().forEach(row -> told.add(row.group(1) + " " + row.group(2)));

    var listed = new ArrayList<String>();
    api.get("/_sandbox/")
        .json()
        .path("calls")
        .forEach(
            call -> listed.add(call.path("method").asText() + " " + call.path("path").asText()));

    assertThat(listed).isNotEmpty().containsExactlyElementsOf(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          PUT faults    | [{'match':{'methode':'GET'},'then':{}}] | Unknown member 'match.methode'; did you mean 'method'?
          PUT faults    | [{'match':{},'then':{'stauts':500}}]    | Unknown member 'then.stauts'; did you mean 'status'?
          PUT faults    | [{'match':{}}]                          | 'then' must be an object
          PUT faults    | [{'then':{'drop':'never'}}]             | 'then.drop' must be before or after
          PUT faults    | {'rule':[]}                             | Unknown member 'rule'; did you mean 'rules'?
          PUT quotas    | {'requestPerHour':5}                    | Unknown member 'requestPerHour'; did you mean 'requestsPerHour'?
          PUT quotas    | {'requestsPerHour':'5'}                 | 'requestsPerHour' must be a whole number of 0 or more
          POST clock    | {'advance':5}                           | Unknown member 'advance'; there are advanceSeconds
          POST clock    | {'advanceSeconds':-5}                   | 'advanceSeconds' must be a whole number of 0 or more
          PUT account   | {'conections':{}}                       | Unknown collection 'conections'; did you mean 'connections'?
          PUT account   | {'groups':[]}                           | Collection 'groups' must be an object of nodes by their id
          PUT account   | {'groups':{'g':7}}                      | 'groups.g' must be an object
          PUT account   | {'connections':{'c':{'id':'c'}}}        | 'connections.c' has no service
          PATCH account | {'connections':{'c':{'id':'d'}}}        | 'connections.c' says that its id is 'd'
          PUT account   | []                                      | an account is an object of collections
          """)
  void refusesWhatNobodyReads(String call, String body, String message) {
    var words = call.split(" ");

    var answer = api.send(words[0], "/_sandbox/" + words[1], json(body));

    assertThat(answer.line()).isEqualTo("400 InvalidInput: " + message);
  }

  @Test
  void tellsTheNearCall() {
    assertThat(api.get("/_sandbox/request").line())
        .isEqualTo(
            "404 NotFound: no such control call: /_sandbox/request; did you mean"
                + " '/_sandbox/requests'? GET /_sandbox/ lists them");
    assertThat(api.post("/_sandbox/faults", "[]").line())
        .isEqualTo(
            "405 MethodNotAllowed: POST is no control call on /_sandbox/faults: there is PUT");
  }

  @Test
  void seedsOneSourceWithoutTheRest() {
    fixture.group("g");
    var seed = "{'sources':{'pg':{'tables':3}},'groups':{'h':{'id':'h','name':'h'}}}";

    api.patch("/_sandbox/account", json(seed));
    api.patch("/_sandbox/account", json("{'sources':{'pg':{'columns':2}},'groups':{'g':null}}"));

    var account = fixture.sandbox.control().account();
    assertThat(account.at("/sources/pg").toString()).isEqualTo(json("{'tables':3,'columns':2}"));
    assertThat(account.path("groups").fieldNames()).toIterable().containsExactly("h");
    assertThat(api.get("/account/info").data().path("user_id").asText()).isNotEmpty();
  }

  @Test
  void keepsTheOwnerWhenAnAccountWithoutOneTakesItsPlace() {
    var owner = fixture.owner();

    api.send("PUT", "/_sandbox/account", json("{'groups':{'g':{'id':'g','name':'g'}}}"));

    assertThat(fixture.owner()).isEqualTo(owner);
    assertThat(api.get("/users/" + owner).status()).isEqualTo(200);
    assertThat(api.get("/groups").data().path("items")).hasSize(1);
  }

  @Test
  void resetsTheClock() {
    var before = Instant.now();
    api.post("/_sandbox/clock", json("{'advanceSeconds':864000}"));
    assertThat(now()).isAfter(before.plus(Duration.ofDays(9)));

    api.post("/_sandbox/reset", "");

    assertThat(now()).isBetween(before, before.plus(Duration.ofDays(1)));
  }

  private Instant now() {
    return Instant.parse(api.get("/_sandbox/clock").json().path("now").asText());
  }

  @Test
  void saysWhatOfARequestIsNotInTheDocument() {
    fixture.group("g");
    api.post("/connections", json("{'group_id':'g','servcie':'postgres','paused':'yes'}"));
    api.get("/groups?limt=1");
    api.get("/connectors");

    var found = fixture.sandbox.requests().stream().flatMap(each -> each.violations().stream());

    assertThat(found)
        .containsExactly(
            "'service' is required",
            "'servcie' is not in the document; near is 'service'",
            "'paused' is true or false in the document",
            "query parameter 'limt' is not in the document; near is 'limit'",
            "the path has a name of before 2025: connectors, force");
  }

  @Test
  void answersBearAnIdOfTheRequest() {
    var one = api.get("/groups").raw().headers().firstValue("X-Request-Id");
    var other = api.get("/groups/nope").raw().headers().firstValue("X-Request-Id");

    assertThat(one).isPresent();
    assertThat(other).isPresent().isNotEqualTo(one);
  }
}
