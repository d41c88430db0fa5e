package dev.ftctl.sandbox.connections;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupRoutesTest {
  private final SandboxCase fixture = new SandboxCase();
  private final ApiClient api = fixture.api;

  @AfterEach
  void close() {
    fixture.close();
  }

  private String created(String name) {
    return api.post("/groups", json("{'name':'" + name + "'}")).data().path("id").asText();
  }

  @Test
  void createsReadsRenamesAndDeletes() {
    var created = api.post("/groups", json("{'name':'Prod'}"));
    var id = created.data().path("id").asText();

    assertThat(created.line()).isEqualTo("201 Success: Group has been created");
    assertThat(id).matches("[a-z]+_[a-z]+");
    assertThat(created.data().path("created_at").asText()).matches("\\d{4}-.*T.*\\.\\d{6}Z");
    assertThat(api.get("/groups/" + id).line())
        .isEqualTo("200 Success: Group details retrieved successfully");
    assertThat(api.get("/groups/" + id).data()).isEqualTo(created.data());
    assertThat(api.patch("/groups/" + id, json("{'name':'Live'}")).line())
        .isEqualTo("200 Success: Group has been updated");
    assertThat(api.get("/groups/" + id).data().path("name").asText()).isEqualTo("Live");
    assertThat(api.delete("/groups/" + id).line())
        .isEqualTo("200 Success: Group with id '" + id + "' has been deleted");
    assertThat(api.get("/groups/" + id).line())
        .isEqualTo("404 NotFound_Group: Group with id '" + id + "' does not exist.");
  }

  @Test
  void needsAName() {
    assertThat(api.post("/groups", "{}").line())
        .isEqualTo("400 InvalidInput: Field 'name' is required");
    assertThat(api.post("/groups", json("{'name':' '}")).line())
        .isEqualTo("400 InvalidInput: Field 'name' is required");
  }

  @Test
  void listsByPagesWithoutACursorAtTheEnd() {
    for (var i = 0; i < 5; i++) {
      created("group_" + i);
    }

    var first = api.get("/groups?limit=2");
    var second = api.get("/groups?limit=2&cursor=" + first.data().path("next_cursor").asText());
    var third = api.get("/groups?limit=2&cursor=" + second.data().path("next_cursor").asText());
    var beyond = api.get("/groups?cursor=eyJza2lwIjo1MH0");

    assertThat(first.data().path("next_cursor").asText()).isEqualTo("eyJza2lwIjoyfQ");
    assertThat(second.data().path("items")).hasSize(2);
    assertThat(third.data().path("items")).hasSize(1);
    assertThat(third.data().has("next_cursor")).isFalse();
    assertThat(beyond.data().path("items")).isEmpty();
    assertThat(beyond.data().has("next_cursor")).isFalse();
  }

  @Test
  void refusesBadLimitsAndCursors() {
    assertThat(api.get("/groups?limit=0").line()).startsWith("400 InvalidInput");
    assertThat(api.get("/groups?limit=1001").line()).startsWith("400 InvalidInput");
    assertThat(api.get("/groups?limit=many").line()).startsWith("400 InvalidInput");
    assertThat(api.get("/groups?cursor=nonsense!").line()).startsWith("400 InvalidInput");
    assertThat(api.get("/groups?limit=1000").status()).isEqualTo(200);
  }

  @Test
  void hasItsCreatorAsAMember() {
    var id = created("Prod");

    var members = api.get("/groups/" + id + "/users");

    assertThat(members.line()).isEqualTo("200 Success: Group users retrieved successfully");
    assertThat(members.data().path("items").findValuesAsText("id"))
        .containsExactly(fixture.owner());
  }

  @Test
  void takesMembersByEmailAndShowsTheirRoleInTheGroup() {
    var id = created("Prod");
    var user = fixture.user("ana@acme.test");

    var added =
        api.post(
            "/groups/" + id + "/users",
            json("{'email':'ana@acme.test','role':'Destination Analyst'}"));
    var member =
        StreamSupport.stream(
                api.get("/groups/" + id + "/users").data().path("items").spliterator(), false)
            .filter(each -> each.path("id").asText().equals(user))
            .findFirst()
            .orElseThrow();
    var removed = api.delete("/groups/" + id + "/users/" + user);

    assertThat(added.line()).isEqualTo("200 Success: User has been added to the group");
    assertThat(added.json().has("data")).isFalse();
    assertThat(member.path("role").asText()).isEqualTo("Destination Analyst");
    assertThat(member.path("given_name").asText()).isEqualTo("Ana");
    assertThat(removed.line())
        .isEqualTo("200 Success: User with id '" + user + "' has been removed from the group");
    assertThat(api.delete("/groups/" + id + "/users/" + user).line()).startsWith("404 NotFound: ");
  }

  @Test
  void takesOnlyMembersOfTheAccount() {
    var id = created("Prod");

    var refused =
        api.post(
            "/groups/" + id + "/users", json("{'email':'no@acme.test','role':'View Destination'}"));

    assertThat(refused.line())
        .isEqualTo("404 NotFound: User with email 'no@acme.test' does not exist.");
  }

  @Test
  void hasAKeyAndAServiceAccountOfItsOwn() {
    var id = created("Prod");

    var key = api.get("/groups/" + id + "/public-key");
    var account = api.get("/groups/" + id + "/service-account");

    assertThat(key.line()).isEqualTo("200 Success: Group SSH public key retrieved successfully");
    assertThat(key.data().path("public_key").asText())
        .startsWith("ssh-rsa ")
        .endsWith(" fivetran user key");
    assertThat(key.data()).isEqualTo(api.get("/groups/" + id + "/public-key").data());
    assertThat(account.line())
        .isEqualTo("200 Success: Group service account retrieved successfully");
    assertThat(account.data().path("service_account").asText())
        .startsWith("g-" + id.replace('_', '-') + "@")
        .endsWith(".iam.gserviceaccount.com");
  }

  @Test
  void isDeletedOnlyWhenItIsEmpty() {
    var id = created("Prod");
    api.post(
        "/destinations",
        json("{'group_id':'%s','service':'big_query','time_zone_offset':'0'}".formatted(id)));
    var connection =
        api.post(
                "/connections",
                json(
                    "{'group_id':'%s','service':'github','config':{'schema':'git'}}".formatted(id)))
            .data()
            .path("id")
            .asText();

    assertThat(api.delete("/groups/" + id).line())
        .isEqualTo("409 Conflict: Group with id '" + id + "' has connections");
    api.delete("/connections/" + connection);
    assertThat(api.delete("/groups/" + id).line())
        .isEqualTo("409 Conflict: Group with id '" + id + "' has a destination");
    api.delete("/destinations/" + id);
    assertThat(api.delete("/groups/" + id).status()).isEqualTo(200);
  }

  @Test
  void listsItsConnectionsAlsoUnderTheOldName() {
    var id = created("Prod");
    for (var schema : new String[] {"one", "two"}) {
      api.post(
          "/connections",
          json(
              "{'group_id':'%s','service':'github','config':{'schema':'%s'}}"
                  .formatted(id, schema)));
    }

    var all = api.get("/groups/" + id + "/connections");
    var filtered = api.get("/groups/" + id + "/connectors/?schema=two");

    assertThat(all.line()).isEqualTo("200 Success: Group connections retrieved successfully");
    assertThat(all.data().path("items").findValuesAsText("schema")).containsExactly("one", "two");
    assertThat(filtered.data().path("items").findValuesAsText("schema")).containsExactly("two");
  }
}
