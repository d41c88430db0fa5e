package dev.ftctl.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A strict reader of OpenMetrics text, written from the ABNF and the rules of its specification
/// (1.0.0): what it doesn't allow is an error. It knows gauges and counters.
final class MetricsReader {

  record Sample(String name, Map<String, String> labels, double value) {}

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern META = Pattern.compile("# (TYPE|UNIT|HELP) (" + NAME + ") (.*)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(\\{.*\\})? (-?[0-9]+(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?)");
  private static final Pattern LABEL =
      Pattern.compile(
          "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]++|\\\\[\\\\\"n])*+)\"(,(?!})|(?=}))");

  private final List<Sample> samples = new ArrayList<>();
  private final Set<String> families = new HashSet<>();
  private final Map<String, String> meta = new HashMap<>();
  private final Set<String> series = new HashSet<>();
  private String family = "";
  private boolean hasSamples;

  private MetricsReader() {}

  /// @throws AssertionError when it isn't what the specification allows
  static List<Sample> read(String text) {
    var reader = new MetricsReader();
    require(text.endsWith("# EOF\n"), "ends with # EOF");
    String body = text.substring(0, text.length() - "# EOF\n".length());
    require(body.isEmpty() || body.endsWith("\n"), "each line ends with a line feed");
    require(body.indexOf('\r') < 0, "no carriage returns");
    for (String line : body.isEmpty() ? new String[0] : body.split("\n", -1)) {
      if (!line.isEmpty() || body.indexOf("\n\n") >= 0) {
        reader.line(line);
      }
    }
    return reader.samples;
  }

  private void line(String line) {
    require(!line.isEmpty(), "no empty lines");
    require(!line.equals("# EOF"), "one # EOF");
    if (line.startsWith("#")) {
      Matcher said = META.matcher(line);
      require(said.matches(), "metadata: " + line);
      metadata(said.group(1), said.group(2), said.group(3));
    } else {
      Matcher said = SAMPLE.matcher(line);
      require(said.matches(), "a sample: " + line);
      sample(said.group(1), labels(said.group(2)), Double.parseDouble(said.group(3)));
    }
  }

  private void metadata(String what, String name, String said) {
    if (!name.equals(family)) {
      require(families.add(name), "one block for each family: " + name);
      family = name;
      hasSamples = false;
      meta.clear();
    }
    require(!hasSamples, what + " comes before samples of " + name);
    require(meta.put(what, said) == null, "one " + what + " of " + name);
    switch (what) {
      case "TYPE" -> require(Set.of("gauge", "counter").contains(said), "type " + said);
      case "UNIT" -> require(name.endsWith("_" + said), name + " ends with its unit");
      default -> require(!said.replaceAll("\\\\[\\\\n\"]", "").contains("\\"), "escaped help");
    }
  }

  private void sample(String name, Map<String, String> labels, double value) {
    String type = meta.getOrDefault("TYPE", "unknown");
    String wanted = type.equals("counter") ? family + "_total" : family;
    require(name.equals(wanted), name + " belongs to the family " + family);
    require(series.add(name + labels), "each series once: " + name + labels);
    hasSamples = true;
    samples.add(new Sample(name, labels, value));
  }

  private static Map<String, String> labels(String written) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (written == null) {
      return labels;
    }
    Matcher label = LABEL.matcher(written).region(1, written.length());
    int end = 1;
    while (label.lookingAt()) {
      String value =
          label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
      require(labels.put(label.group(1), value) == null, "each label once: " + written);
      end = label.end();
      label.region(end, written.length());
    }
    require(written.substring(end).equals("}"), "labels: " + written);
    return labels;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new AssertionError("OpenMetrics: " + rule);
    }
  }
}
