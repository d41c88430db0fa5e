package dev.ftctl.cli.verbs;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// Objects by the labels of their manifests.
public final class LabelFlag {

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "K=V",
      split = ",",
      description = "Those whose manifests have these labels.")
  Map<String, String> selectors = new LinkedHashMap<>();
}
