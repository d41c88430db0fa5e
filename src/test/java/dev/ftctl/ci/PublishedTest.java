package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release fills in: the template for GitLab, the formula, the entries of the schema store.
final class PublishedTest {

  private static final Path FILL = Path.of("src/release/publish/fill.sh").toAbsolutePath();
  private static final List<String> PLATFORMS =
      List.of("linux-x64", "linux-arm64", "macos-arm64", "macos-x64");

  @TempDir private Path folder;
  private Job job;

  @BeforeEach
  void begin() {
    job = new Job(folder);
    job.file(
        "sums",
        PLATFORMS.stream()
            .map(platform -> digest(platform) + "  ftctl-1.2.3-" + platform + ".tar.gz\n")
            .collect(Collectors.joining()));
  }

  /// One for each platform.
  private static String digest(String platform) {
    return String.valueOf(PLATFORMS.indexOf(platform) + 1).repeat(64);
  }

  private Job.Ended fill(String repository, String version) {
    return job.run(
        "bash",
        FILL.toString(),
        repository,
        version,
        folder.resolve("sums").toString(),
        folder.resolve("papers").toString());
  }

  @Test
  void formulaHasTheDigestOfEachPlatformBesideItsAddress() {
    Job.Ended ended = fill("acme/ftctl", "1.2.3");

    assertThat(ended.code()).as(ended.log()).isZero();
    String formula = job.read("papers/ftctl.rb").replaceAll("\\s+", " ");
    for (String platform : PLATFORMS) {
      assertThat(formula)
          .contains(
              "url \"https://github.com/acme/ftctl/releases/download/v1.2.3/ftctl-1.2.3-%s.tar.gz\" sha256 \"%s\""
                  .formatted(platform, digest(platform)));
    }
    assertThat(formula).contains("version \"1.2.3\"").doesNotContain("@");
  }

  @Test
  void formulaIsRuby() throws Exception {
    fill("acme/ftctl", "1.2.3");
    Process ruby;
    try {
      ruby =
          new ProcessBuilder("ruby", "-c", folder.resolve("papers/ftctl.rb").toString())
              .redirectErrorStream(true)
              .start();
    } catch (IOException none) {
      assumeTrue(false, "ruby is not on this machine; the release workflow has it");
      throw none;
    }

    assertThat(ruby.inputReader().lines()).containsExactly("Syntax OK");
  }

  /// The schemas lie in the repository at the path that the address names.
  @Test
  void schemaStoreLeadsToSchemasThatAreThere() throws IOException {
    fill("acme/ftctl", "1.2.3");

    JsonNode entries = Forge.JSON.readTree(job.read("papers/schemastore.json"));

    assertThat(entries).hasSize(3);
    String base = "https://raw.githubusercontent.com/acme/ftctl/v1.2.3/";
    for (JsonNode entry : entries) {
      assertThat(entry.path("name").asText()).isNotBlank();
      assertThat(entry.path("description").asText()).isNotBlank();
      assertThat(entry.path("fileMatch")).isNotEmpty().allMatch(JsonNode::isTextual);
      assertThat(entry.path("url").asText()).startsWith(base);
      JsonNode schema =
          Forge.JSON.readTree(
              Path.of(entry.path("url").asText().substring(base.length())).toFile());
      assertThat(schema.path("$schema").asText()).isNotBlank();
    }
  }

  @Test
  void missingDigestStopsTheRelease() {
    job.file("sums", digest("linux-x64") + "  ftctl-1.2.3-linux-x64.tar.gz\n");

    Job.Ended ended = fill("acme/ftctl", "1.2.3");

    assertThat(ended.code()).isNotZero();
    assertThat(ended.log()).contains("has no digest of ftctl-1.2.3-linux-arm64.tar.gz");
    assertThat(fill("acme", "1.2.3").code()).isEqualTo(64);
    assertThat(fill("acme/ftctl", "1,e").code()).isEqualTo(64);
  }

  @Test
  void templateHasTheJobsOfAMergeRequestAndOfMain() throws IOException {
    fill("acme/ftctl", "1.2.3");

    JsonNode template = template();

    assertThat(template.at("/.ftctl/variables/FTCTL_RELEASE").asText())
        .isEqualTo("https://github.com/acme/ftctl/releases/download/v1.2.3");
    assertThat(template.at("/.ftctl/variables/FTCTL_SHA256_LINUX_X64").asText())
        .isEqualTo(digest("linux-x64"));
    assertThat(template.at("/.ftctl/variables/FTCTL_SHA256_LINUX_ARM64").asText())
        .isEqualTo(digest("linux-arm64"));
    assertThat(template.at("/ftctl-plan/artifacts/reports/codequality").asText())
        .isEqualTo("ftctl-out/code-quality.json");
    assertThat(template.at("/ftctl-apply/resource_group").asText()).isNotBlank();
    assertThat(template.at("/.ftctl/script/0").asText())
        .endsWith("/share/ftctl/ci/gitlab/job.sh\" \"$FTCTL_COMMAND\"");
  }

  @Test
  void templateUnpacksNothingButWhatItWasMadeFor() throws Exception {
    fill("acme/ftctl", "1.2.3");
    JsonNode before = template().at("/.ftctl/before_script");
    byte[] tarball = GithubInstallTest.tarball(job, "ftctl-1.2.3-linux-x64");
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tarball));
    assumeTrue(
        Files.exists(folder.resolve("bin/sha256sum")),
        "sha256sum is not on this machine; the jobs' image has it");
    try (var gitlab = new Gitlab()) {
      gitlab.files.put("/dist/ftctl-1.2.3-linux-x64.tar.gz", tarball);
      job.program("uname", "echo x86_64\n")
          .with("FTCTL_RELEASE", gitlab.url() + "/dist")
          .with("TMPDIR", Files.createDirectories(folder.resolve("temp")).toString());

      Job.Ended right = prepare(job.with("FTCTL_SHA256_LINUX_X64", digest), before);
      Job.Ended wrong = prepare(job.with("FTCTL_SHA256_LINUX_X64", "0".repeat(64)), before);

      assertThat(right.code()).as(right.log()).isZero();
      assertThat(right.log()).contains("ftctl 1.2.3 was unpacked");
      assertThat(wrong.code()).isNotZero();
      assertThat(wrong.log())
          .contains("error: ftctl-1.2.3-linux-x64.tar.gz is not what was expected")
          .doesNotContain("was unpacked\n");
    }
  }

  /// As a runner does: all lines of the job in one shell that stops at the first failure.
  private static Job.Ended prepare(Job job, JsonNode before) {
    var script = new StringBuilder("set -eo pipefail\n");
    before.forEach(part -> script.append(part.asText()).append('\n'));
    return job.run("bash", "-c", script.append("ftctl version\n").toString());
  }

  private JsonNode template() throws IOException {
    return new YAMLMapper().readTree(job.read("papers/ftctl.gitlab-ci.yml"));
  }
}
