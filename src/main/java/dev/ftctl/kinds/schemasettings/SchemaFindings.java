package dev.ftctl.kinds.schemasettings;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.Gap;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.model.Risk;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a comparison of schema settings collects: changes with the PATCH that makes them, and what
/// else is to be said.
final class SchemaFindings {

  /// The rules of problems that stand against one element; the patch leaves it out.
  static final Set<String> OF_ONE_ELEMENT = Set.of(SchemaComparison.LOCKED, FixedColumns.RULE);

  /// How to go on beside such a problem.
  static final String LEFT_OUT =
      "take it out of the manifest, or apply the rest with --skip-blocked";

  private static final int MOST_LISTED = 20;

  private static final int NAMED = 3;

  /// A wish that nobody could compare.
  private record Unread(String name, WantedElement wish, String why) {}

  private final SchemaPatch patch = new SchemaPatch();
  private final List<FieldChange> changes = new ArrayList<>();
  private final List<RiskFinding> risks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final Set<String> pending = new LinkedHashSet<>();
  private final Set<String> unprotected = new LinkedHashSet<>();
  private final Set<String> impossible = new LinkedHashSet<>();
  private final List<String> starting = new ArrayList<>();
  private final List<String> bared = new ArrayList<>();
  private final List<String> unkept = new ArrayList<>();
  private Value.Mapping untold = Value.Mapping.EMPTY;
  private final Map<Unread, List<String>> unread = new LinkedHashMap<>();
  private int unchanged;

  /// As plans say it.
  static String switchWord(boolean enabled) {
    return enabled ? "enabled" : "excluded";
  }

  static String hashWord(boolean hashed) {
    return hashed ? "hashed" : "plain";
  }

  Findings findings() {
    var all = new ArrayList<>(notes);
    if (!pending.isEmpty()) {
      all.add("pending discovery: " + String.join(", ", pending));
    }
    var told = new ArrayList<>(problems);
    unread.forEach((wish, tables) -> told.add(unread(wish, tables)));
    boolean isOpen = changes.isEmpty() && gaps.stream().anyMatch(Gap::isOfProtection);
    return new Findings(changes, unchanged, 0, allRisks(), all, told, false, isOpen, gaps);
  }

  private List<RiskFinding> allRisks() {
    var all = new ArrayList<>(risks);
    if (!starting.isEmpty()) {
      all.add(RiskFinding.named(Risk.EXPOSE, "starts to sync: " + listed(starting)));
    }
    if (!bared.isEmpty()) {
      all.add(RiskFinding.named(Risk.EXPOSE, "is no longer hashed: " + listed(bared)));
    }
    return all;
  }

  private static String listed(List<String> labels) {
    String first = labels.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    return labels.size() <= MOST_LISTED
        ? first
        : first + " and " + (labels.size() - MOST_LISTED) + " more";
  }

  /// The body of the PATCH that mends what differs, without what is pending or locked, and with
  /// what nobody can compare.
  Value.Mapping patch() {
    Value.Mapping body = patch.body();
    return changes.isEmpty() ? body : with(body, untold);
  }

  boolean hasChanges() {
    return !changes.isEmpty();
  }

  /// Whether something differs that Fivetran is known to keep.
  boolean isUnsettled() {
    return changes.size() > unkept.size();
  }

  /// Members that ftctl does not know and the account does not have.
  List<String> unkept() {
    return unkept;
  }

  private static Value.Mapping with(Value.Mapping body, Value.Mapping more) {
    Value.Mapping all = body;
    for (var member : more.entries().entrySet()) {
      all = all.with(member.getKey(), member.getValue());
    }
    return all;
  }

  void untold(String member, Value wanted) {
    untold = untold.with(member, wanted);
    notes.add(
        member
            + " can't be read back: it is sent when these settings are created, changed or reloaded"
            + " (--reload)");
  }

  /// Members that ftctl does not know, as they are written and answered.
  void more(Element element, WantedElement wish) {
    wish.more()
        .entries()
        .forEach((member, wanted) -> {
          Value is = element.fields().get(member);
          if (wanted.equals(is)) {
            same();
          } else {
            more(element, member, is, wanted);
          }
        });
  }

  private void more(Element element, String member, Value before, Value after) {
    patch.set(element.path(), member, after);
    var path = new FieldPath(SchemaPatch.plus(element.path(), member));
    unkept.add(path.toString());
    FieldChange change = FieldChange.set(path, before, after);
    changes.add(before.isAbsent() ? change.noting("not in Fivetran's answer: not kept?") : change);
  }

  /// What the manifest names, without protecting it, and the account does not know yet.
  Set<String> pending() {
    return pending;
  }

  /// Declared exclusions and hashings that are not live, because they still have to be set or
  /// because the element is not known.
  Set<String> unprotected() {
    var all = new LinkedHashSet<>(unprotected);
    gaps.stream().filter(Gap::isOfProtection).map(Gap::element).forEach(all::add);
    return all;
  }

  /// What can never be live as declared, each with its reason.
  List<String> refused() {
    return problems.stream().filter(Problem::isError).map(Problem::message).toList();
  }

  void root(String member, Value before, Value after, String from) {
    patch.root(member, after);
    changes.add(FieldChange.set(FieldPath.of(member), before, after).worded(from, after.asText()));
  }

  /// @param before and `after` are the member's values; `from` and `to` say them in the words of
  ///   plans
  void set(
      Element element,
      String member,
      Value before,
      Value after,
      String from,
      String to,
      String note) {
    patch.set(element.path(), member, after);
    changes.add(
        new FieldChange(
            new FieldPath(element.path()),
            before,
            after,
            from,
            to,
            Effect.SET,
            note,
            SchemaPatch.written(element.path(), member)));
  }

  void same() {
    unchanged++;
  }

  void note(String note) {
    notes.add(note);
  }

  void risk(Risk risk, String why) {
    risks.add(new RiskFinding(risk, why));
  }

  /// What makes the whole of it impossible.
  void problem(Problem problem) {
    problems.add(problem);
  }

  /// What can never be as it is declared, so that an exclusion or hashing of it stays open.
  ///
  /// @param labels of the elements that it leaves in clear
  void refuse(Problem problem, Collection<String> labels) {
    problems.add(problem);
    impossible.addAll(labels);
    labels.forEach(
        label -> gaps.add(new Gap(label, Gap.Weight.REFUSED, "it can never be as declared")));
  }

  /// Whether an element can never be as it is declared.
  boolean isRefused(String label) {
    return impossible.contains(label);
  }

  void unprotected(String label) {
    unprotected.add(label);
  }

  /// What the manifest names and what starts to sync.
  void starts(String label) {
    starting.add(label);
  }

  /// What the manifest names and what stops being hashed.
  void bares(String label) {
    bared.add(label);
  }

  void pend(String label) {
    pending.add(label);
  }

  void gap(Gap gap) {
    gaps.add(gap);
  }

  /// A wish of columns of a table that nobody could look at.
  void unread(Element table, String name, WantedElement wish, String why) {
    unread
        .computeIfAbsent(new Unread(name, wish, why), first -> new ArrayList<>())
        .add(table.label());
    if (wish.isProtective()) {
      gaps.add(new Gap(table.label() + "." + name, Gap.Weight.HOLDS, "not confirmed, " + why));
    }
  }

  private static Problem unread(Unread wish, List<String> tables) {
    String where = String.join(", ", tables.subList(0, Math.min(NAMED, tables.size())));
    String more = tables.size() > NAMED ? " and " + (tables.size() - NAMED) + " more tables" : "";
    return Problem.warning(
        wish.wish().place(),
        "not-confirmed",
        where,
        "'" + wish.name() + "' is not confirmed in " + where + more + ": " + wish.why(),
        wish.why().equals(SourceColumns.LIMIT)
            ? "apply, and plan again, or raise limits.column_reads in ftctl.yaml"
            : "");
  }
}
