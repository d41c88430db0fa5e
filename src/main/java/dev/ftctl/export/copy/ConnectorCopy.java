package dev.ftctl.export.copy;

import dev.ftctl.export.Spoken;
import dev.ftctl.model.Group;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.ManifestText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The document of a copy: one for all of its groups. It is paused, since who copies a connection
/// has not said yet that it is to sync.
///
/// @param name of the document
/// @param groups by the names of their documents, or their own
/// @param fields that it says otherwise, each of all groups or of one of them
public record ConnectorCopy(String name, List<String> groups, List<SetField> fields) {

  private static final String GROUPS = "groups";
  private static final String PAUSED = "paused";
  private static final String OVERRIDES = "overrides";

  public ConnectorCopy {
    groups = List.copyOf(groups);
    fields = List.copyOf(fields);
  }

  /// The document's text.
  public String after(Original original) {
    Map<String, Value> metadata = new LinkedHashMap<>();
    metadata.put("name", Value.text(Spoken.escaped(name)));
    metadata.putAll(original.metadata().entries());
    return ManifestText.of(
        Value.Mapping.EMPTY
            .with("kind", Value.text("Connector"))
            .with("metadata", Value.Mapping.of(metadata))
            .with("spec", spec(original)));
  }

  /// The copy in one of its groups, as far as it has to be known who it is: a name that is still to
  /// be filled in stays as it is written.
  public Resource in(String group, Original original) {
    Value.Mapping spec = original.spec();
    for (SetField field : fields) {
      spec = field.group().isEmpty() || field.group().equals(group) ? field.over(spec) : spec;
    }
    Address address = Address.of("connector", name).inGroup(group);
    var place = new Value.Reference(Address.of(Group.SLUG, group), Origin.LIVE);
    return new Resource(
        address, Metadata.named(name), spec.with("group", place), SourceLocation.NONE);
  }

  /// What identifies it at the head, what differs by group at the end.
  private Value.Mapping spec(Original original) {
    Map<String, Value> spec = new LinkedHashMap<>();
    for (String lead : List.of("template", "service")) {
      if (!original.spec().get(lead).isAbsent()) {
        spec.put(lead, original.spec().get(lead));
      }
    }
    spec.put(
        GROUPS, Value.items(groups.stream().map(one -> Value.text(Spoken.escaped(one))).toList()));
    spec.put(PAUSED, Value.bool(true));
    original.spec().without(PAUSED).entries().forEach(spec::putIfAbsent);
    Value.Mapping whole = Value.Mapping.of(spec);
    for (SetField field : fields) {
      whole = field.group().isEmpty() ? field.over(whole) : whole;
    }
    Value.Mapping overrides = overrides(original);
    return overrides.entries().isEmpty() ? whole : whole.with(OVERRIDES, overrides);
  }

  private Value.Mapping overrides(Original original) {
    Map<String, Value> overrides = new LinkedHashMap<>();
    for (String group : groups) {
      Value.Mapping own = original.override();
      for (SetField field : fields) {
        own = field.group().equals(group) ? field.over(own) : own;
      }
      if (!own.entries().isEmpty()) {
        overrides.put(Spoken.escaped(group), own);
      }
    }
    return Value.Mapping.of(overrides);
  }
}
