package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ftctl.sandbox.store.RequestRecord;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which dbt project of the account a document means.
class TransformationProjectIdentityTest {

  private static final String PROJECT =
      """
      kind: TransformationProject
      metadata: {name: %1$s}
      spec: {group: prod, %4$sproject_config: {git_remote_url: "git@github.com:acme/%2$s.git", folder_path: "%3$s", dbt_version: 1.9.4, default_schema: marts}}
      """;

  private static final String STATE =
      """
      {"version": 4, "terraform_version": "1.9.0", "resources": [
        {"mode": "managed", "type": "fivetran_group", "name": "prod", "instances": [{"attributes": {"id": "%1$s", "name": "prod"}}]},
        {"mode": "managed", "type": "fivetran_dbt_project", "name": "dbt", "instances": [{"attributes": {
          "id": "clicked", "group_id": "%1$s", "dbt_version": "1.9.4", "default_schema": "marts", "environment_vars": ["DBT_TARGET=prod"], "threads": 0,
          "project_config": [{"git_remote_url": "git@github.com:acme/dbt.git", "folder_path": "", "git_branch": ""}]}}]}]}
      """;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private Workspace workspace;

  @BeforeEach
  void describe() {
    workspace =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file(
                "manifests/prod.yaml",
                """
                kind: Group
                metadata: {name: prod}
                ---
                kind: Destination
                metadata: {name: prod}
                spec: {group: prod, service: snowflake, region: GCP_US_EAST4, time_zone_offset: "-5", config: {host: a.snowflakecomputing.com, port: 443, database: RAW, auth: PASSWORD, user: LOADER, password: a-warehouse-password}}
                """);
    workspace.succeed("apply", "--auto-approve");
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void foldersOfOneRepositoryAreProjectsOfTheirOwn() {
    project("sales", "dbt", "sales", "");
    project("stock", "dbt", "stock", "");
    workspace.succeed("apply", "--auto-approve");

    assertThat(projects()).hasSize(2);
    assertThat(workspace.run("plan", "--detailed-exitcode").code()).isZero();
  }

  /// One list, and a call for each project of the group, none of another.
  @Test
  void onlyProjectsOfItsGroupAreLookedAt() {
    click("near", "prod", "dbt", "");
    click("far", "elsewhere", "dbt", "");
    project("marts", "dbt", "", "");
    lab.forget();

    Ran planned = workspace.run("plan", "--detailed-exitcode");

    assertThat(planned.code()).as("%s", planned).isZero();
    assertThat(lab.sandbox().requests())
        .extracting(RequestRecord::path)
        .filteredOn(path -> path.contains("transformation-projects"))
        .containsExactly("/v1/transformation-projects", "/v1/transformation-projects/near");
  }

  @Test
  void theOnlyOneOfTheGroupIsMeantWhateverItsRepositoryIs() {
    click("clicked", "prod", "old", "");
    project("marts", "dbt", "", "");

    assertThat(workspace.run("plan").out()).contains("-/+ replace transformation-project/marts");
  }

  @Test
  void besideADescribedOneASecondOneIsMade() {
    click("clicked", "prod", "old", "");
    project("old", "old", "", "");
    project("marts", "dbt", "", "");

    assertThat(workspace.run("plan").out())
        .contains("+ create   transformation-project/marts", "1 create, 0 update, 0 replace");
  }

  @Test
  void severalDocumentsForOneProjectHaveToSayWhoseItIs() {
    click("clicked", "prod", "old", "");
    project("marts", "dbt", "", "");
    project("stock", "stock", "", "");

    Ran unclear = workspace.run("plan");
    project("marts", "dbt", "", "id: clicked, ");
    Ran said = workspace.run("plan");

    assertThat(unclear.code()).as("%s", unclear).isEqualTo(65);
    assertThat(unclear.err())
        .contains("marts.yaml:1:1")
        .contains("whether it means git@github.com:acme/old.git (id clicked)")
        .contains("spec.id");
    assertThat(said.out())
        .contains("-/+ replace transformation-project/marts")
        .contains("+ create   transformation-project/stock");
  }

  @Test
  void foldersThatChangeTogetherAreNotMistakenForOneAnother() {
    project("sales", "dbt", "sales", "");
    project("stock", "dbt", "stock", "");
    workspace.succeed("apply", "--auto-approve");
    project("sales", "dbt", "money", "");
    project("stock", "dbt", "goods", "");

    Ran planned = workspace.run("plan");

    assertThat(planned.code()).as("%s", planned).isEqualTo(65);
    assertThat(planned.err()).contains("acme/dbt.git sales", "acme/dbt.git stock");
  }

  @Test
  void twoOfOneRepositoryAndFolderAreToldByTheirIds() {
    click("first", "prod", "dbt", "");
    click("second", "prod", "dbt", "");
    project("marts", "dbt", "", "");

    Ran planned = workspace.run("plan");

    assertThat(planned.code()).as("%s", planned).isEqualTo(65);
    assertThat(planned.err()).contains("(id first)", "(id second)", "spec.id");
  }

  /// What is to go is what its document says, and nothing near it.
  @Test
  void anotherOneIsNotDeletedInstead() {
    click("clicked", "prod", "old", "");
    project("marts", "dbt", "", "");
    workspace.edit("manifests/marts.yaml", "name: marts}", "name: marts, absent: true}");

    Ran applied = workspace.succeed("apply", "--auto-approve", "--allow=delete");

    assertThat(applied.out()).contains("Nothing changes");
    assertThat(projects()).hasSize(1);
  }

  /// As the provider kept it when its type was called after dbt.
  @Test
  void whatTerraformCalledAfterDbtIsTheSame() {
    click("clicked", "prod", "dbt", "");
    String id = projects().path("clicked").path("group_id").asText();
    workspace.file("terraform.tfstate", STATE.formatted(id));

    workspace.succeed("import", "terraform", "terraform.tfstate", "-o", "taken");

    assertThat(workspace.read("taken/manifests/transformation-project/prod.yaml"))
        .contains("git_remote_url: git@github.com:acme/dbt.git")
        .contains("dbt_version: \"1.9.4\"", "group: prod", "DBT_TARGET: prod")
        .doesNotContain("threads", "public_key");
  }

  private void project(String name, String repository, String path, String id) {
    workspace.file("manifests/" + name + ".yaml", PROJECT.formatted(name, repository, path, id));
  }

  /// A project that somebody made in Fivetran.
  private void click(String id, String group, String repository, String path) {
    ObjectNode account = lab.sandbox().control().account();
    String groupId = group;
    for (var known : account.path("groups").properties()) {
      groupId = known.getValue().path("name").asText().equals(group) ? known.getKey() : groupId;
    }
    ObjectNode project = account.withObjectProperty("transformation_projects").putObject(id);
    project.put("group_id", groupId).put("status", "READY");
    project
        .putObject("project_config")
        .put("git_remote_url", "git@github.com:acme/" + repository + ".git")
        .put("folder_path", path)
        .put("dbt_version", "1.9.4")
        .put("default_schema", "marts");
    lab.sandbox().control().replaceAccount(account);
  }

  private ObjectNode projects() {
    return lab.sandbox().control().account().withObjectProperty("transformation_projects");
  }
}
