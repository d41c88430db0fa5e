package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ftctl.testing.Lab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is too much, too strange or somebody else's is told in words with a place, and never read.
class ReadingBoundsTest {

  private static final String FEEDS =
      """
      kind: Connector
      for_each: {csv: ../rows.csv}
      metadata: {name: "c${each.n}"}
      spec: {service: postgres, paused: true, groups: [%s], config: {schema_prefix: "${each.n}", host: "%s"}}
      """;

  @TempDir Path folder;

  private Workspace rows(int rows) {
    return new Workspace(folder)
        .file("ftctl.yaml", "variables: {big: " + "x".repeat(900_000) + "}\n")
        .file(
            "rows.csv",
            IntStream.range(0, rows)
                .mapToObj(row -> "r" + row + "\n")
                .collect(Collectors.joining("", "n\n", "")));
  }

  @Test
  void largeTextTimesManyRowsIsTooLarge() {
    Workspace workspace =
        rows(2_000)
            .file("manifests/a.yaml", FEEDS.formatted("g", "a${var:big}"))
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran.err().length()).isEqualTo(65);
    assertThat(ran.err())
        .contains("manifests/a.yaml:2:1: ", "more than 256 MB", " MB of them by this 'for_each'")
        .doesNotContain("at dev.");
  }

  @Test
  void blamesTheCostliestOfSeveralForEach() {
    String small = FEEDS.formatted("g", "b${var:big}").replace("c${", "d${");
    Workspace workspace =
        rows(2_000)
            .file("few.csv", "n\nd1\nd2\n")
            .file("manifests/a.yaml", small.replace("rows.csv", "few.csv"))
            .file("manifests/b.yaml", "\n\n" + FEEDS.formatted("g", "a${upper(var:big)}"))
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/b.yaml:4:1: ").doesNotContain("a.yaml");
  }

  @Test
  void manyRowsTimesManyGroupsAreTooMany() {
    String groups =
        IntStream.range(0, 101).mapToObj(group -> "g" + group).collect(Collectors.joining(", "));
    Workspace workspace = rows(1_000).file("manifests/a.yaml", FEEDS.formatted(groups, "a"));

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).isEqualTo(65);
    assertThat(ran.err()).contains("manifests/a.yaml:3:", "more than 100,000 resources");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999999999999", "-1E+12345"})
  void hugeNumberIsNone(String number) {
    Workspace workspace =
        new Workspace(folder)
            .file(
                "manifests/a.yaml",
                "kind: Group\nmetadata: {name: g}\n---\nkind: Connector\nmetadata: {name: a}\n"
                    + "spec: {service: postgres, groups: [g], paused: true, sync_frequency: "
                    + number
                    + ", config: {schema_prefix: a, port: "
                    + number
                    + "}}\n");

    Ran ran = workspace.run("validate");

    assertThat(ran.code()).as("%s", ran).isEqualTo(65);
    assertThat(ran.err()).contains("sync_frequency");
  }

  @Test
  void flagsWithoutTextAreWrong() {
    var workspace =
        new Workspace(folder).file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");

    for (String flag :
        List.of(
            "--base",
            "--config",
            "--env",
            "--credentials",
            "--api-url",
            "--target",
            "--var-file",
            "--allow",
            "--allow-path",
            "--allow-credentials",
            "-o",
            "--log-file",
            "--now")) {
      for (String text : List.of("", " ")) {
        Ran ran = workspace.run("plan", "--sandbox", flag, text);

        assertThat(ran.code()).as("%s %s", flag, ran).isEqualTo(64);
      }
    }
    assertThat(workspace.run("plan", "--sandbox", "--base=").err()).contains("--base is empty");
    assertThat(workspace.run("validate", "").err()).contains("PATH is empty");
  }

  @Test
  void onlyWhatLooksLikeAKeyIsTakenForOne() {
    try (var lab = new Lab()) {
      var workspace =
          new Workspace(folder)
              .reaching(lab.sandbox())
              .with("PROD_API_KEY", lab.sandbox().apiKey())
              .with("GITHUB_TOKEN", lab.sandbox().apiSecret())
              .file(
                  "ftctl.yaml",
                  """
                  environments:
                    prod:
                      account: sandbox_account
                      credentials: {key: PROD_API_KEY, secret: GITHUB_TOKEN}
                  """)
              .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");

      Ran refused = workspace.run("plan", "--env", "prod");
      Ran allowed = workspace.run("plan", "--env", "prod", "--allow-credentials", "GITHUB_TOKEN");

      assertThat(refused.code()).as("%s", refused).isEqualTo(65);
      assertThat(refused.err())
          .contains("ftctl.yaml:4:", "--allow-credentials NAME")
          .contains("the variable 'GITHUB_TOKEN' is not called like a key");
      assertThat(allowed.code()).as("%s", allowed).isZero();
    }
  }

  @Test
  void projectFileOfAStrangerIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("ftctl.yaml"), "manifests: [manifests]\n");
    assumeTrue(
        Long.valueOf(0).equals(((Integer) Files.getAttribute(file, "unix:uid")).longValue()));
    Files.setAttribute(file, "unix:uid", 4711);
    var workspace =
        new Workspace(folder)
            .file("manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n")
            .with("HOME", folder.resolve("home").toString());

    Ran refused = workspace.run("validate");
    Ran named = workspace.run("validate", "--config", "ftctl.yaml");
    workspace.file("home/.gitconfig", "[safe]\n\tdirectory = " + folder + "\n");
    Ran safe = workspace.run("validate");

    assertThat(refused.code()).as("%s", refused).isEqualTo(65);
    assertThat(refused.err()).contains("4711", "safe.directory " + folder, "--config");
    assertThat(named.code()).as("%s", named).isZero();
    assertThat(safe.code()).as("%s", safe).isZero();
  }

  @Test
  void noProjectFileIsLookedForAboveTheRepository() throws Exception {
    var above = new Workspace(folder).file("ftctl.yaml", "nonsense: true\n");
    above.file("repo/manifests/g.yaml", "kind: Group\nmetadata: {name: g}\n");
    Repository.commit(folder.resolve("repo"));

    Ran ran = new Workspace(folder.resolve("repo")).run("validate");

    assertThat(ran.code()).as("%s", ran).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb.yaml",
        "a\tb.yaml",
        "a\"b.yaml",
        "-b.yaml",
        "a\\b.yaml",
        "HEAD:x.yaml",
        "käse.yaml"
      })
  void baseIsReadByHashesWhateverItsFilesAreCalled(String name) throws Exception {
    try (var lab = new Lab()) {
      var workspace =
          new Workspace(folder).reaching(lab.sandbox()).file("ftctl.yaml", "allow: [delete]\n");
      workspace.file("manifests/" + name, "kind: Group\nmetadata: {name: odd}\n");
      workspace.file("manifests/a", "kind: Group\nmetadata: {name: wrong}\n");
      workspace.file("manifests/z.yaml", "kind: Group\nmetadata: {name: z}\n");
      Repository.commit(folder);
      workspace.succeed("apply", "--auto-approve", "--journal", "none");
      Files.delete(folder.resolve("manifests").resolve(name));

      Ran ran = workspace.run("plan", "--base", "HEAD", "--detailed-exitcode");

      assertThat(ran.code()).as("%s", ran).isEqualTo(2);
      assertThat(ran.changes()).singleElement().asString().contains("delete", "group/odd");
    }
  }

  @Test
  void namesThatAreNoTextAreErrorsInABaseToo() throws Exception {
    try (var lab = new Lab()) {
      var workspace = new Workspace(folder).reaching(lab.sandbox()).file("manifests/.keep", "");
      byte[] group = "kind: Group\nmetadata: {name: g}\n".getBytes(StandardCharsets.UTF_8);
      raw("manifests/k\\344se.yaml");
      raw("manifests/k\\366se.yaml");
      workspace.file("manifests/g.yaml", group);

      Ran now = workspace.run("validate");
      Repository.commit(folder);
      raw("-d");
      Ran base = workspace.run("plan", "--base", "HEAD");

      assertThat(now.code()).as("%s", now).isEqualTo(65);
      assertThat(now.err()).contains("manifests/k\\xe4se.yaml:1:1", "manifests/k\\xf6se.yaml:1:1");
      assertThat(base.code()).as("%s", base).isZero();
      assertThat(base.out())
          .contains("k\\xe4se.yaml", "Nothing is deleted by --base HEAD, which can't be read.");
    }
  }

  /// Java can't make such names; a shell can.
  private void raw(String name) throws IOException, InterruptedException {
    String script =
        name.equals("-d")
            ? "rm manifests/k*se.yaml"
            : "printf 'kind: Group\\nmetadata: {name: r}\\n' > \"$(printf '" + name + "')\"";
    Process shell =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new ByteArrayOutputStream();
    shell.getInputStream().transferTo(said);
    assertThat(shell.waitFor()).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }
}
