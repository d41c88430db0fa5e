package dev.ftctl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ftctl.testing.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No secret of the examples is in anything that a run prints or leaves behind.
class SecretsTest {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Z_]+):-");
  private static final long SEED = 20261122;

  @TempDir Path folder;
  private final Lab lab = new Lab();
  private final Map<String, String> secrets = new HashMap<>();
  private Workspace workspace;

  @BeforeEach
  void setSecrets() {
    workspace = new Workspace(folder).withExamples().reaching(lab.sandbox());
    var random = new Random(SEED);
    for (Path file : files(folder)) {
      REFERENCE
          .matcher(read(file))
          .results()
          .forEach(match -> secrets.put(match.group(1), unique(random)));
    }
    secrets.forEach(workspace::with);
    secrets.put("FIVETRAN_API_SECRET", lab.sandbox().apiSecret());
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void examplesHaveManySecrets() {
    assertThat(secrets).hasSizeGreaterThan(15);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format text -vv --expand --show-unmanaged", "--format json -vv"})
  void nothingPrintedOrWrittenHoldsOne(String flags) {
    Ran plan = ran("plan -o saved.json --log-file plan.log " + flags);
    Ran apply = ran("apply --auto-approve --report report.json --log-file apply.log " + flags);
    Ran rotation =
        ran(
            "apply --auto-approve --rotate-secrets --report rotation.json --log-file r.log "
                + flags);

    assertThat(List.of(plan.code(), apply.code(), rotation.code())).containsOnly(0);
    holdsNone(plan, apply, rotation);
  }

  @Test
  void accountOfTheSandboxHoldsNone() {
    Ran apply = ran("apply --sandbox --auto-approve -vv");
    Ran show = ran("sandbox show --format json");
    Ran requests = ran("sandbox show --requests");

    assertThat(apply.code()).as("%s", apply).isZero();
    assertThat(folder.resolve(".ftctl/sandbox.json.requests")).exists();
    holdsNone(apply, show, requests);
  }

  @Test
  void refusalsThatEchoTheBodyAreMasked() {
    var echo = JsonNodeFactory.instance.objectNode().put("code", "InvalidInput");
    echo.put("message", "invalid: " + String.join(" and ", secrets.values()));
    for (String method : List.of("POST", "PATCH")) {
      var rules = JsonNodeFactory.instance.arrayNode();
      var rule = rules.addObject();
      rule.putObject("match").put("method", method).put("path", "/v1/(connections|destinations)");
      rule.putObject("then").put("status", 400).set("body", echo);
      lab.sandbox().control().faults(rules);

      Ran text = ran("apply --auto-approve -vv --log-file a.log --report a.json");
      Ran json = ran("apply --auto-approve -vv --format json --log-file b.log --report b.json");

      assertThat(List.of(text.code(), json.code())).isSubsetOf(1, 5);
      assertThat(text.all()).contains("invalid: (secret)");
      holdsNone(text, json);
      lab.sandbox().control().reset();
    }
  }

  @Test
  void ofSeveralLinesOrWithQuotesIsMaskedToo() {
    String pem = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqh\nkiG9w0BAQEFAASC\n-----END KEY-----";
    String quoted = "pa\"ss\\wo'rd\tfor{orders}";
    workspace.with("ORDERS_PASSWORD", quoted).with("ERP_PASSWORD", pem);
    secrets.put("ORDERS_PASSWORD", quoted);
    secrets.put("ERP_PASSWORD", "MIIEvQIBADANBgkqh");
    var rules = JsonNodeFactory.instance.arrayNode();
    var rule = rules.addObject();
    rule.putObject("match").put("method", "POST").put("path", "/v1/connections");
    rule.putObject("then")
        .put("status", 400)
        .putObject("body")
        .put("code", "InvalidInput")
        .put("message", "invalid: " + quoted + " and " + pem);
    lab.sandbox().control().faults(rules);

    Ran text = ran("apply --auto-approve -vv --report a.json");
    Ran json = ran("apply --auto-approve -vv --format json --report b.json");

    assertThat(text.code()).as("%s", text).isEqualTo(5);
    holdsNone(text, json);
    assertThat(json.out() + read(folder.resolve("a.json"))).doesNotContain("pa\\\"ss");
  }

  private Ran ran(String line) {
    return workspace.run(line.split(" "));
  }

  /// Neither those outputs nor any file below the folder, the manifests themselves included.
  private void holdsNone(Ran... outputs) {
    secrets.forEach((name, text) -> {
      for (Ran output : outputs) {
        assertThat(output.all()).as(name).doesNotContain(text);
      }
      for (Path file : files(folder)) {
        assertThat(read(file)).as(name + " in " + file).doesNotContain(text);
      }
    });
  }

  private static String unique(Random random) {
    return "zq%016x".formatted(random.nextLong());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
