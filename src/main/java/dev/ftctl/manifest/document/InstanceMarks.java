package dev.ftctl.manifest.document;

import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/// Metadata of one instance.
public final class InstanceMarks {

  private static final List<String> FLAGS = List.of("absent", "protect");

  private InstanceMarks() {}

  /// Reports flags where one line would mean many resources.
  public static void refuse(Node.Mapping mapping, String where, Report report) {
    for (String flag : FLAGS) {
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

  /// Reports flags in the `overrides` of a spec that no manifest writes there: those that come by a
  /// reference.
  ///
  /// @param written the spec before structures and keys were filled in
  public static void refuseReferred(Node.Mapping written, Node.Mapping filled, Report report) {
    var literal = new HashSet<SourceLocation>();
    flags(written, entry -> literal.add(entry.keyPlace()));
    flags(
        filled,
        entry -> {
          if (!literal.contains(entry.keyPlace())) {
            report.error(
                entry.keyPlace(),
                "flag-for-many",
                "'absent' and 'protect' can't come from a reference: they are written literally",
                "write it in the document that it is about");
          }
        });
  }

  private static void flags(Node.Mapping spec, Consumer<Node.Entry> each) {
    if (spec.get(Document.OVERRIDES).orElse(null) instanceof Node.Mapping overrides) {
      for (Node.Entry entry : overrides.entries().values()) {
        if (entry.value() instanceof Node.Mapping fields) {
          FLAGS.forEach(flag -> fields.entry(flag).ifPresent(each));
        }
      }
    }
  }
}
