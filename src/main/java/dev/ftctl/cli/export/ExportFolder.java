package dev.ftctl.cli.export;

import dev.ftctl.cli.process.Run;
import dev.ftctl.export.Beside;
import dev.ftctl.export.Document;
import dev.ftctl.export.Layout;
import dev.ftctl.export.ManifestFiles;
import dev.ftctl.export.ProjectText;
import dev.ftctl.export.account.AccountDocuments;
import dev.ftctl.export.account.EnvEntry;
import dev.ftctl.export.folding.Folding;
import dev.ftctl.export.standing.Standing;
import dev.ftctl.files.Folders;
import dev.ftctl.files.Reasons;
import dev.ftctl.files.WholeFile;
import dev.ftctl.fivetran.AccountInfo;
import dev.ftctl.live.Inventory;
import dev.ftctl.live.Inventory.Found;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Writes documents as a project.
///
/// @param copies files that documents name
record ExportFolder(
    Run run, Path folder, ExportForm form, StandingProject standing, HeldCopies copies) {

  /// How a text reads a variable, before its name.
  private static final String VARIABLE = "${env:";

  /// What was done.
  ///
  /// @param written paths of files that are new or changed
  /// @param same how many are as they were
  /// @param kept documents that differ and were left, each with the reason
  record Outcome(List<String> written, int same, SequencedMap<String, String> kept) {}

  /// @param account whose objects they are, empty where nobody asked it
  /// @param folding the documents that are new
  Outcome write(
      Optional<AccountInfo> account,
      AccountDocuments.Result result,
      Folding.Result folding,
      Inventory inventory) {
    Standing existing = updated(result, inventory);
    SequencedMap<String, String> texts = new LinkedHashMap<>(existing.changed());
    texts.putAll(fresh(result, folding));
    project(account, texts);
    example(result, folding, texts);
    texts.sequencedKeySet().forEach(this::refuseLinks);
    copies.paths().forEach(this::refuseLinks);
    var secrets = new SecretsFile(run, folder);
    if (form.isWithSecrets) {
      secrets.require();
    }
    SequencedMap<String, String> written = new LinkedHashMap<>(texts);
    written
        .entrySet()
        .removeIf(file -> file.getValue().equals(read(folder.resolve(file.getKey()))));
    List<String> copied = copies.write(run.console().disk());
    written.forEach(
        (path, text) -> WholeFile.write(run.console().disk(), folder.resolve(path), text));
    if (form.isWithSecrets) {
      secrets.write(
          new SharedValues(result, folding)
              .all().stream()
                  .filter(
                      variable -> standing.variables().stream().noneMatch(variable.name()::equals))
                  .toList());
    }
    int same = texts.size() - written.size() + copies.paths().size() - copied.size();
    return new Outcome(
        Stream.concat(written.keySet().stream(), copied.stream()).toList(), same, existing.kept());
  }

  private void project(Optional<AccountInfo> account, Map<String, String> texts) {
    if (!isThere("ftctl.yaml")) {
      texts.put(
          "ftctl.yaml",
          account
              .map(known -> ProjectText.project(known.id(), known.name()))
              .orElseGet(ProjectText::project));
    }
  }

  /// Files of what no document describes yet.
  private SequencedMap<String, String> fresh(
      AccountDocuments.Result result, Folding.Result folding) {
    Map<Address, String> ids = new HashMap<>();
    result
        .all()
        .forEach(
            written -> ids.put(written.document().address(), written.found().live().id().value()));
    SequencedMap<Address, String> paths =
        form.layout()
            .paths(folding.documents().stream().map(one -> item(one, folding, ids)).toList());
    var beside = new Beside(copies.paths());
    // In a layout of few files several documents go to one, which is free or not as a whole.
    Map<String, String> free = new HashMap<>();
    var placed = new ArrayList<ManifestFiles.Placed>();
    for (Document document : folding.documents()) {
      String path = free.computeIfAbsent("manifests/" + paths.get(document.address()), this::free);
      placed.add(new ManifestFiles.Placed(path, beside.in(document, path)));
    }
    return ManifestFiles.of(placed);
  }

  private Layout.Item item(Document document, Folding.Result folding, Map<Address, String> ids) {
    List<Document> folded = folding.folds().getOrDefault(document.address(), List.of());
    Address first = folded.isEmpty() ? document.address() : folded.getFirst().address();
    boolean isPart =
        run.kinds().get().ofSlug(document.address().kind()).definition().partOf().isPresent();
    return new Layout.Item(document, ids.getOrDefault(first, ""), !folded.isEmpty(), isPart);
  }

  private Standing updated(AccountDocuments.Result result, Inventory inventory) {
    var existing =
        new Standing(
            path ->
                standing.tree().read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
            standing.described().resources());
    for (AccountDocuments.Written one : result.all()) {
      Found found = one.found();
      found
          .wanted()
          .ifPresent(wanted ->
              existing.update(
                  new Standing.Pair(
                      run.kinds().get().ofSlug(found.live().kind()).definition(),
                      wanted,
                      found.live(),
                      one.document().spec(),
                      one.full()),
                  inventory.ids(),
                  true));
    }
    return existing;
  }

  /// A path at which nothing stands yet; what a person put there stays.
  private String free(String path) {
    String free = path;
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    for (int number = 2; isThere(free) || isThere(ManifestFiles.beside(free)); number++) {
      free = path.substring(0, dot) + "-" + number + path.substring(dot);
    }
    return free;
  }

  private boolean isThere(String path) {
    return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private void example(
      AccountDocuments.Result result, Folding.Result folding, Map<String, String> texts) {
    SequencedMap<String, String> uses = new LinkedHashMap<>();
    for (EnvEntry entry : result.variables()) {
      uses.put(entry.name(), entry.document() + " " + entry.path());
    }
    uses.putAll(folding.variables());
    uses.keySet().retainAll(named(texts.values()));
    String now = read(folder.resolve(StandingProject.EXAMPLE));
    String then = ProjectText.example(now, uses);
    if (!then.isEmpty()) {
      texts.put(StandingProject.EXAMPLE, then);
    }
  }

  /// Names of variables that texts read.
  private static Set<String> named(Collection<String> texts) {
    var names = new HashSet<String>();
    for (String text : texts) {
      int start = text.indexOf(VARIABLE);
      while (start >= 0) {
        int name = start + VARIABLE.length();
        int end = text.indexOf('}', name);
        if (end >= 0) {
          names.add(text.substring(name, end));
        }
        start = text.indexOf(VARIABLE, name);
      }
    }
    return names;
  }

  private void refuseLinks(String path) {
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
