package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Run;
import dev.ftctl.export.Layout;
import dev.ftctl.export.ManifestFiles;
import dev.ftctl.export.ProjectText;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.files.Folders;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Writes documents as a project.
record ExportFolder(Run run, Path folder, ExportForm form, StandingProject standing) {

  void write(AccountInfo account, AccountDocuments.Result result) {
    SequencedMap<Address, String> paths =
        form.layout()
            .paths(
                result.all().stream()
                    .filter(written -> written.found().wanted().isEmpty())
                    .map(written ->
                        new Layout.Item(
                            written.document(), written.found().live().id().value(), false, false))
                    .toList());
    var files = new ManifestFiles();
    result.all().stream()
        .filter(written -> written.found().wanted().isEmpty())
        .forEach(written ->
            files.add("manifests/" + paths.get(written.document().address()), written.document()));
    SequencedMap<String, String> texts = new LinkedHashMap<>(files.all());
    if (!Files.exists(folder.resolve("ftctl.yaml"), LinkOption.NOFOLLOW_LINKS)) {
      texts.put("ftctl.yaml", ProjectText.project(account.id(), account.name()));
    }
    example(result, texts);
    texts.forEach(this::refuseLinks);
    var secrets = new SecretsFile(run, folder);
    if (form.isWithSecrets) {
      secrets.require();
    }
    texts.forEach((path, text) -> {
      Path file = folder.resolve(path);
      if (!text.equals(read(file))) {
        WholeFile.write(run.console().disk(), file, text);
      }
    });
    if (form.isWithSecrets) {
      secrets.write(result.variables());
    }
  }

  private void example(AccountDocuments.Result result, Map<String, String> texts) {
    SequencedMap<String, String> uses = new LinkedHashMap<>();
    for (EnvEntry entry : result.variables()) {
      uses.put(entry.name(), entry.document() + " " + entry.path());
    }
    String now = read(folder.resolve(".env.example"));
    String then = ProjectText.example(now, uses);
    if (!then.isEmpty()) {
      texts.put(".env.example", then);
    }
  }

  private void refuseLinks(String path, String text) {
    try {
      Folders.requireNoLinks(folder, folder.resolve(path));
    } catch (IOException link) {
      throw new RefusedException(
          Refusal.FAILED,
          "nothing was written, since " + Reasons.of(link),
          "Remove the link, or give another folder.");
    }
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Files.readString(file, StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      throw new RefusedException(
          Refusal.FAILED,
          "can't read " + file + ": " + Reasons.of(unreadable),
          "Make it readable, or give another folder.");
    }
  }
}
