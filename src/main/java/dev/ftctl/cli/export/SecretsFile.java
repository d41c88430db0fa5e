package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Run;
import dev.ftctl.export.ProjectText;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.files.Folders;
import dev.ftctl.files.NewFile;
import dev.ftctl.files.Reasons;
import dev.ftctl.git.IgnoredFile;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeSet;

/// `DIR/.env`, with what the account tells of values that manifests read from the environment. For
/// its owner alone, and never where git would take it in.
record SecretsFile(Run run, Path folder) {

  private static final String NAME = ".env";

  /// @throws RefusedException when it is there already, or git does not ignore it
  void require() {
    Path file = folder.resolve(NAME);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          file + " is there already, and --with-secrets writes a new file alone",
          "Move it away, or leave --with-secrets out.");
    }
    if (!IgnoredFile.isKeptOut(file)) {
      throw new RefusedException(
          Refusal.BLOCKED,
          "git does not ignore " + file + ", so that its tokens could be committed",
          "Add a line `.env` to .gitignore, or leave --with-secrets out.");
    }
  }

  void write(List<EnvEntry> variables) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    var unknown = new TreeSet<String>();
    variables.forEach(variable ->
        variable
            .known()
            .ifPresentOrElse(
                text -> values.put(variable.name(), text), () -> unknown.add(variable.name())));
    Path file = folder.resolve(NAME);
    try {
      Folders.requireNoLinks(folder, file);
      try (NewFile fresh = NewFile.open(run.console().disk(), file)) {
        fresh.write(ProjectText.values(values, unknown));
      }
    } catch (IOException unwritable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't write " + file + ": " + Reasons.of(unwritable),
          "Give a writable folder.");
    }
  }
}
