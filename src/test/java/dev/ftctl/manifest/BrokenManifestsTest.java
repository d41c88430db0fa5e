package dev.ftctl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.manifest.input.ReadRequest;
import dev.ftctl.manifest.input.WorkingTree;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.ManifestException;
import dev.ftctl.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `src/test/resources/broken` is a project that is wrong in one way, with the
/// problems that reading it finds in `expected.txt`: each as `FILE:LINE:COLUMN: MESSAGE`, then how
/// to mend it. `-Dgolden.update=true` writes them anew.
final class BrokenManifestsTest {

  private static final Path CORPUS = Path.of("src/test/resources/broken");
  private static final boolean IS_UPDATE = Boolean.getBoolean("golden.update");

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(CORPUS)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void areRefusedWithTheirPlaces(Path folder) throws IOException {
    Path golden = folder.resolve("expected.txt");

    List<Problem> problems = problems(folder);
    String found = problems.stream().map(BrokenManifestsTest::shown).collect(Collectors.joining());

    if (IS_UPDATE) {
      Files.writeString(golden, found);
    }
    assertThat(found).isNotEmpty().isEqualTo(Files.readString(golden));
    if (isOfFurtherKinds(folder)) {
      assertThat(problems).noneMatch(problem -> problem.fix().isEmpty());
    }
  }

  /// Typical mistakes in their documents: whoever makes one is told what to do.
  private static boolean isOfFurtherKinds(Path folder) {
    return folder.getFileName().toString().compareTo("80") > 0;
  }

  private static List<Problem> problems(Path folder) {
    var request =
        ReadRequest.plain(new WorkingTree(folder), List.of(), new Redaction(), Instant.EPOCH);
    try {
      Manifests.read(request, Kinds.all(Catalog.bundled()));
      return List.of();
    } catch (ManifestException broken) {
      return broken.problems().stream().filter(Problem::isError).toList();
    }
  }

  private static String shown(Problem problem) {
    String subject = problem.subject().isEmpty() ? "" : problem.subject() + ": ";
    String fix = problem.fix().isEmpty() ? "" : "  " + problem.fix() + "\n";
    return problem.place() + ": " + subject + problem.message() + "\n" + fix;
  }
}
