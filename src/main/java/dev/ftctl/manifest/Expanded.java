package dev.ftctl.manifest;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.manifest.expansion.ExpansionContext;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.WrittenDuration;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One resource as the manifest that would say it alone: no template, no `for_each`, no defaults,
/// no overrides, one group. Secrets are `(secret)`, texts from the environment or a file their
/// source.
///
/// @param resource that it says
/// @param manifest `kind`, `metadata` and `spec`
public record Expanded(Resource resource, Value.Mapping manifest) {

  /// What a run plans, in the order of plans.
  public static List<Expanded> of(Desired desired, KindList kinds) {
    Comparator<Resource> order =
        Comparator.<Resource>comparingInt(resource -> kinds.orderOf(resource.address().kind()))
            .thenComparing(Resource::address);
    return desired.planned().stream()
        .sorted(order)
        .map(resource -> of(resource, kinds.ofSlug(resource.address().kind()).definition()))
        .toList();
  }

  private static Expanded of(Resource resource, KindDefinition kind) {
    var manifest = new LinkedHashMap<String, Value>();
    manifest.put("kind", Value.text(kind.name()));
    manifest.put("metadata", metadata(resource.metadata()));
    manifest.put("spec", spec(resource, kind));
    return new Expanded(resource, Value.Mapping.of(manifest));
  }

  private static Value metadata(Metadata metadata) {
    var said = new LinkedHashMap<String, Value>();
    said.put("name", Value.text(PartReader.literal(metadata.name())));
    if (!metadata.labels().isEmpty()) {
      said.put("labels", texts(metadata.labels()));
    }
    put(said, "protect", metadata.isProtected());
    put(said, "absent", metadata.isAbsent());
    put(said, "existing", metadata.isExisting());
    if (!metadata.initial().isEmpty()) {
      said.put(
          "initial",
          Value.items(
              metadata.initial().stream().map(PartReader::literal).map(Value::text).toList()));
    }
    if (!metadata.movedFrom().isEmpty()) {
      said.put("moved_from", Value.text(PartReader.literal(metadata.movedFrom())));
    }
    if (!metadata.unchecked().isEmpty()) {
      said.put("unchecked", Value.items(metadata.unchecked().stream().map(Value::text).toList()));
    }
    if (metadata.freshness().isPositive()) {
      said.put("freshness", Value.text(WrittenDuration.of(metadata.freshness())));
    }
    putSecrets(said, metadata);
    if (!metadata.owners().isEmpty()) {
      said.put(
          "owners",
          Value.items(
              metadata.owners().stream().map(PartReader::literal).map(Value::text).toList()));
    }
    if (metadata.isSetUpByHand()) {
      said.put("setup", Value.text("by-hand"));
    }
    return Value.Mapping.of(said);
  }

  private static void putSecrets(SequencedMap<String, Value> said, Metadata metadata) {
    if (metadata.rotation() != 0) {
      said.put("rotation", Value.number(metadata.rotation()));
    }
    if (!metadata.handout().isEmpty()) {
      said.put("handout", Value.text(PartReader.literal(metadata.handout())));
    }
    if (metadata.rotateBefore().isPositive()) {
      said.put("rotate_before", Value.text(WrittenDuration.of(metadata.rotateBefore())));
    }
  }

  private static void put(SequencedMap<String, Value> said, String flag, boolean isSet) {
    if (isSet) {
      said.put(flag, Value.bool(true));
    }
  }

  private static Value texts(Map<String, String> texts) {
    var sorted = new LinkedHashMap<String, Value>();
    new TreeMap<>(texts)
        .forEach((key, text) ->
            sorted.put(PartReader.literal(key), Value.text(PartReader.literal(text))));
    return Value.Mapping.of(sorted);
  }

  /// As people write it: with the list of a fan-out's groups, and with what leads at its head.
  private static Value spec(Resource resource, KindDefinition kind) {
    FieldTable table = kind.fields(resource.spec());
    String fanOut = table.fanOut();
    var fields = new LinkedHashMap<String, Value>();
    resource
        .spec()
        .entries()
        .forEach((field, value) -> {
          boolean isOwn = table.field(field).filter(it -> it.is(Trait.READ_ONLY)).isPresent();
          if (!value.isAbsent() && !isOwn) {
            fields.put(field, shown(value));
          }
        });
    Value group = fields.get(ExpansionContext.GROUP);
    if (group != null && !fanOut.isEmpty() && !fanOut.equals(ExpansionContext.GROUP)) {
      fields.remove(ExpansionContext.GROUP);
      fields.putFirst(fanOut, Value.items(List.of(group)));
    }
    for (String first : kind.lead().reversed()) {
      Value value = fields.get(first);
      if (value != null) {
        fields.putFirst(first, value);
      }
    }
    return Value.Mapping.of(fields);
  }

  private static Value shown(Value value) {
    if (value.origin().printsAsSource() && !(value instanceof Value.Reference)) {
      return Value.text(value.display());
    }
    return switch (value) {
      case Value.Secret secret -> Value.text(secret.toString());
      case Value.Reference reference -> Value.text(PartReader.literal(name(reference.target())));
      case Value.Items items -> Value.items(items.items().stream().map(Expanded::shown).toList());
      case Value.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Value>();
        mapping.entries().forEach((key, item) -> entries.put(PartReader.literal(key), shown(item)));
        yield Value.Mapping.of(entries);
      }
      case Value.Absent absent -> absent;
      case Value.Null nothing -> nothing;
      case Value.Text text -> Value.text(PartReader.literal(text.text()));
      case Value.Num number -> number;
      case Value.Bool bool -> bool;
    };
  }

  private static String name(Address target) {
    return target.instance().isEmpty() ? target.name() : target.name() + "@" + target.instance();
  }
}
