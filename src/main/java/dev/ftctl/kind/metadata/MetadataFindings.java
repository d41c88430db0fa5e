package dev.ftctl.kind.metadata;

import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.shown.ShellWord;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What Fivetran's metadata says of the names that a resource uses: which of them are going out of
/// use, and which a service that the catalogue lacks does not have.
///
/// @param isNew whether the catalogue lacks the service
record MetadataFindings(ServiceMetadata metadata, Resource resource, boolean isNew) {

  /// They name the connection, whether or not the metadata lists them (fivetran-quirks 2.4.1).
  private static final Set<String> NAMING =
      Set.of("schema", "table", "schema_prefix", "table_group_name");

  private static final List<String> DESCRIBED = List.of("config", "auth");

  List<Problem> all() {
    var found = new ArrayList<Problem>();
    if (metadata.isServiceSunset()) {
      found.add(
          Problem.warning(
              resource.spec().get("service").origin().place(),
              "sunset-service",
              subject(),
              "Fivetran takes service '" + resource.spec().text("service") + "' out of use",
              "look for its successor in Fivetran's documentation"));
    }
    for (String root : DESCRIBED) {
      object(FieldPath.of(root), resource.spec().mapping(root), found);
    }
    return found;
  }

  private void object(FieldPath path, Value.Mapping said, List<Problem> found) {
    said.entries()
        .forEach((name, value) -> {
          FieldPath here = path.then(name);
          if (isNew) {
            stranger(here, said.placeOf(name)).ifPresent(found::add);
          }
          metadata
              .property(here)
              .filter(ServiceMetadata::isSunset)
              .ifPresent(property ->
                  found.add(
                      Problem.warning(
                          said.placeOf(name),
                          "sunset-field",
                          subject(),
                          "Fivetran takes '" + here + "' out of use",
                          "look for its successor: ftctl connector-type show "
                              + ShellWord.of(resource.spec().text("service"))
                              + " --live")));
          inside(here, value, found);
        });
  }

  private Optional<Problem> stranger(FieldPath path, SourceLocation place) {
    Set<String> siblings = metadata.siblings(path);
    String name = path.leaf();
    if (siblings.isEmpty()
        || siblings.contains(name)
        || NAMING.contains(name)
        || resource.metadata().insistsOn(path)) {
      return Optional.empty();
    }
    String near = Near.of(name, siblings).orElse("");
    String owner = "service '" + resource.spec().text("service") + "'";
    return Optional.of(
        new UnknownName(UnknownName.Sort.FIELD, path, name, name, near, "", owner, place)
            .unknownThereToo(subject()));
  }

  private void inside(FieldPath path, Value value, List<Problem> found) {
    if (value instanceof Value.Mapping mapping) {
      object(path, mapping, found);
    } else if (value instanceof Value.Items items) {
      items.items().forEach(item -> inside(path, item, found));
    }
  }

  private String subject() {
    return resource.address().kind() + " " + resource.metadata().name();
  }
}
