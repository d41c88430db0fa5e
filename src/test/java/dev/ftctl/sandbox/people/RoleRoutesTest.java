package dev.ftctl.sandbox.people;

import static dev.ftctl.sandbox.SandboxCase.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.sandbox.ApiClient;
import dev.ftctl.sandbox.SandboxCase;
import dev.ftctl.sandbox.store.AccountData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleRoutesTest {
  private final SandboxCase sandbox = new SandboxCase();
  private final ApiClient api = sandbox.api;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listsACurrentRoleFirst() {
    var answer = api.get("/roles");

    assertThat(answer.line()).isEqualTo("200 Success: Roles list retrieved successfully");
    var first = answer.data().at("/items/0");
    assertThat(first.path("name").asText()).isEqualTo("Account Administrator");
    assertThat(first.path("scope").get(0).asText()).isEqualTo("ACCOUNT");
    assertThat(first.path("replacement_role_name").isNull()).isTrue();
  }

  @Test
  void namesTheReplacementOfADeprecatedRole() {
    var roles = api.get("/roles").data().path("items");

    assertThat(roles)
        .anySatisfy(role -> {
          assertThat(role.path("name").asText()).isEqualTo("Destination Analyst");
          assertThat(role.path("is_deprecated").asBoolean()).isTrue();
          assertThat(role.path("replacement_role_name").asText()).isEqualTo("Edit Destination");
        });
  }

  @Test
  void acceptsACustomRoleOfTheAccount() {
    sandbox.plant(
        AccountData.ROLES,
        "auditor",
        json("{'name':'Auditor','scope':['ACCOUNT'],'is_custom':true,'is_deprecated':false}"));

    var answer = api.post("/teams", json("{'name':'data','role':'Auditor'}"));

    assertThat(answer.data().path("role").asText()).isEqualTo("Auditor");
  }
}
