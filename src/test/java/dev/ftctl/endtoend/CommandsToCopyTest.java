package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A command that ftctl prints to be copied does what it says, whatever the names in it: judged by
/// a real shell, which is asked for the words alone.
class CommandsToCopyTest {

  @TempDir Path folder;

  static Stream<String> names() {
    return Stream.of(
        "plain",
        "two words",
        "a'b",
        "'; touch x; '",
        "$(touch x)",
        "`touch x`",
        "${IFS}a",
        "a\"b",
        "a\\b",
        "a;b|c&d>e<f",
        "*?[a-z]",
        "#a",
        "~root",
        "!x",
        "{a,b}",
        "käse=1");
  }

  @ParameterizedTest
  @MethodSource("names")
  void savedPlanIsCarriedOutByItsName(String name) throws Exception {
    try (Lab lab = Accounts.withExamples()) {
      Ran ran =
          new Workspace(folder)
              .withExamples()
              .reaching(lab.sandbox())
              .succeed("plan", "-o", name + ".json");

      assertThat(words(said(ran.err(), "run: (ftctl apply .*)")))
          .containsExactly("ftctl", "apply", name + ".json");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void commandThatConnectsTakesTheAddress(String name) throws Exception {
    Ran ran = new Workspace(folder).run("connect", "connector/" + name);

    assertThat(words(said(ran.err(), "(ftctl connect .*) on a terminal")))
        .containsExactly("ftctl", "connect", "connector/" + name);
  }

  private static String said(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private List<String> words(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", "printf '%s\\n' " + command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(words).isZero();
    assertThat(folder.resolve("x")).doesNotExist();
    return words.lines().toList();
  }
}
