package dev.ftctl.cli.export;

import dev.ftctl.export.account.HeldFiles.Held;
import dev.ftctl.export.terraform.Sketches;
import dev.ftctl.files.Folders;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.file.FileHash;
import dev.ftctl.model.file.SpooledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Files that a state only names: they lie where Terraform uploaded them from, as seen from the
/// folder of the configuration.
///
/// @param folder that the command runs in
/// @param states files of states, as the command line names them
/// @param project that is written
record StateCode(Sketches sketches, Path folder, List<String> states, Path project)
    implements HeldCopies.Source {

  @Override
  public HeldCopies.Bytes of(Held held) throws IOException {
    RemoteId id = held.found().live().id();
    String path = sketches.fileOf(held.found().live().kind(), id.value());
    for (Path file : places(path)) {
      if (Files.isRegularFile(file) && FileHash.of(file).equalsIgnoreCase(held.hash())) {
        return new HeldCopies.Bytes(SpooledFile.of(Files.newInputStream(file)), inside(file));
      }
    }
    throw new IOException(
        "has its code in "
            + path
            + ", and no file of these bytes is here: run this where it is, or take the code from"
            + " the account later (ftctl export)");
  }

  private List<Path> places(String path) {
    return Stream.concat(
            Stream.of(folder),
            states.stream()
                .filter(state -> !state.equals("-"))
                .map(state -> folder.resolve(state).toAbsolutePath().getParent()))
        .map(from -> from.resolve(path).normalize())
        .toList();
  }

  /// Where it lies in the project already, there it stays.
  private Optional<String> inside(Path file) {
    if (!file.startsWith(project)) {
      return Optional.empty();
    }
    try {
      Folders.requireNoLinks(project, file);
    } catch (IOException link) {
      return Optional.empty();
    }
    return Optional.of(project.relativize(file).toString().replace('\\', '/'));
  }
}
