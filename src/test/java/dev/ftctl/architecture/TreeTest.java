package dev.ftctl.architecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no committed file says: where packages are fetched from (that is each user's set-up), and
/// paths that exist on one machine only.
final class TreeTest {
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          """
          repo1?[.]maven[.]apache|search[.]maven[.]|central[.]sonatype|oss[.]sonatype\
          |registry[.]npmjs|registry[.]yarnpkg|pypi[.]org|pythonhoste[d]|(?:static|index)[.]crates\
          |proxy[.]golang|rubygems[.]org|plugins[.]gradle|registry[.]terraform|jitpack[.]io\
          |docker[.]io/|ghcr[.]io/|quay[.]io/\
          |(?<![\\w.}])/(?:home|root|Users|work|tmp)/[a-zA-Z]|[.][.]/shared\
          """);

  @Test
  void noFileNamesRegistriesOrMachines() throws IOException, InterruptedException {
    List<String> found = committed().stream().flatMap(TreeTest::findings).toList();

    assertThat(found).isEmpty();
  }

  /// The files that git knows; a source archive without git skips the check.
  private static List<Path> committed() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of(".git")), "not a git checkout");
    Process git =
        new ProcessBuilder("git", "ls-files", "-z")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), UTF_8);
    assertThat(git.waitFor()).isZero();
    return Stream.of(names.split("\0")).map(Path::of).filter(Files::isRegularFile).toList();
  }

  private static Stream<String> findings(Path file) {
    List<String> lines = lines(file);
    return IntStream.range(0, lines.size())
        .filter(index -> FORBIDDEN.matcher(lines.get(index)).find())
        .mapToObj(index -> file + ":" + (index + 1) + ": " + lines.get(index).strip());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
