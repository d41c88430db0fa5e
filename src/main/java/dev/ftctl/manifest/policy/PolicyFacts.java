package dev.ftctl.manifest.policy;

import dev.ftctl.kind.Action;
import dev.ftctl.kind.Change;
import dev.ftctl.kind.Kind;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.PartOf;
import dev.ftctl.kind.PartOf.SourceElement;
import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.model.Group;
import dev.ftctl.model.Resource;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said to expressions about each subject, by the names of [Subject].
final class PolicyFacts {

  private static final String GROUP = Group.SLUG;
  private static final String SERVICE = "service";

  private final KindList kinds;
  private final Map<Address, Resource> resources;

  PolicyFacts(List<Resource> resources, KindList kinds) {
    this.kinds = kinds;
    this.resources =
        resources.stream().collect(Collectors.toMap(Resource::address, resource -> resource));
  }

  Value.Mapping of(Resource resource) {
    return common(resource.address())
        .with("protect", Value.bool(resource.metadata().isProtected()))
        .with("parts", parts(resource.address()))
        .with("spec", resource.spec());
  }

  /// @param owner as [#common] says it of the resource that decides about the element
  static Value.Mapping of(Value.Mapping owner, SourceElement element) {
    Value.Mapping facts = owner;
    List<String> levels = List.of("schema", "table", "column");
    for (int level = 0; level < element.path().size(); level++) {
      facts = facts.with(levels.get(level), Value.text(element.path().get(level)));
    }
    return facts
        .with("enabled", Value.bool(element.isEnabled()))
        .with("hashed", Value.bool(element.isHashed()))
        .with("sync_mode", Value.text(element.syncMode()))
        .with("listed", Value.bool(element.isListed()));
  }

  Value.Mapping of(Change change) {
    return common(change.address())
        .with("action", Value.text(change.action().word()))
        .with(
            "fields",
            Value.items(change.findings().fields().stream().map(PolicyFacts::field).toList()))
        .with("risks", Value.items(risks(change).distinct().map(Value::text).toList()));
  }

  /// The kinds of what the manifests describe as part of it: `SchemaSettings` of a connector.
  private Value parts(Address address) {
    return Value.items(
        kinds.kinds().stream()
            .map(Kind::definition)
            .filter(
                part -> part.partOf().map(PartOf::owner).filter(address.kind()::equals).isPresent())
            .filter(part -> resources.containsKey(address.withKind(part.slug())))
            .map(part -> Value.text(part.name()))
            .toList());
  }

  private static Value field(FieldChange field) {
    return Value.Mapping.of(Map.of("path", Value.text(field.path().toString())))
        .with("before", field.before())
        .with("after", field.after());
  }

  private static Stream<String> risks(Change change) {
    Stream<Risk> own =
        change.action() == Action.DELETE
            ? Stream.of(Risk.DELETE)
            : change.action() == Action.REPLACE ? Stream.of(Risk.REPLACE) : Stream.empty();
    return Stream.concat(
            own,
            change.findings().risks().stream()
                .filter(found -> !found.isNamed())
                .map(found -> found.risk()))
        .map(Risk::flag);
  }

  /// What is said of everything that has an address.
  Value.Mapping common(Address address) {
    KindDefinition definition = kinds.ofSlug(address.kind()).definition();
    List<Resource> own = ownAndOwner(address, definition);
    var labels = new LinkedHashMap<String, String>();
    own.reversed().forEach(resource -> labels.putAll(resource.metadata().labels()));
    String group = group(address, own);
    var facts = new LinkedHashMap<String, Value>();
    facts.put("kind", Value.text(definition.name()));
    facts.put("name", Value.text(address.name()));
    facts.put("address", Value.text(address.toString()));
    facts.put(SERVICE, Value.text(first(own, SERVICE)));
    facts.put(GROUP, Value.text(group));
    facts.put("labels", texts(labels));
    Resource groupDocument = resources.get(Address.of(GROUP, group));
    facts.put(
        "group_labels",
        texts(groupDocument == null ? Map.of() : groupDocument.metadata().labels()));
    return Value.Mapping.of(facts);
  }

  /// The resource and, for a part, what it is a part of: that has its service and further labels.
  private List<Resource> ownAndOwner(Address address, KindDefinition definition) {
    var found = new ArrayList<Resource>();
    Stream.concat(
            Stream.of(address),
            definition.partOf().map(PartOf::owner).map(address::withKind).stream())
        .filter(resources::containsKey)
        .forEach(known -> found.add(resources.get(known)));
    return found;
  }

  private static String group(Address address, List<Resource> own) {
    if (!address.instance().isEmpty()) {
      return address.instance();
    }
    return address.kind().equals(GROUP) ? address.name() : first(own, GROUP);
  }

  private static String first(List<Resource> own, String field) {
    return own.stream()
        .map(resource -> resource.spec().text(field))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Value texts(Map<String, String> labels) {
    var texts = new LinkedHashMap<String, Value>();
    labels.forEach((name, text) -> texts.put(name, Value.text(text)));
    return Value.Mapping.of(texts);
  }
}
