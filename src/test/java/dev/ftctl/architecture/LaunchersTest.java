package dev.ftctl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The launcher of a source checkout and that of a release start the program in one way: what holds
/// of one, such as its figures, holds of the other.
final class LaunchersTest {

  private static final Pattern OPTION = Pattern.compile("-(?:XX?|D|-)[:A-Za-z][^ \"']*");

  @Test
  void bothGiveTheSameOptionsToJava() throws IOException {
    var ofCheckout = new TreeSet<>(options(Path.of("ftctl")));
    var ofRelease = new TreeSet<>(options(Path.of("src/release/ftctl")));
    ofCheckout.removeIf(option -> option.startsWith("-XX:ArchiveClassesAtExit"));

    assertThat(ofRelease).hasSizeGreaterThan(8).isEqualTo(ofCheckout);
  }

  /// Of `java` alone: the lines that hold its options, and start it.
  private static List<String> options(Path launcher) throws IOException {
    return Files.readAllLines(launcher).stream()
        .filter(line -> !line.contains("mvn") && !line.contains("MAVEN_OPTS"))
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> OPTION.matcher(line).results())
        .map(found -> found.group().replaceFirst("=(\\$.*)?$", ""))
        .filter(option ->
            option.matches(
                "-XX:.*|-Xm.*|-Xshare.*|-D(?!maven|style|ftctl[.](jar|commit)|fast).*|--sun.*"))
        .toList();
  }
}
