package release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What comes with the program: completions, manual pages, licences, the list of its parts, the
/// example that README runs.
record Papers(Build build) {

  private static final Map<String, String> COMPLETIONS =
      Map.of(
          "bash", "share/bash-completion/completions/ftctl",
          "zsh", "share/zsh/vendor-completions/_ftctl",
          "fish", "share/fish/vendor_completions.d/ftctl.fish");

  void write(Path program) throws IOException, InterruptedException {
    for (Map.Entry<String, String> shell : COMPLETIONS.entrySet()) {
      Path script = program.resolve(shell.getValue());
      Files.createDirectories(script.getParent());
      var command = List.of(program.resolve("bin/ftctl").toString(), "completion", shell.getKey());
      String text = Tool.run(program, build.work("training"), command, List.of(0));
      // It is read by a shell, never started.
      Files.writeString(script, text.replaceFirst("^#!.*\n", ""));
    }
    ManualPages.write(program.resolve("share/man/man1"), build);

    // What the template for GitLab starts, so that one digest vouches for both.
    for (String name : List.of("common.sh", "record.sh", "gitlab/job.sh", "gitlab/note.sh")) {
      Tree.copy(
          build.project().resolve("src/ci").resolve(name),
          program.resolve("share/ftctl/ci").resolve(name));
    }

    Path doc = Files.createDirectories(program.resolve("share/doc/ftctl"));
    for (String name : List.of("LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md")) {
      Tree.copy(build.project().resolve(name), doc.resolve(name));
    }
    Files.writeString(doc.resolve("THIRD-PARTY.txt"), new Licences(build).text());
    Tree.copy(build.sbom(), doc.resolve("sbom.cdx.json"));
    Tree.copy(build.project().resolve("examples"), program.resolve("examples"));
  }
}
