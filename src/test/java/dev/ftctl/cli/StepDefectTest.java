package dev.ftctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.cli.process.Console;
import dev.ftctl.cli.process.Run;
import dev.ftctl.cli.process.Stop;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindList;
import dev.ftctl.kinds.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A defect of ftctl at one step of apply: the rest is done, the details are kept, the code is 70.
class StepDefectTest {

  private static final String SECRET = "hunter2-hunter2";
  private static final String MANIFEST =
      """
      kind: Group
      metadata: {name: broken}
      ---
      kind: Connector
      metadata: {name: orders}
      spec: {service: stripe, groups: [broken], paused: true, config: {schema: orders}}
      ---
      kind: Webhook
      metadata: {name: pager}
      spec: {url: "https://hooks.example.com/ftctl", events: [sync_end]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void isContained() throws IOException {
    int code = apply();

    assertThat(code).isEqualTo(70);
    assertThat(out.toString())
        .contains("failed       group/broken: create", "a defect of ftctl (IllegalStateException)")
        .contains("skipped      connector/orders@broken")
        .contains("Apply: 1 done, 0 held, 0 waiting, 0 unfinished, 1 failed, 2 skipped; 1 write.");
    assertThat(err.toString())
        .contains("error: ftctl failed (IllegalStateException at group/broken: create)")
        .contains("report it")
        .doesNotContain("\tat ");
  }

  @Test
  void leavesItsDetailsInOneFile() throws IOException {
    apply();

    assertThat(details())
        .singleElement()
        .satisfies(file ->
            assertThat(Files.readString(file))
                .contains("group/broken: create: java.lang.IllegalStateException: saw (secret)")
                .contains("\tat ")
                .doesNotContain(SECRET));
    assertThat(out + err.toString()).doesNotContain(SECRET, "saw");
  }

  @Test
  void isInTheReport() throws IOException {
    apply("--report", "report.json");

    assertThat(Files.readString(folder.resolve("report.json")))
        .contains("\"exit_code\" : 70", "a defect of ftctl (IllegalStateException)");
  }

  private int apply(String... more) throws IOException {
    Files.createDirectories(folder.resolve("manifests"));
    Files.writeString(folder.resolve("manifests/m.yaml"), MANIFEST);
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            Map.of(),
            folder,
            Console.Terminals.NONE);
    List<Kind> kinds =
        Kinds.all(Catalog.bundled()).kinds().stream()
            .map(kind -> kind.definition().slug().equals("group") ? broken(kind) : kind)
            .toList();
    Run run = Run.on(console, new Stop(), () -> new KindList(kinds));
    run.redaction().remember(SECRET);
    Stream<String> arguments = Stream.of("--sandbox", "--auto-approve");
    return new CommandLine(new ApplyCommand(run))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }

  private List<Path> details() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(".ftctl"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("defect-")).toList();
    }
  }

  /// The kind with a writer that has a defect.
  private static Kind broken(Kind kind) {
    return new Kind(
        kind.definition(),
        kind.reader(),
        account ->
            (step, ids, intent) -> {
              throw new IllegalStateException("saw " + SECRET);
            });
  }
}
