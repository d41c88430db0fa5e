package dev.ftctl.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whose a file is, by the rules that GitHub states.
class CodeOwnersTest {

  private static final String FILE =
      """
      # Everything is somebody's.
      *                @acme/all
      *.sql            @acme/sql   # comments end a line
      /manifests/      @acme/data @ana
      docs/*           @acme/docs
      apps/            @acme/apps
      /manifests/free/
      **/secrets/      sec@example.com
      /a\\ b/          @acme/blank
      !no.yaml         @acme/never
      [Section]        @acme/never
      /q?.yaml         @acme/mark
      """;

  @ParameterizedTest
  @CsvSource({
    "readme.md, @acme/all",
    "deep/down/x.yaml, @acme/all",
    "deep/down/x.sql, @acme/sql",
    "manifests/a.yaml, @acme/data @ana",
    "manifests/x/y/a.yaml, @acme/data @ana",
    "other/manifests/a.yaml, @acme/all",
    "docs/a.md, @acme/docs",
    "docs/more/a.md, @acme/all",
    "apps/a, @acme/apps",
    "x/apps/y/a, @acme/apps",
    "apps, @acme/all",
    "manifests/free/a.yaml, ''",
    "x/secrets/y/key, sec@example.com",
    "secrets/key, sec@example.com",
    "a b/c.yaml, @acme/blank",
    "no.yaml, @acme/all",
    "q1.yaml, @acme/mark",
    "q12.yaml, @acme/all",
    "x/q1.yaml, @acme/all",
  })
  void lastLineThatMatchesCounts(String file, String owners) {
    assertThat(String.join(" ", CodeOwners.of(FILE).ofFile(file))).isEqualTo(owners);
  }
}
