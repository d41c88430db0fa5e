package dev.ftctl.manifest.document;

import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.yaml.Node;
import java.util.List;
import java.util.Map;

/// Metadata of one instance.
public final class InstanceMarks {

  private InstanceMarks() {}

  /// Reports flags where one line would mean many resources.
  static void refuse(Node.Mapping mapping, String where, Report report) {
    for (String flag : List.of("absent", "protect")) {
      mapping
          .entry(flag)
          .ifPresent(entry ->
              report.error(
                  entry.keyPlace(),
                  "flag-for-many",
                  "'" + flag + "' can't stand " + where + ": it is written in one document",
                  "write it in the document that it is about"));
    }
  }

  /// Reports flags in the `overrides` of a spec.
  public static void refuseInOverrides(Node.Mapping spec, String where, Report report) {
    if (spec.get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping overrides) {
      overrides
          .entries()
          .values()
          .forEach(entry -> {
            if (entry.value() instanceof Node.Mapping fields) {
              refuse(fields, where, report);
            }
          });
    }
  }

  public static Metadata set(Metadata common, boolean isAbsent, boolean isProtected) {
    return new Metadata(
        common.name(),
        common.labels(),
        isProtected,
        isAbsent,
        common.isExisting(),
        common.initial(),
        common.rotation(),
        common.movedFrom(),
        common.environments());
  }

  static Metadata labelled(Metadata common, Map<String, String> labels) {
    return new Metadata(
        common.name(),
        labels,
        common.isProtected(),
        common.isAbsent(),
        common.isExisting(),
        common.initial(),
        common.rotation(),
        common.movedFrom(),
        common.environments());
  }
}
