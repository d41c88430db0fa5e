package dev.ftctl.manifest.expansion;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.facet.Variants;
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
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.Value;
import dev.ftctl.yaml.Core;
import dev.ftctl.yaml.Node;
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

  /// The same for who works beside others on one draft: what it finds to tell is its own, and so is
  /// how much it fills in.
  ///
  /// @param isKnownWhole as it is known when the work begins
  public ExpansionContext apart(boolean isKnownWhole) {
    return new ExpansionContext(
        kinds,
        lookup.apart(),
        new Problems(),
        redaction,
        sources,
        groupLabels,
        pauses,
        trail,
        isKnownWhole);
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

  /// The fields that a spec may have, which may depend on the service or type that it names: so
  /// that is read ahead, without complaint, unless it is foreign.
  public FieldTable fields(KindDefinition kind, Node.Mapping spec, InstanceContext around) {
    String field = kind.variants().map(Variants::variesBy).orElse("service");
    return kind.fields(
        spec.get(field).orElse(null) instanceof Node.Scalar named
            ? read(field, named, around)
            : Value.Mapping.EMPTY);
  }

  private Value.Mapping read(String field, Node.Scalar named, InstanceContext around) {
    Filled filled = lookup.fill(named, around, Report.muted());
    return filled.isKnown() && !filled.mark().isForeign()
        ? Value.Mapping.EMPTY.with(
            field, Core.value(filled.text(), filled.isPlain(), Origin.at(named.place())))
        : Value.Mapping.EMPTY;
  }
}
