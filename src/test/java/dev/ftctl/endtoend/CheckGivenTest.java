package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The accounts that tests of manifests are given.
class CheckGivenTest {

  private static final String CONNECTOR =
      """
      kind: Connector
      metadata: {name: orders}
      spec:
        service: postgres
        groups: [g]
        paused: false
        sync_frequency: 60
        config: {schema_prefix: o, host: db, port: 5432, database: d, user: u, password: "${env:P}"}
        schema_settings:
          schema_change_handling: ALLOW_COLUMNS
          schemas:
            sales: {enabled: true, tables: {leads: {enabled: true, columns: {phone: {hashed: true}, tax: {enabled: false}}}}}
      """;

  @TempDir Path folder;

  /// Settings of sources that no simulator knows, and services that a person has to authorize.
  @Test
  void manifestsThatWereAppliedNeedNoChange() {
    var workspace =
        new Workspace(folder)
            .file(
                "manifests/all.yaml",
                "kind: Group\nmetadata: {name: g}\n---\n"
                    + CONNECTOR
                    + """
                    ---
                    kind: Connector
                    metadata: {name: ads}
                    spec: {service: google_ads, groups: [g], paused: false, config: {schema: ads}}
                    """)
            .file(
                "all.test.yaml",
                "tests: [{name: nothing, given: {manifests: manifests}, expect: {}}]\n");

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  /// An overlay speaks of documents of the project, which those that are given may lack.
  @Test
  void overlaysAreOfTheProjectAndOfNoOtherManifests() {
    String group = "kind: Group\nmetadata: {name: g}\nspec: {name: %s}\n";
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "environments: {prod: {account: one, overlays: [prod]}}\n")
            .file(
                "manifests/all.yaml",
                group.formatted("now") + "---\nkind: Group\nmetadata: {name: h}\n")
            .file("prod/g.yaml", group.formatted("over"))
            .file("prod/h.yaml", "kind: Group\nmetadata: {name: h}\nspec: {name: of_h}\n")
            .file("before.yaml", group.formatted("over"))
            .file("early.yaml", group.formatted("early"))
            .file(
                "all.test.yaml",
                """
                environment: prod
                tests:
                  - {name: project, given: project, expect: {}}
                  - {name: same, given: {manifests: [before.yaml]}, expect: {changes: {group/h: create}}}
                  - name: other
                    given: {manifests: [early.yaml]}
                    expect: {changes: {group/g: create, group/h: create}}
                """);

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("3 tests");
  }

  @Test
  void folderOfAnExportIsAProjectOfItsOwn() {
    var workspace = new Workspace(folder).withExamples();
    workspace.succeed("apply", "--sandbox", "--auto-approve", "manifests");
    workspace.succeed("export", "--sandbox", "-o", "exported");
    workspace.file(
        "exported.test.yaml",
        """
        tests:
          - name: an export of the account is the account
            given: {manifests: exported}
            manifests: exported
            expect: {}
        """);

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @ParameterizedTest
  @CsvSource({"show.json", "bare.json", "bare.yaml"})
  void fileHoldsAnAccount(String name) {
    String bare = "{\"groups\": {\"warm_lake\": {\"name\": \"g\"}}}";
    var workspace =
        new Workspace(folder)
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
            .file("bare.json", bare)
            .file("bare.yaml", "groups: {warm_lake: {name: g}}\n")
            .file(
                "all.test.yaml",
                "tests: [{name: it is there, given: {account: " + name + "}, expect: {}}]\n");
    workspace.succeed("apply", "--sandbox", "--auto-approve");
    workspace.file("show.json", workspace.succeed("sandbox", "show", "--format", "json").out());

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  /// What hardly anybody cares for is filled in.
  @Test
  void objectsAreWrittenInPlaceAndLieOverManifests() {
    var workspace =
        new Workspace(folder)
            .file("manifests/all.yaml", "kind: Group\nmetadata: {name: g}\n---\n" + CONNECTOR)
            .file(
                "all.test.yaml",
                """
                tests:
                  - name: somebody else's connection
                    given:
                      account:
                        groups: {g1: {name: g}}
                        connections:
                          warm_lake: {group_id: g1, service: postgres, schema: o, sync_frequency: 360, config: {host: db, port: 5432, database: d, user: u}}
                    manifests: manifests
                    expect:
                      and_others: true
                      changes:
                        connector/orders@g: {action: update, and_others: true, fields: {sync_frequency: {from: 360, to: 60}}}
                """);

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{account: none.json} | the account none.json can't be read",
        "{account: {group: {}}} | Unknown collection 'group'; did you mean 'groups'?",
        "{account: torn.json} | torn.json:1:2 is not JSON",
        "{manifests: wrong.yaml} | unknown field 'nome'",
        "{manifests: none.yaml} | there is no file or folder none.yaml",
        "{manifests: missing.yaml} | says `existing: true`, but the account has no such object"
      })
  void whatCannotBePlayedIsTold(String given, String message) {
    var workspace =
        new Workspace(folder)
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
            .file("torn.json", "{")
            .file("wrong.yaml", "kind: Group\nmetadata: {name: g}\nspec: {nome: g}\n")
            .file("missing.yaml", "kind: Group\nmetadata: {name: x, existing: true}\n")
            .file("all.test.yaml", "tests: [{name: a, given: " + given + ", expect: {}}]\n");

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isIn(64, 65);
    assertThat(ran.err()).contains(message);
  }

  @Test
  void environmentsAndVariablesAreChosenByEachTest() {
    var workspace =
        new Workspace(folder)
            .file(
                "ftctl.yaml",
                """
                environments:
                  dev: {account: acme_dev, variables: {every: 360}}
                  prod: {account: acme_prod, variables: {every: 60}}
                """)
            .file(
                "manifests/all.yaml",
                "kind: Group\nmetadata: {name: g}\n---\n"
                    + CONNECTOR.replace("sync_frequency: 60", "sync_frequency: \"${var:every}\""))
            .file(
                "all.test.yaml",
                """
                given: {account: {groups: {g1: {name: g}}, connections: {c: {group_id: g1, service: postgres, schema: o, sync_frequency: 15, config: {host: db}}}}}
                environment: dev
                tests:
                  - name: of dev
                    expect: &frequency {and_others: true, changes: {connector/*: {action: update, and_others: true, fields: {sync_frequency: 360}}}}
                  - name: of prod
                    environment: prod
                    expect: {and_others: true, changes: {connector/*: {action: update, and_others: true, fields: {sync_frequency: 60}}}}
                  - name: of a variable
                    variables: {every: 480}
                    expect: {and_others: true, changes: {connector/*: {action: update, and_others: true, fields: {sync_frequency: 480}}}}
                  - name: of an environment that isn't there
                    environment: prd
                    expect: {errors: [{code: command-line, text: "did you mean 'prod'?"}], exit: 64}
                """);

    Ran ran = workspace.run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
  }
}
