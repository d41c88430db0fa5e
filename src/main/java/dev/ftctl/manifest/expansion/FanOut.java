package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.document.InstanceMarks;
import dev.ftctl.manifest.document.NameRules;
import dev.ftctl.manifest.expression.Keys;
import dev.ftctl.manifest.expression.PartReader;
import dev.ftctl.manifest.expression.PlainReader;
import dev.ftctl.manifest.expression.Unset;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Makes one draft of a document in each group that it lists.
final class FanOut {

  private final Set<String> described;
  private final Document document;
  private final FieldTable table;
  private final Report report;
  private final PlainReader plain;
  private final ExpansionContext reading;

  /// Whether a group of the list can't be told, which was reported.
  private boolean lacksGroup;

  /// @param table of the document, whose [FieldTable#fanOut] is not empty
  FanOut(ExpansionContext reading, Document document, FieldTable table) {
    this.described = reading.groupLabels().keySet();
    this.reading = reading;
    this.document = document;
    this.table = table;
    this.report = new Report(reading.problems(), document.subject());
    this.plain = new PlainReader(reading.lookup(), document.around(), report);
  }

  List<Draft> drafts() {
    SequencedMap<String, SourceLocation> groups = groups();
    var overrides = overrides();
    refuseGroupField(groups);
    var drafts = new ArrayList<Draft>();
    groups.forEach((group, place) -> drafts.add(draft(group, place, overrides.get(group))));
    overrides.forEach((group, entry) -> {
      if (!groups.containsKey(group) && !groups.isEmpty()) {
        if (isAbsent(entry)) {
          drafts.add(draft(group, entry.keyPlace(), entry));
        } else if (!lacksGroup) {
          refuseOverride(group, entry, groups);
        }
      }
    });
    return drafts;
  }

  private SequencedMap<String, SourceLocation> groups() {
    var groups = new LinkedHashMap<String, SourceLocation>();
    String field = table.fanOut();
    var entry = document.spec().entry(field);
    if (entry.isEmpty() && document.spec().entry(ExpansionContext.GROUP).isPresent()) {
      return groups;
    }
    if (entry.isEmpty() && document.spec().isTorn()) {
      return groups;
    }
    if (entry.isEmpty()) {
      report.error(
          document.specPlace(),
          "missing-field",
          "'" + field + "' is missing in spec",
          "add " + field + ": [GROUP]");
      return groups;
    }
    if (!(entry.get().value() instanceof Node.Sequence sequence)) {
      plain.wrong(entry.get().value(), "'" + field + "'", "a list of groups", "write [GROUP]");
      return groups;
    }
    if (sequence.items().isEmpty()) {
      report.error(
          entry.get().keyPlace(),
          "no-groups",
          "'" + field + "' is empty",
          "name a group, or remove the document");
    }
    var unset = new Unset(reading.lookup(), document.around());
    for (Node item : sequence.items().stream().filter(one -> !unset.isMark(one)).toList()) {
      Optional<String> usable =
          plain.text(item, "an item of '" + field + "'").filter(group -> isUsable(group, item));
      usable.ifPresent(group -> add(groups, group, item));
      lacksGroup |= usable.isEmpty();
    }
    return groups;
  }

  private void add(SequencedMap<String, SourceLocation> groups, String group, Node item) {
    SourceLocation earlier = groups.putIfAbsent(group, item.place());
    if (earlier != null) {
      report.error(
          item.place(),
          "duplicate-group",
          "the group '" + group + "' is listed twice, first in line " + earlier.line(),
          "remove one");
    }
  }

  private boolean isUsable(String group, Node item) {
    String trap =
        group.contains("@")
            ? "holds an '@', which parts name and group in addresses"
            : NameRules.trap(group);
    if (!trap.isEmpty()) {
      report.error(item.place(), "bad-name", "the name of a group " + trap, "");
    }
    return trap.isEmpty();
  }

  private SequencedMap<String, Node.Entry> overrides() {
    var overrides = new LinkedHashMap<String, Node.Entry>();
    Keys keys = reading.keys(document, "");
    document
        .spec()
        .get(Document.OVERRIDES)
        .flatMap(node -> plain.mapping(node, "'overrides'"))
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((group, entry) ->
                    plain
                        .mapping(entry.value(), "an entry of 'overrides'")
                        .ifPresent(fields ->
                            keys.text(group, entry.keyPlace())
                                .ifPresent(name ->
                                    overrides.put(
                                        name, new Node.Entry(entry.keyPlace(), fields))))));
    return overrides;
  }

  private void refuseGroupField(SequencedMap<String, SourceLocation> groups) {
    document
        .spec()
        .entry(ExpansionContext.GROUP)
        .filter(entry -> !table.fanOut().equals(ExpansionContext.GROUP))
        .ifPresent(entry ->
            report.error(
                entry.keyPlace(),
                "unknown-field",
                "unknown field 'group' in " + table.owner(),
                "write "
                    + table.fanOut()
                    + ": ["
                    + (groups.isEmpty() ? "GROUP" : groups.firstEntry().getKey())
                    + "]"));
  }

  private void refuseOverride(
      String group, Node.Entry entry, SequencedMap<String, SourceLocation> groups) {
    List<String> undescribed =
        groups.keySet().stream().filter(listed -> !described.contains(listed)).toList();
    Optional<String> misspelt =
        described.contains(group) ? Near.of(group, undescribed) : Optional.empty();
    if (misspelt.isPresent()) {
      refuseListed(misspelt.get(), group, groups);
      return;
    }
    String hint = Near.hint(group, groups.keySet());
    report.error(
        entry.keyPlace(),
        "unknown-override",
        "the group '" + group + "' of overrides is not in '" + table.fanOut() + "'",
        hint.isEmpty() ? "add it there, or write absent: true to have its instance removed" : hint);
  }

  /// An override of a described group, beside a listed one that no manifest describes and that is
  /// nearly called the same: the list is what is wrong.
  private void refuseListed(
      String listed, String meant, SequencedMap<String, SourceLocation> groups) {
    report.error(
        Objects.requireNonNull(groups.get(listed)),
        "unknown-override",
        "no manifest describes the group '%s', and 'overrides' speaks of '%s'"
            .formatted(listed, meant),
        "did you mean '" + meant + "'?");
  }

  private boolean isAbsent(Node.Entry override) {
    return override.value() instanceof Node.Mapping fields
        && fields
            .get("absent")
            .filter(node -> node instanceof Node.Scalar scalar && scalar.text().equals("true"))
            .isPresent();
  }

  private Draft draft(
      String group, SourceLocation place, Node.@org.jspecify.annotations.Nullable Entry override) {
    Node.Mapping fields =
        override != null && override.value() instanceof Node.Mapping mapping
            ? mapping
            : Node.Mapping.empty(place);
    Node.Mapping common =
        document
            .spec()
            .without(table.fanOut())
            .without(Document.OVERRIDES)
            .without(ExpansionContext.GROUP);
    Keys keys = reading.keys(document, group);
    Node.Mapping own = withoutGroups(keys.in(fields.without("absent").without("protect")), group);
    InstanceMarks.refuse(own, "in a key that holds a reference", report);
    Node.Mapping merged =
        reading
            .merging(reading.around(document.each(), group))
            .over(keys.in(common), own.without("absent").without("protect"), table)
            .with(
                ExpansionContext.GROUP,
                new Node.Entry(place, new Node.Scalar(PartReader.literal(group), false, place)));
    Address address = Address.of(document.kind().slug(), document.metadata().name()).inGroup(group);
    return new Draft(address, document, metadata(fields), merged, Set.of(document.file()));
  }

  /// What is said of one group can't lead into another.
  private Node.Mapping withoutGroups(Node.Mapping override, String group) {
    for (String field : List.of(ExpansionContext.GROUP, table.fanOut())) {
      override
          .entry(field)
          .ifPresent(entry ->
              report.error(
                  entry.keyPlace(),
                  "unknown-field",
                  "'%s' stands in 'overrides', in what is said of the group '%s'"
                      .formatted(field, group),
                  "take it out: '" + table.fanOut() + "' of the spec lists the groups"));
    }
    return override.without(ExpansionContext.GROUP).without(table.fanOut());
  }

  private Metadata metadata(Node.Mapping override) {
    Metadata common = document.metadata();
    boolean isAbsent =
        override
            .get("absent")
            .flatMap(node -> plain.flag(node, "'absent'"))
            .orElse(common.isAbsent());
    boolean isProtected =
        override
            .get("protect")
            .flatMap(node -> plain.flag(node, "'protect'"))
            .orElse(common.isProtected());
    if (isAbsent && isProtected && !override.entries().isEmpty()) {
      override.entries().values().stream()
          .findFirst()
          .ifPresent(entry ->
              report.error(
                  entry.keyPlace(),
                  "contradiction",
                  "what is protected can't be absent",
                  "remove 'protect' first"));
    }
    return common.marked(isAbsent, isProtected);
  }
}
