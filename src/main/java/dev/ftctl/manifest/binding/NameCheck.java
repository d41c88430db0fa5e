package dev.ftctl.manifest.binding;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.kind.table.UnknownNames;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Which names of a bound spec the catalogue lacks, but for those that the document insists on.
record NameCheck(KindDefinition kind, Metadata metadata) {

  /// @param place of the document's name
  List<UnknownName> unknown(
      FieldTable table, Value.Mapping spec, Report report, SourceLocation place) {
    List<UnknownName> all =
        UnknownNames.in(table, spec, first -> lister(first, spec.text("service")));
    for (String path : metadata.unchecked()) {
      var insisted = FieldPath.of(path.split("\\."));
      boolean isOurs = table.field(insisted.segments().getFirst()).isPresent();
      if (isOurs && all.stream().noneMatch(name -> name.path().startsWith(insisted))) {
        report.note(
            place,
            "idle-unchecked",
            "'unchecked' names " + path + ", where the catalogue knows every name",
            "take it out");
      }
    }
    return all.stream().filter(name -> !metadata.insistsOn(name.path())).toList();
  }

  /// The command that lists what a value may be.
  private String lister(String first, String service) {
    String option = kind.typed().isPresent() ? "" : " --destination";
    return switch (first) {
      case "service" -> "`ftctl connector-type list" + option + "`";
      case "config", "auth" -> "`ftctl connector-type show " + ShellWord.of(service) + option + "`";
      default -> "`ftctl schema " + kind.name() + "`";
    };
  }
}
