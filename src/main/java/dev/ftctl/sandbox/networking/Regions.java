package dev.ftctl.sandbox.networking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Where Fivetran processes data, and what it offers there: the enumerations of the API document.
final class Regions {
  static final String FIRST = "GCP_US_EAST4";

  private static final List<String[]> LINES = read();

  private Regions() {}

  static boolean haveProxies(String region) {
    return offer(region, "proxy");
  }

  static boolean havePrivateLinks(String region) {
    return offer(region, "private-link");
  }

  private static boolean offer(String region, String what) {
    return LINES.stream()
        .anyMatch(
            line -> line[0].equals(region) && Arrays.asList(line[1].split(" ")).contains(what));
  }

  /// Lines of a region and what it has.
  private static List<String[]> read() {
    try (var in = Regions.class.getResourceAsStream("regions.tsv")) {
      var bytes = Objects.requireNonNull(in, "regions.tsv").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
