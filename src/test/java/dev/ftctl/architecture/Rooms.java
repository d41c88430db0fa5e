package dev.ftctl.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ftctl.Ftctl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The rooms of the program (top-level packages) and what each may use besides itself.
///
/// `cli` and the entry are not listed: they may use everything. A room may be listed before it is
/// built.
final class Rooms {
  static final String ROOT = "dev.ftctl";

  /// The program without its tests, and without the class that stands for one of Feign's (decision
  /// 092); read once, since that takes most of a second.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("/feign/"))
          .importUrl(Ftctl.class.getProtectionDomain().getCodeSource().getLocation());

  private static final SequencedMap<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("model", List.of()),
              Map.entry("files", List.of("model")),
              Map.entry("catalog", List.of("model")),
              Map.entry("fivetran", List.of("model")),
              Map.entry("git", List.of("files", "model")),
              Map.entry("yaml", List.of("model")),
              Map.entry("playground", List.of()),
              Map.entry("sandbox", List.of("catalog", "files")),
              Map.entry("kind", List.of("model", "catalog", "fivetran")),
              Map.entry("handout", List.of("kind", "files", "model")),
              Map.entry("connectortype", List.of("catalog", "fivetran", "model")),
              Map.entry("jsonschema", List.of("kind", "model")),
              Map.entry("example", List.of("jsonschema", "yaml", "kind", "model")),
              Map.entry("manifest", List.of("yaml", "git", "kind", "catalog", "files", "model")),
              Map.entry("live", List.of("kind", "fivetran", "model")),
              Map.entry("diff", walkUpTo("diff")),
              Map.entry("plan", walkUpTo("plan")),
              Map.entry("apply", and(walkUpTo("apply"), "fivetran")),
              Map.entry("impact", List.of("plan", "kind", "files", "model")),
              Map.entry("generate", List.of("yaml", "kind", "model")),
              Map.entry("sql", List.of("kind", "model")),
              Map.entry("check", List.of("plan", "yaml", "kind", "model")),
              Map.entry("drift", and(walkUpTo("apply"), "files")),
              Map.entry("accept", List.of("drift", "export", "manifest", "yaml", "kind", "model")),
              Map.entry(
                  "walk",
                  and(walkUpTo("render"), "accept", "drift", "impact", "git", "fivetran", "files")),
              Map.entry(
                  "render",
                  and(
                      walkUpTo("render"),
                      "accept",
                      "check",
                      "drift",
                      "impact",
                      "address",
                      "operate")),
              Map.entry("export", and(walkUpTo("diff"), "yaml", "catalog")),
              Map.entry("address", List.of("manifest", "live", "kind", "model")),
              Map.entry(
                  "operate",
                  List.of("address", "files", "fivetran", "live", "kind", "yaml", "model"))));

  private Rooms() {}

  static SequencedMap<String, List<String>> all() {
    return MAY_USE;
  }

  /// Package patterns for the given rooms, with everything below them.
  static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
  }

  /// `kind`, `model` and the stages that the data has passed before it comes to the given one.
  private static List<String> walkUpTo(String stage) {
    List<String> walk = List.of("manifest", "live", "diff", "plan", "apply", "render");
    return and(walk.subList(0, walk.indexOf(stage)), "kind", "model");
  }

  private static List<String> and(List<String> rooms, String... more) {
    var all = new ArrayList<>(rooms);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
