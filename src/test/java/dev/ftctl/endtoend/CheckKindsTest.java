package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Zips;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ftctl check` of a project with a document of each kind: on an empty account all of it is
/// created, and where the project was applied nothing changes.
class CheckKindsTest {

  private static final String TESTS =
      """
      tests:
        - name: all of it is new
          expect:
            changes:
      %s
        - name: all of it is there
          given: project
          expect: {}
        - name: some of it is there in another form
          given:
            account:
              private_links: {link: {name: %s, service: SOURCE_GCP}}
              proxy_agents: {agent: {display_name: %s, region: AWS_EU_NORTH_1}}
          expect:
            and_others: true
            changes: {private-link/*: replace, proxy-agent/*: replace}
            blocked: [private-link/*, proxy-agent/*]
            exit: 4
      """;

  @TempDir Path folder;

  @Test
  void accountsOfAllKindsAreGiven() {
    var workspace =
        new Workspace(folder)
            .file("ftctl.yaml", "handouts: {vault: {exec: [cat]}}\n")
            .file("manifests/code.zip", Zips.of("connector.py", "pass"));
    OneOfEach.kinds()
        .forEach(kind -> {
          String document = OneOfEach.document(kind);
          workspace.file(
              OneOfEach.file(kind.slug()),
              kind.handsOutOnce().isEmpty()
                  ? document
                  : document.replaceFirst("\"name\"", "\"handout\":\"vault\",\"name\""));
        });
    String created =
        OneOfEach.kinds()
            .map(kind -> "        " + kind.slug() + "/*: create\n")
            .collect(Collectors.joining());

    Ran ran =
        workspace
            .file(
                "kinds.test.yaml",
                TESTS.formatted(
                    created,
                    PlainDocuments.name("private-link"),
                    PlainDocuments.name("proxy-agent")))
            .run("check");

    assertThat(ran.code()).as("%s", ran).isZero();
    assertThat(ran.out()).contains("3 tests in 1 file");
  }
}
