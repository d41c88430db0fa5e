package dev.ftctl.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing of a release is unpacked before it is known to be what was asked for.
final class GithubInstallTest {

  private static final String NAME = "ftctl-1.2.3-linux-x64";

  private final Github github = new Github();

  @TempDir private Path folder;
  private Job job;
  private Workflow workflow;
  private String digest;

  @BeforeEach
  void begin() throws Exception {
    job = new Job(folder);
    byte[] tarball = tarball(job, NAME);
    digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tarball));
    github.files.put("/dist/" + NAME + ".tar.gz", tarball);
    workflow =
        Workflow.of(job, github)
            .input("version", "v1.2.3")
            .input("repository", "acme/ftctl")
            .input("download-url", github.url() + "/dist");
  }

  @AfterEach
  void close() {
    github.close();
  }

  /// A release in which the program is two lines.
  static byte[] tarball(Job job, String name) throws IOException {
    Path top = Files.createDirectories(job.folder("release").resolve(name).resolve("bin"));
    Path program = top.resolve("ftctl");
    Files.writeString(program, "#!/bin/sh\necho ftctl 1.2.3 was unpacked\n");
    assertThat(job.run("chmod", "+x", program.toString()).code()).isZero();
    Path file = job.folder("release.tar.gz");
    Job.Ended packed =
        job.run("tar", "-czf", file.toString(), "-C", job.folder("release").toString(), name);
    assertThat(packed.code()).as(packed.log()).isZero();
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "%S\n", "0000  ftctl-1.2.3-macos-x64.tar.gz\n%s  " + NAME + ".tar.gz"})
  void releaseOfThatDigestIsPutOnThePath(String sha256) throws IOException {
    workflow.input(
        "sha256", sha256.replace("%S", digest.toUpperCase(Locale.ROOT)).replace("%s", digest));

    Job.Ended ended = workflow.install();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(ended.log()).contains("has the digest " + digest, "ftctl 1.2.3 was unpacked");
    assertThat(Path.of(job.read("path").strip(), "ftctl")).isExecutable();
    assertThat(Path.of(job.read("path").strip()).endsWith(Path.of(NAME, "bin"))).isTrue();
  }

  @Test
  void otherDigestStopsBeforeAnythingIsUnpacked() throws IOException {
    workflow.input("sha256", "0".repeat(64));

    Job.Ended ended = workflow.install();

    assertNothingOf(ended);
    assertThat(ended.log())
        .contains(
            "::error title=ftctl::"
                + NAME
                + ".tar.gz is not what was expected, and was not unpacked:"
                + " its digest is "
                + digest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void neitherDigestNorGhStopsBeforeTheDownload(String sha256) throws IOException {
    workflow.input("sha256", sha256);

    Job.Ended ended = workflow.install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("::error title=ftctl::ftctl is not used unchecked");
    assertThat(github.asked).isEmpty();
  }

  @Test
  void listWithoutThePlatformStops() throws IOException {
    workflow.input("sha256", digest + "  ftctl-1.2.3-macos-arm64.tar.gz");

    Job.Ended ended = workflow.install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("sha256 has no digest of 64 hexadecimal digits for " + NAME);
  }

  @Test
  void provenanceIsCheckedWhereThereIsNoDigest() {
    job.program("gh", "echo \"$* with $GH_TOKEN\" >\"$RUNNER_TEMP/gh\"\n");

    Job.Ended ended = workflow.install();

    assertThat(ended.code()).as(ended.log()).isZero();
    assertThat(job.read("temp/gh"))
        .startsWith("attestation verify ")
        .endsWith(
            NAME
                + ".tar.gz --repo acme/ftctl --signer-workflow"
                + " acme/ftctl/.github/workflows/build.yml --source-ref refs/tags/v1.2.3"
                + " --deny-self-hosted-runners with "
                + Forge.TOKEN
                + "\n");
    assertThat(ended.log()).contains("ftctl 1.2.3 was unpacked").doesNotContain(Forge.TOKEN);
  }

  @Test
  void provenanceThatIsNotVerifiedStopsBeforeAnythingIsUnpacked() throws IOException {
    job.program("gh", "echo no attestation; exit 1\n");

    Job.Ended ended = workflow.install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("::error title=ftctl::the provenance of " + NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "", "1.2", "1.2.3/../../x", "1.2.3 x"})
  void versionIsThatOfARelease(String version) throws IOException {
    Job.Ended ended = workflow.input("version", version).input("sha256", digest).install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("version has to be that of a release, such as 1.2.3");
  }

  @Test
  void repositoryIsThatOfTheActionUnlessSaid() throws IOException {
    workflow.input("repository", "").input("download-url", "").input("sha256", digest);
    job.with("GITHUB_SERVER_URL", github.url())
        .with("GITHUB_ACTION_PATH", action("_actions/acme/ftctl/0a1b"));
    github.files.put(
        "/acme/ftctl/releases/download/v1.2.3/" + NAME + ".tar.gz",
        github.files.get("/dist/" + NAME + ".tar.gz"));

    Job.Ended ended = workflow.install();

    assertThat(ended.code()).as(ended.log()).isZero();
  }

  @Test
  void repositoryThatNobodySaysStops() throws IOException {
    workflow.input("repository", "").input("download-url", "").input("sha256", digest);
    job.with("GITHUB_ACTION_PATH", action("checkout"));

    Job.Ended ended = workflow.install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("give the action its repository: OWNER/NAME");
  }

  @Test
  void releaseThatIsNotThereStops() throws IOException {
    Job.Ended ended = workflow.input("version", "9.9.9").input("sha256", digest).install();

    assertNothingOf(ended);
    assertThat(ended.log()).contains("ftctl-9.9.9-linux-x64.tar.gz can't be downloaded");
  }

  @Test
  void installedOneIsTakenWithoutADownload() {
    job.ftctl(0, "ftctl of the image\n", "");

    Job.Ended ended = workflow.input("version", "installed").install();

    assertThat(ended.code()).isZero();
    assertThat(github.asked).isEmpty();
    assertThat(job.asked()).containsExactly("[version]");
  }

  /// The action where a runner keeps it, or where somebody checked it out.
  private String action(String place) throws IOException {
    Path action = Files.createDirectories(job.folder(place));
    Files.createSymbolicLink(action.resolve("src"), Path.of("src").toAbsolutePath());
    return action.toString();
  }

  private void assertNothingOf(Job.Ended ended) throws IOException {
    assertThat(ended.code()).as(ended.log()).isEqualTo(1);
    assertThat(ended.log()).doesNotContain("was unpacked\n");
    assertThat(job.read("path")).isEmpty();
    try (var left = Files.walk(job.folder("temp"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
