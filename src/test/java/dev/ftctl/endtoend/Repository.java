package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder as a git repository.
final class Repository {

  private Repository() {}

  /// Commits all that is in the folder, which becomes a repository when it is none.
  static void commit(Path folder) throws IOException, InterruptedException {
    if (!Files.exists(folder.resolve(".git/HEAD"))) {
      git(folder, "init", "-q");
    }
    git(folder, "add", "-A");
    git(
        folder,
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.com",
        "commit",
        "-q",
        "-m",
        "state");
  }

  static void git(Path folder, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as(said).isZero();
  }
}
