package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.testing.Lab;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of each kind, as it is read in a window and elsewhere.
class KindTablesTest {

  private static final int WINDOW = 80;

  @TempDir Path folder;

  @Test
  void fitsIntoAWindow() {
    try (Lab lab = OneOfEach.lab()) {
      Workspace workspace = OneOfEach.in(folder, lab);
      for (KindDefinition kind : listed()) {
        Ran whole = workspace.succeed("get", kind.slug());
        Ran seen = workspace.runOnTerminal("get", kind.slug());

        assertThat(seen.out().lines()).as(kind.slug()).hasSameSizeAs(whole.out().lines().toList());
        assertThat(seen.out().lines())
            .as(kind.slug())
            .allMatch(line -> line.strip().length() <= WINDOW);
        assertThat(seen.err().contains("The window is too narrow for "))
            .as("%s %s", kind.slug(), seen)
            .isEqualTo(whole.out().lines().anyMatch(line -> line.length() > WINDOW));
        assertThat(whole.err()).as(kind.slug()).doesNotContain("window");
        // What is read by machines is whole.
        assertThat(whole.out()).as(kind.slug()).doesNotContainPattern("[0-9a-f]{20}");
      }
      assertThat(workspace.succeed("get", "sdk-packages", "--format", "json").out())
          .containsPattern("\"file_sha256_hash\" : \"[0-9a-f]{64}\"");
      assertThat(workspace.runOnTerminal("get", "connectors", "--fields", "id,service").err())
          .doesNotContain("window");
    }
  }

  private static List<KindDefinition> listed() {
    return OneOfEach.kinds().filter(kind -> kind.partOf().isEmpty()).toList();
  }
}
