package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.Field;
import dev.ftctl.model.value.Value;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever describes that a group or a destination goes loses nothing with it that he didn't speak
/// of, although the lists of most kinds are read on demand.
class LostWithItsGroupTest {

  @TempDir Path folder;
  private final Lab lab = OneOfEach.lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void eachKindThatLiesInAGroupKeepsIt() {
    Ran plan = gone("kind: Group\nmetadata: {name: g, absent: true}\n");

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    OneOfEach.kinds()
        .filter(LostWithItsGroupTest::liesInAGroup)
        .map(KindDefinition::slug)
        .forEach(kind -> assertThat(plan.out()).containsPattern("still in use by .*" + kind + "/"));
    assertThat(OneOfEach.kinds().filter(LostWithItsGroupTest::liesInAGroup))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aProjectKeepsItsDestination() {
    Ran plan =
        gone(
            """
            kind: Destination
            metadata: {name: g, absent: true}
            spec: {group: g}
            ---
            kind: Connector
            metadata: {name: c, absent: true}
            spec: {service: postgres, groups: [g], config: {schema_prefix: shop}}
            """);

    assertThat(plan.code()).as("%s", plan).isEqualTo(4);
    assertThat(plan.out()).contains("still in use by transformation-project/g");
  }

  private Ran gone(String documents) {
    Ran plan =
        new Workspace(folder)
            .reaching(lab.sandbox())
            .file("manifests/gone.yaml", documents)
            .run("plan", "--allow", "delete");
    assertThat(lab.writes()).isEmpty();
    return plan;
  }

  private static boolean liesInAGroup(KindDefinition kind) {
    return kind.partOf().isEmpty()
        && kind.fields(Value.Mapping.EMPTY)
            .field("group")
            .filter(group -> group.is(Field.Trait.REQUIRED))
            .isPresent();
  }
}
