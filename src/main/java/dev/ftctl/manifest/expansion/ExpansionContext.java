package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.manifest.document.Document;
import dev.ftctl.manifest.expression.Each;
import dev.ftctl.manifest.expression.ForeignTexts;
import dev.ftctl.manifest.expression.InstanceContext;
import dev.ftctl.manifest.expression.Keys;
import dev.ftctl.manifest.expression.Lookup;
import dev.ftctl.manifest.expression.Unset;
import dev.ftctl.manifest.input.Filled;
import dev.ftctl.manifest.report.Problems;
import dev.ftctl.manifest.report.Report;
import dev.ftctl.model.Group;
import dev.ftctl.model.Redaction;
import dev.ftctl.model.problem.Sources;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/// What all steps from documents to resources share.
///
/// @param groupLabels labels by the name of the group's document
/// @param pauses which `paused` is said for many
/// @param trail of what lies over each other
/// @param isWhole whether every document could be read, so that what is not described is described
///   nowhere
public record ExpansionContext(
    KindList kinds,
    Lookup lookup,
    Problems problems,
    Redaction redaction,
    Sources sources,
    Map<String, Map<String, String>> groupLabels,
    LentPauses pauses,
    Trail trail,
    boolean isWhole) {

  /// The field and the kind that a fan-out is over; these are words of the language, like
  /// `${group}`.
  public static final String GROUP = Group.SLUG;

  /// What references of a draft mean.
  public InstanceContext around(Draft draft) {
    return around(draft.document().each(), draft.address().instance());
  }

  public InstanceContext around(Each each, String group) {
    return group.isEmpty()
        ? InstanceContext.of(each)
        : new InstanceContext(
            group, groupLabels.getOrDefault(group, Map.of()), isWhole(), each, false);
  }

  /// Not either, once a name was refused: what it would have named is missing then.
  @Override
  public boolean isWhole() {
    return isWhole && !problems.has(ForeignTexts.RULE);
  }

  Merging merging(InstanceContext around) {
    return new Merging(lookup, around);
  }

  /// Fills in the keys of what a document says of one instance.
  ///
  /// @param group of the instance, empty where the kind has none
  Keys keys(Document document, String group) {
    return new Keys(
        lookup, around(document.each(), group), new Report(problems, document.subject()));
  }

  /// The draft without what its spec takes back.
  Draft withoutUnset(Draft draft) {
    return draft.withSpec(new Unset(lookup, around(draft)).without(draft.spec()));
  }

  /// The fields that a spec may have, which may depend on what it says (`service`): so its scalars
  /// are read ahead, without complaint, but for foreign ones.
  public FieldTable fields(KindDefinition kind, Node.Mapping spec, InstanceContext around) {
    return kind.fields(ahead(spec, around, 2));
  }

  private Value.Mapping ahead(Node.Mapping mapping, InstanceContext around, int levels) {
    var values = new LinkedHashMap<String, Value>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          switch (entry.value()) {
            case Node.Scalar scalar -> {
              Filled filled = lookup.fill(scalar, around, Report.muted());
              if (filled.isKnown() && !filled.mark().isForeign()) {
                values.put(
                    key,
                    Core.value(
                        filled.text(),
                        filled.isPlain(),
                        dev.ftctl.model.value.Origin.at(scalar.place())));
              }
            }
            case Node.Mapping inner -> {
              if (levels > 1) {
                values.put(key, ahead(inner, around, levels - 1));
              }
            }
            case Node.Sequence sequence -> {}
            case Node.Refused refused -> {}
          }
        });
    return Value.Mapping.of(values);
  }
}
