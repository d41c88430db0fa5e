package dev.ftctl.sandbox.people;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import dev.ftctl.sandbox.store.AccountData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UserRoutesTest {
  private static final String ANA =
      json("{'email':'ana@example.com','given_name':'Ana','family_name':'Ruiz'}");

  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void knowsTheKeysOwnerFromTheStart() {
    var answer = api.get("/users");

    assertThat(answer.line()).isEqualTo("200 Success: Users list retrieved successfully");
    assertThat(answer.data().path("items")).hasSize(1);
    assertThat(answer.data().at("/items/0/id").asText()).isEqualTo(sandbox.owner());
    assertThat(answer.data().at("/items/0/role").asText()).isEqualTo("Account Administrator");
  }

  @Test
  void invitesAUserWhoIsNotVerifiedYet() {
    var answer = api.post("/users", ANA);

    assertThat(answer.line()).isEqualTo("201 Success: User has been created");
    var user = answer.data();
    assertThat(user.path("verified").asBoolean(true)).isFalse();
    assertThat(user.path("invited").asBoolean(false)).isTrue();
    assertThat(user.path("active").asBoolean(false)).isTrue();
    assertThat(user.path("logged_in_at").isNull()).isTrue();
    assertThat(user.path("role").isNull()).isTrue();
    assertThat(user.path("created_at").asText()).matches(".*T.*\\.\\d{6}Z");
    assertThat(api.get("/users/" + user.path("id").asText()).data()).isEqualTo(user);
  }

  @Test
  void refusesTheSameAddressInAnotherCase() {
    api.post("/users", ANA);

    var answer = api.post("/users", ANA.replace("ana@", "ANA@"));

    assertThat(answer.line())
        .isEqualTo("400 InvalidInput: User with email 'ANA@example.com' already exists");
  }

  @Test
  void namesTheMissingField() {
    assertThat(api.post("/users", json("{'email':'a@example.com'}")).line())
        .isEqualTo("400 InvalidInput: Field 'given_name' is required");
  }

  @Test
  void namesAnUnknownRole() {
    var body = ANA.replace("}", ",\"role\":\"Test Account Analyst\"}");

    assertThat(api.post("/users", body).line())
        .isEqualTo("400 InvalidInput: Role 'Test Account Analyst' does not exist");
  }

  @Test
  void changesOnlyWhatIsSentAndClearsByNull() {
    var id = sandbox.user("ana@example.com");
    api.patch("/users/" + id, json("{'phone':'+34123','role':'Account Reviewer'}"));

    var answer =
        api.patch("/users/" + id, json("{'phone':null,'given_name':'Anna','email':'x@y.z'}"));

    assertThat(answer.line()).isEqualTo("200 Success: User has been updated");
    var user = answer.data();
    assertThat(user.path("phone").isNull()).isTrue();
    assertThat(user.path("given_name").asText()).isEqualTo("Anna");
    assertThat(user.path("family_name").asText()).isEqualTo("Ruiz");
    assertThat(user.path("role").asText()).isEqualTo("Account Reviewer");
    assertThat(user.path("email").asText()).isEqualTo("ana@example.com");
  }

  @Test
  void takesAnEmptyChange() {
    var id = sandbox.user("ana@example.com");

    assertThat(api.patch("/users/" + id, "{}").status()).isEqualTo(200);
  }

  @Test
  void answersThePlainCodeForNobody() {
    assertThat(api.get("/users/no_body").line())
        .isEqualTo("404 NotFound: User with id 'no_body' does not exist.");
    assertThat(api.delete("/users/no_body").code()).isEqualTo("NotFound");
    assertThat(api.get("/users/no_body/groups").code()).isEqualTo("NotFound");
  }

  @Test
  void keepsTheLastOwner() {
    var owner = sandbox.owner();

    assertThat(api.delete("/users/" + owner).status()).isEqualTo(409);
  }

  @Test
  void keepsTheKeyOwnersRole() {
    var owner = sandbox.owner();

    var change = api.patch("/users/" + owner, json("{'role':'Account Reviewer'}"));

    assertThat(change.status()).isEqualTo(403);
    assertThat(api.delete("/users/" + owner + "/role").status()).isEqualTo(403);
    assertThat(api.patch("/users/" + owner, json("{'role':'Account Administrator'}")).status())
        .isEqualTo(200);
  }

  @Test
  void takesTheRoleAwayAndKeepsTheUser() {
    var id = sandbox.user("ana@example.com");
    api.patch("/users/" + id, json("{'role':'Account Analyst'}"));

    var answer = api.delete("/users/" + id + "/role");

    assertThat(answer.line()).isEqualTo("200 Success: User role in account has been removed");
    assertThat(api.get("/users/" + id).data().path("role").isNull()).isTrue();
  }

  @Test
  void deletesAUserWithTheMemberships() {
    var id = sandbox.user("ana@example.com");
    var team = sandbox.team("data");
    api.post("/teams/" + team + "/users", json("{'user_id':'" + id + "'}"));

    var answer = api.delete("/users/" + id);

    assertThat(answer.line()).isEqualTo("200 Success: User with id '" + id + "' has been deleted");
    assertThat(api.get("/teams/" + team + "/users").data().path("items")).isEmpty();
  }

  @Test
  void takesTheRoleThatCreatesDestinations() {
    var user =
        api.post(
            "/users",
            json(
                "{'email':'c@x.y','given_name':'C','family_name':'D','role':'Destination"
                    + " Creator'}"));

    assertThat(user.status()).isEqualTo(201);
    assertThat(user.data().path("role").asText()).isEqualTo("Destination Creator");
  }

  @Test
  void filtersByActive() {
    sandbox.plant(
        AccountData.USERS, "lazy_owl", json("{'id':'lazy_owl','email':'o@x.y','active':false}"));

    assertThat(api.get("/users").data().path("items")).hasSize(2);
    assertThat(api.get("/users?active=true").data().path("items")).hasSize(1);
    assertThat(api.get("/users?active=false").data().at("/items/0/id").asText())
        .isEqualTo("lazy_owl");
  }

  @Test
  void pagesWithoutACursorAtTheEnd() {
    sandbox.user("ana@example.com");

    var first = api.get("/users?limit=1").data();
    var last = api.get("/users?limit=1&cursor=" + first.path("next_cursor").asText()).data();

    assertThat(first.path("next_cursor").asText()).isEqualTo("eyJza2lwIjoxfQ");
    assertThat(last.path("items")).hasSize(1);
    assertThat(last.has("next_cursor")).isFalse();
  }

  @Test
  void keepsMembershipsInGroups() {
    var id = sandbox.user("ana@example.com");
    var group = sandbox.group("calm_reef");
    var all = "/users/" + id + "/groups";

    var added = api.post(all, json("{'id':'calm_reef','role':'Destination Analyst'}"));
    var again = api.post(all, json("{'id':'calm_reef','role':'Destination Analyst'}"));
    var changed = api.patch(all + "/" + group, json("{'role':'View Destination'}"));
    var shown = api.get(all + "/" + group);
    var listed = api.get(all);
    var removed = api.delete(all + "/" + group);

    assertThat(added.line()).isEqualTo("201 Success: Group membership has been created");
    assertThat(added.data().path("role").asText()).isEqualTo("Destination Analyst");
    assertThat(again.status()).isEqualTo(409);
    assertThat(changed.line()).isEqualTo("200 Success: Group membership has been updated");
    assertThat(changed.json().has("data")).isFalse();
    assertThat(shown.data().path("role").asText()).isEqualTo("View Destination");
    assertThat(listed.data().path("items")).hasSize(1);
    assertThat(listed.data().at("/items/0").fieldNames())
        .toIterable()
        .containsExactly("id", "role", "created_at");
    assertThat(removed.line()).isEqualTo("200 Success: Group membership has been deleted");
    assertThat(api.get(all + "/" + group).code()).isEqualTo("NotFound");
  }

  @Test
  void refusesMembershipsThatMakeNoSense() {
    var id = sandbox.user("ana@example.com");
    sandbox.group("calm_reef");
    var all = "/users/" + id + "/groups";

    assertThat(api.post(all, json("{'id':'no_group','role':'View Destination'}")).code())
        .isEqualTo("NotFound_Group");
    assertThat(api.post(all, json("{'id':'calm_reef','role':'Manage Connection'}")).line())
        .isEqualTo(
            "400 InvalidInput: Role 'Manage Connection' cannot be given on DESTINATION scope");
    assertThat(api.post(all, json("{'id':'calm_reef'}")).line())
        .isEqualTo("400 InvalidInput: Field 'role' is required");
  }

  @Test
  void answersTheRemovedMembershipInAConnection() {
    var id = sandbox.user("ana@example.com");
    sandbox.plant(
        AccountData.CONNECTIONS, "brisk_otter", json("{'id':'brisk_otter','service':'github'}"));
    var all = "/users/" + id + "/connections";
    api.post(all, json("{'id':'brisk_otter','role':'Connection Collaborator'}"));

    var removed = api.delete(all + "/brisk_otter");

    assertThat(removed.line()).isEqualTo("200 Success: Connection membership has been deleted");
    assertThat(removed.data().path("id").asText()).isEqualTo("brisk_otter");
  }

  @Test
  void limitsInvitationsWhenAQuotaIsSet() {
    sandbox.sandbox.control().quotas(SandboxCase.parsed(json("{'usersCreatedPerHour':1}")));
    sandbox.user("ana@example.com");

    var answer = api.post("/users", ANA.replace("ana@", "bo@"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
  }
}
