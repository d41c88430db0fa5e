package dev.ftctl.manifest.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.manifest.Folder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `policies:` of the project file, before anything is judged.
final class PoliciesReaderTest {

  @TempDir Path root;
  private Folder folder;

  @BeforeEach
  void manifests() {
    folder = new Folder(root).file("manifests/g.yaml", "kind: Group\nmetadata: {name: a}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"policies: []\n", "account: x\n"})
  void areNoneWithoutAny(String project) {
    folder.file("ftctl.yaml", project);

    assertThat(folder.read().project().policies().isEmpty()).isTrue();
  }

  @Test
  void areThereWithOne() {
    folder.file("ftctl.yaml", "policies: [{name: a, rule: 'true', message: m}]\n");

    assertThat(folder.read().project().policies().isEmpty()).isFalse();
  }

  @Test
  void nameEveryMistakeAtItsPlace() {
    folder.file(
        "ftctl.yaml",
        """
        policies:
          - name: a
            on: columns
            severity: warning
            rule: "true"
            message: m
          - nme: b
            rule: "true"
          - name: a
            rule: "true"
            message: [x]
          - name: two words
            rule: "tru"
            message: m
          - just text
          - name: e
            when: "1 +"
            rule: '"yes"'
            message: m
        """);

    assertThat(folder.errors())
        .containsExactly(
            "ftctl.yaml:3:9: unknown-value: 'on' of a policy is 'columns'",
            "ftctl.yaml:4:15: unknown-value: 'severity' of a policy is 'warning'",
            "ftctl.yaml:7:5: missing-field: a policy without 'message'",
            "ftctl.yaml:7:5: missing-field: a policy without 'name'",
            "ftctl.yaml:7:5: unknown-field: unknown field 'nme' in a policy",
            "ftctl.yaml:9:11: duplicate-name: a second policy is called 'a'",
            "ftctl.yaml:11:14: wrong-type: 'message' of a policy takes a text, not a list",
            "ftctl.yaml:12:11: bad-name: 'two words' is no name of a policy",
            "ftctl.yaml:15:5: wrong-type: a policy takes a mapping, not text ('just text')",
            "ftctl.yaml:17:15: policy-expression: 'when' is no expression over a resource:"
                + " mismatched input '<EOF>'",
            "ftctl.yaml:18:12: policy-expression: 'rule' is no expression over a resource: it gives"
                + " a text, not true or false");
  }

  @Test
  void areAList() {
    folder.file("ftctl.yaml", "policies: {name: a}\n");

    assertThat(folder.errors())
        .containsExactly("ftctl.yaml:1:11: wrong-type: 'policies' takes a list, not a mapping");
  }
}
