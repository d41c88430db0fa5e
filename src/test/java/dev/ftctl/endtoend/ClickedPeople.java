package dev.ftctl.endtoend;

import static dev.ftctl.endtoend.ClickedCompany.map;

import dev.ftctl.endtoend.ClickedCompany.Instance;
import java.util.List;
import java.util.Map;

/// The users, teams and webhooks of a company, in plain documents.
final class ClickedPeople {

  private final ClickedCompany company;

  ClickedPeople(ClickedCompany company) {
    this.company = company;
  }

  void write() {
    for (String name : List.of("ana", "ben")) {
      user(name);
    }
    team();
    for (String name : List.of("pager", "lake")) {
      webhook(name);
    }
  }

  private void user(String name) {
    String email = name + "@acme.example";
    List<Instance> scope = List.of(company.instance("user/" + email, "", Map.of()));
    var spec = map("given_name", company.text("given_name", name, scope));
    spec.put("family_name", company.text("family_name", "Ruiz", scope));
    spec.put("role", company.one(List.of("Account Reviewer", "Account Analyst")));
    if (company.chance(60)) {
      spec.put("groups", map("g0", "Manage Destination", "g1", "Edit Destination"));
    }
    company.document(
        "manifests/people.yaml", map("kind", "User", "metadata", map("name", email), "spec", spec));
  }

  private void team() {
    List<Instance> scope = List.of(company.instance("team/data", "", Map.of()));
    var spec = map("description", company.text("description", "Owns the warehouse", scope));
    spec.put("role", "Account Analyst");
    if (company.chance(50)) {
      spec.put("users", map("ana@acme.example", "Team Manager"));
    }
    company.document(
        "manifests/people.yaml",
        map("kind", "Team", "metadata", map("name", "data"), "spec", spec));
  }

  private void webhook(String name) {
    var spec = map("group", "g0", "url", "https://hooks.acme.example/" + name);
    spec.put("events", List.of("sync_end", "connection_failure"));
    spec.put("active", company.chance(70));
    spec.put("secret", company.secret("hook_" + name));
    company.document(
        "manifests/" + company.one(List.of("people", "hooks")) + ".yaml",
        map("kind", "Webhook", "metadata", map("name", name), "spec", spec));
  }
}
