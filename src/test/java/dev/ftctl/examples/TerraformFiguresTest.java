package dev.ftctl.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is said of Terraform in words is what the measured table says.
final class TerraformFiguresTest {

  private static final Path TABLE = Path.of("docs/explanation/ftctl-beside-terraform.md");

  @Test
  void factorsFollowFromTheTable() throws IOException {
    long small = factor("S, 20 ms: ", 1);
    long medium = factor("M, 50 ms: ", 1);
    long large = factor("L, 50 ms: ", 1);

    assertThat(List.of(small, medium, large)).containsExactly(12L, 26L, 33L);
    assertThat(factor("L, 50 ms: ", 3)).isEqualTo(9);
    // Of rounded figures: 679 by 4.0.
    assertThat(factor("L, 50 ms: ", 2)).isBetween(169L, 170L);
    assertThat(Files.readString(TABLE)).contains("12 (S), 26 (M) and 33 (L) times faster");
    assertThat(words("README.md"))
        .contains(
            "takes 11 s, Terraform's with the vendor's provider 360 s: 33 times as long, with 169"
                + " times the CPU time and 9 times the memory. With 170 connections it is 26"
                + " times, with 20 it is 12");
    assertThat(words("docs/benchmarks.md")).contains("12, 26 and 33 times faster");
  }

  /// Versions and machine stand wherever a factor does.
  @Test
  void conditionsStandBesideTheFactors() throws IOException {
    for (String file : List.of("README.md", "docs/benchmarks.md", TABLE.toString())) {
      assertThat(words(file)).contains("Terraform 1.11.4", "v1.9.37", "November 2026", "two cores");
    }
  }

  private static String words(String file) throws IOException {
    return Files.readString(Path.of(file)).replaceAll("\\s+", " ");
  }

  /// Of the rows of both programs.
  ///
  /// @param column 0 for calls
  private static long factor(String size, int column) throws IOException {
    double theirs = figure(size + "`terraform plan`", column);
    return Math.round(theirs / figure(size + "`ftctl plan`", column));
  }

  private static double figure(String row, int column) throws IOException {
    try (Stream<String> lines = Files.lines(TABLE)) {
      String line = lines.filter(one -> one.startsWith("| " + row)).findFirst().orElseThrow();
      Matcher figures = Pattern.compile("\\| ([\\d,.]+) ").matcher(line);
      for (int skipped = 0; skipped <= column; skipped++) {
        assertThat(figures.find()).as(line).isTrue();
      }
      return Double.parseDouble(figures.group(1).replace(",", ""));
    }
  }
}
