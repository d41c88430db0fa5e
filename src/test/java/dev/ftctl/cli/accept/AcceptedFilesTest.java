package dev.ftctl.cli.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.accept.Accepted;
import dev.ftctl.accept.Accepted.EditedText;
import dev.ftctl.accept.Accepted.Line;
import dev.ftctl.drift.Cause;
import dev.ftctl.drift.Drift;
import dev.ftctl.drift.Drift.Side;
import dev.ftctl.drift.DriftClass;
import dev.ftctl.drift.Subject;
import dev.ftctl.files.Disk;
import dev.ftctl.manifest.input.KeptTree;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.FieldPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which edited files are written, and what becomes of those that must not be.
class AcceptedFilesTest {

  @TempDir Path top;
  private Path repository;
  private KeptTree tree;

  @BeforeEach
  void read() throws IOException {
    repository = Files.createDirectories(top.resolve("repository/.git")).getParent();
    Files.writeString(repository.resolve("one.yaml"), "a: 1\n");
    Files.writeString(repository.resolve("two.yaml"), "b: 1\n");
    Files.writeString(top.resolve("outside.yaml"), "c: 1\n");
    tree = new KeptTree(new WorkingTree(repository, "", List.of(), List.of(top.toString())));
  }

  @Test
  void fileThatSomebodyChangedSinceIsLeft() throws IOException {
    Accepted chosen = chosen("one.yaml", "two.yaml");
    Files.writeString(repository.resolve("one.yaml"), "a: somebody\n");

    Accepted done = new AcceptedFiles(Disk.REAL, tree).write(chosen);

    assertThat(done.files()).extracting(EditedText::shown).containsExactly("two.yaml");
    assertThat(done.lines()).hasSize(1);
    assertThat(done.left())
        .singleElement()
        .extracting(Accepted.Left::why)
        .isEqualTo("one.yaml was changed since it was read: run this again");
    assertThat(repository.resolve("one.yaml")).hasContent("a: somebody");
    assertThat(repository.resolve("two.yaml")).hasContent("edited");
  }

  @Test
  void fileThatCameOrWentSinceIsLeft() throws IOException {
    Accepted chosen = chosen("one.yaml", "fresh.yaml");
    Files.delete(repository.resolve("one.yaml"));
    Files.writeString(repository.resolve("fresh.yaml"), "somebody's\n");

    Accepted done = new AcceptedFiles(Disk.REAL, tree).write(chosen);

    assertThat(done.lines()).isEmpty();
    assertThat(repository.resolve("one.yaml")).doesNotExist();
    assertThat(repository.resolve("fresh.yaml")).hasContent("somebody's");
  }

  @Test
  void nothingIsWrittenOutsideOfTheRepository() throws IOException {
    Files.createSymbolicLink(repository.resolve("link.yaml"), top.resolve("outside.yaml"));
    Files.createSymbolicLink(repository.resolve("folder"), top);

    Accepted done =
        new AcceptedFiles(Disk.REAL, tree)
            .write(chosen("../outside.yaml", "link.yaml", "folder/new.yaml"));

    assertThat(done.files()).isEmpty();
    assertThat(done.left())
        .hasSize(3)
        .allMatch(left -> left.why().contains("lies outside of the repository"));
    assertThat(top.resolve("outside.yaml")).hasContent("c: 1");
    assertThat(top.resolve("new.yaml")).doesNotExist();
  }

  @Test
  void newFoldersAreMade() {
    Accepted done = new AcceptedFiles(Disk.REAL, tree).write(chosen("overlays/prod/one.yaml"));

    assertThat(done.left()).isEmpty();
    assertThat(repository.resolve("overlays/prod/one.yaml")).hasContent("edited");
  }

  /// Read, and edited since.
  private Accepted chosen(String... names) {
    List<EditedText> files =
        List.of(names).stream()
            .map(name -> {
              String path = tree.canonical(name);
              tree.read(path);
              return new EditedText(path, name, "", "edited\n");
            })
            .toList();
    List<Line> lines =
        files.stream()
            .map(file -> new Line(drift(), "document", SourceLocation.NONE, file.path()))
            .toList();
    return new Accepted(lines, List.of(), files, List.of(), 0);
  }

  private static Drift drift() {
    return new Drift(
        DriftClass.BREAKS,
        Cause.DRIFT,
        Drift.What.FIELD,
        new Subject(Address.of("group", "g"), "", SourceLocation.NONE, List.of()),
        FieldPath.of("name"),
        FieldPath.of("name"),
        Side.NONE,
        Side.NONE,
        Side.NONE,
        "");
  }
}
