package dev.ftctl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.testing.SchemaCheck;
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

/// The tests of the examples' manifests hold.
class ExampleTestsTest {

  private static final SchemaCheck SCHEMA = new SchemaCheck("test.schema.json");

  @Test
  void hold() {
    var out = new StringWriter();
    var err = new StringWriter();
    var console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            new BufferedReader(new StringReader("")),
            Map.of(),
            Path.of(""),
            Console.Terminals.NONE);

    int code = Ftctl.run(new String[] {"check", "examples"}, console);

    assertThat(code).as("%s%s", out, err).isZero();
    assertThat(out.toString()).endsWith("tests in 1 file: all hold.\n");
  }

  @Test
  void keepToTheirSchema() throws IOException {
    List<Path> tests;
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      tests = files.filter(file -> file.toString().endsWith(".test.yaml")).toList();
    }

    assertThat(tests).isNotEmpty();
    for (Path test : tests) {
      assertThat(SchemaCheck.documents(Files.readString(test)))
          .allSatisfy(document -> assertThat(SCHEMA.faults(document)).isEmpty());
    }
  }
}
