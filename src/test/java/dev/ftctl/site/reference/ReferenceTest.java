package dev.ftctl.site.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ftctl.Ftctl;
import dev.ftctl.cli.process.Console;
import dev.ftctl.jsonschema.Schemas;
import dev.ftctl.testing.Golden;
import dev.ftctl.testing.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The committed reference is what the program says of itself; `-Dgolden.update=true` writes it.
final class ReferenceTest {

  private static final Path REFERENCE = Path.of("docs/reference");

  @Test
  void commandsAreThoseOfTheProgram() throws IOException {
    Map<String, String> pages = CommandPages.of(Ftctl.described(Console.ofProcess()));

    assertThat(pages).containsKeys("plan.md", "state.md", "shared-flags.md");
    check("commands", pages);
  }

  @Test
  void fieldsAreThoseOfTheSchemas() throws IOException {
    Map<String, String> pages =
        FieldPages.of(new Schemas(Wanted.KINDS).files(), Wanted.KINDS.names());

    assertThat(pages).containsKeys("connector.md", "metadata.md", "project-file.md");
    check("fields", pages);
  }

  private static void check(String folder, Map<String, String> pages) throws IOException {
    pages.forEach((file, text) -> Golden.checkFile(REFERENCE.resolve(folder).resolve(file), text));
    try (Stream<Path> files = Files.list(REFERENCE.resolve(folder))) {
      Set<String> committed =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      assertThat(committed).as("pages of what is gone").isEqualTo(pages.keySet());
    }
  }
}
