package dev.ftctl.sandbox.people;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import dev.ftctl.sandbox.store.AccountData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TeamRoutesTest {
  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void createsChangesAndDeletesATeam() {
    var created =
        api.post(
            "/teams", json("{'name':'data','description':'Owns it','role':'Account Analyst'}"));
    var path = "/teams/" + created.data().path("id").asText();

    var changed = api.patch(path, json("{'description':null}"));
    var listed = api.get("/teams");
    var unroled = api.delete(path + "/role");
    var shown = api.get(path);
    var deleted = api.delete(path);

    assertThat(created.line()).isEqualTo("201 Success: Team has been created");
    assertThat(created.data().path("role").asText()).isEqualTo("Account Analyst");
    assertThat(changed.line()).isEqualTo("200 Success: Team has been updated");
    assertThat(changed.data().path("description").isNull()).isTrue();
    assertThat(changed.data().path("name").asText()).isEqualTo("data");
    assertThat(listed.line()).isEqualTo("200 Success: Teams retrieved successfully");
    assertThat(unroled.line()).isEqualTo("200 Success: Team role in account has been removed");
    assertThat(shown.line()).isEqualTo("200 Success: Team details retrieved successfully");
    assertThat(shown.data().path("role").isNull()).isTrue();
    assertThat(deleted.line()).isEqualTo("200 Success: Team has been deleted");
    assertThat(api.get(path).code()).isEqualTo("NotFound_Team");
  }

  @Test
  void takesAnEmptyChange() {
    var team = sandbox.team("data");

    assertThat(api.patch("/teams/" + team, "{}").status()).isEqualTo(200);
  }

  @Test
  void namesMembersByUserId() {
    var team = sandbox.team("data");
    var user = sandbox.user("ana@example.com");
    var all = "/teams/" + team + "/users";

    var added = api.post(all, json("{'user_id':'" + user + "','role':'Team Manager'}"));
    var changed = api.patch(all + "/" + user, json("{'role':'Team Member'}"));
    var shown = api.get(all + "/" + user);
    var listed = api.get(all);
    var removed = api.delete(all + "/" + user);

    assertThat(added.line()).isEqualTo("201 Success: User has been added to the team");
    assertThat(changed.line()).isEqualTo("200 Success: User role has been updated");
    assertThat(shown.line()).isEqualTo("200 Success: Team user details retrieved successfully");
    assertThat(shown.data().fieldNames())
        .toIterable()
        .containsExactly("user_id", "role", "created_at");
    assertThat(listed.line()).isEqualTo("200 Success: Team users retrieved successfully");
    assertThat(listed.data().at("/items/0/role").asText()).isEqualTo("Team Member");
    assertThat(removed.line()).isEqualTo("200 Success: User has been removed from the team");
    assertThat(api.get(all + "/" + user).code()).isEqualTo("NotFound");
  }

  @Test
  void refusesAnAccountRoleInsideATeam() {
    var team = sandbox.team("data");
    var user = sandbox.user("ana@example.com");

    var answer =
        api.post(
            "/teams/" + team + "/users",
            json("{'user_id':'" + user + "','role':'Account Analyst'}"));

    assertThat(answer.line())
        .isEqualTo("400 InvalidInput: Role 'Account Analyst' cannot be given on TEAM scope");
  }

  @Test
  void keepsMembershipsInGroupsAndConnections() {
    var team = sandbox.team("data");
    sandbox.group("calm_reef");
    sandbox.plant(
        AccountData.CONNECTIONS, "brisk_otter", json("{'id':'brisk_otter','service':'github'}"));
    var groups = "/teams/" + team + "/groups";
    var connections = "/teams/" + team + "/connections";

    var inGroup = api.post(groups, json("{'id':'calm_reef','role':'Destination Administrator'}"));
    var inConnection = api.post(connections, json("{'id':'brisk_otter','role':'View Connection'}"));
    var changed = api.patch(groups + "/calm_reef", json("{'role':'View Destination'}"));
    var removed = api.delete(connections + "/brisk_otter");

    assertThat(inGroup.line()).isEqualTo("201 Success: Group membership has been created");
    assertThat(inConnection.line())
        .isEqualTo("201 Success: Connection membership has been created");
    assertThat(changed.data().path("role").asText()).isEqualTo("View Destination");
    assertThat(removed.line()).isEqualTo("200 Success: Connection membership has been deleted");
    assertThat(removed.json().has("data")).isFalse();
    assertThat(api.get(groups).message())
        .isEqualTo("Team group memberships retrieved successfully");
    assertThat(api.get(connections).data().path("items")).isEmpty();
  }
}
