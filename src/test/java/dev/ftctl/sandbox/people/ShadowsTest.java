package dev.ftctl.sandbox.people;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is in a group's list without belonging to the group.
class ShadowsTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;
  private final String group =
      api.post("/groups", json("{'name':'Prod'}")).data().path("id").asText();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Account Administrator, true",
    "Account Analyst, true",
    "Account Reviewer, true",
    "Account Billing, false",
    "'', false",
  })
  void accountRoleLetsIntoEveryGroupWithAnEmptyRole(String role, boolean lets) {
    var ana = invited(role);

    var inGroup = items("/groups/" + group + "/users", ana);
    var ofUser = items("/users/" + ana + "/groups", group);

    assertThat(inGroup).isEqualTo(lets ? List.of("") : List.of());
    assertThat(ofUser).isEqualTo(lets ? List.of("") : List.of());
  }

  @Test
  void membershipTakesTheShadowsPlaceAndLeavesItBehind() {
    var ana = invited("Account Reviewer");
    var users = "/groups/" + group + "/users";

    api.post(users, json("{'email':'ana@acme.test','role':'View Destination'}"));
    var member = items(users, ana);
    api.delete(users + "/" + ana);
    var after = items(users, ana);

    assertThat(member).containsExactly("View Destination");
    assertThat(after).containsExactly("");
  }

  @Test
  void shadowIsNothingToReadChangeOrRemove() {
    var ana = invited("Account Reviewer");
    var one = "/users/" + ana + "/groups/" + group;

    assertThat(api.get(one).line()).startsWith("404 NotFound: ");
    assertThat(api.patch(one, json("{'role':'View Destination'}")).line())
        .startsWith("404 NotFound: ");
    assertThat(api.delete("/groups/" + group + "/users/" + ana).line())
        .startsWith("404 NotFound: ");
  }

  @Test
  void teamsHaveNone() {
    var body = json("{'name':'Ops','role':'Account Analyst'}");
    var team = api.post("/teams", body).data().path("id").asText();

    assertThat(api.get("/teams/" + team + "/groups").data().path("items")).isEmpty();
  }

  private String invited(String role) {
    var id = fixture.user("ana@acme.test");
    if (!role.isEmpty()) {
      api.patch("/users/" + id, json("{'role':'" + role + "'}"));
    }
    return id;
  }

  /// The roles of the items of that id.
  private List<String> items(String path, String id) {
    return StreamSupport.stream(api.get(path).data().path("items").spliterator(), false)
        .filter(each -> each.path("id").asText().equals(id))
        .map(each -> each.path("role").asText("(none)"))
        .toList();
  }
}
