package dev.ftctl.kind.finding;

import dev.ftctl.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// What the comparison of one resource with its live object found.
///
/// @param fields the fields that differ, in the table's order
/// @param unchanged how many fields the manifest names that need nothing
/// @param secretsNotCompared how many secrets could not be compared
/// @param risks what carrying it out would risk
/// @param notes what the plan should say of it although nothing changes ("pending discovery:
///   public.audit_log")
/// @param problems what makes it impossible; errors block the resource or stop the plan
/// @param followUp whether apply has something to do although no field differs (setup tests of an
///   incomplete connection)
/// @param isOpen whether something of it, which a note tells, is not as it should be and no change
///   of this plan mends it: a connection that is broken, or waits for a person
/// @param gaps what the manifest declares and nothing holds
public record Findings(
    List<FieldChange> fields,
    int unchanged,
    int secretsNotCompared,
    List<RiskFinding> risks,
    List<String> notes,
    List<Problem> problems,
    boolean followUp,
    boolean isOpen,
    List<Gap> gaps) {

  public static final Findings NONE =
      new Findings(List.of(), 0, 0, List.of(), List.of(), List.of(), false, false, List.of());

  public Findings {
    fields = List.copyOf(fields);
    risks = List.copyOf(risks);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
    gaps = List.copyOf(gaps);
  }

  /// With nothing open.
  public Findings(
      List<FieldChange> fields,
      int unchanged,
      int secretsNotCompared,
      List<RiskFinding> risks,
      List<String> notes,
      List<Problem> problems,
      boolean followUp) {
    this(fields, unchanged, secretsNotCompared, risks, notes, problems, followUp, false, List.of());
  }

  public static Findings of(List<FieldChange> fields) {
    return new Findings(fields, 0, 0, List.of(), List.of(), List.of(), false, false, List.of());
  }

  public boolean hasChanges() {
    return !fields.isEmpty();
  }

  public boolean replaces() {
    return fields.stream().anyMatch(field -> field.effect() == FieldChange.Effect.REPLACE);
  }

  /// With what forces a replacement named as that.
  ///
  /// @param lost with the object, may be empty
  public Findings replacing(String lost) {
    String note = "forces replacement" + (lost.isEmpty() ? "" : ": " + lost);
    return withFields(
        fields.stream()
            .map(field -> field.effect() == FieldChange.Effect.REPLACE ? field.noting(note) : field)
            .toList());
  }

  public Findings withFields(List<FieldChange> other) {
    return new Findings(
        other, unchanged, secretsNotCompared, risks, notes, problems, followUp, isOpen, gaps);
  }

  public Findings plusField(FieldChange change) {
    return withFields(plus(fields, change));
  }

  public Findings plusUnchanged(int more) {
    return new Findings(
        fields,
        unchanged + more,
        secretsNotCompared,
        risks,
        notes,
        problems,
        followUp,
        isOpen,
        gaps);
  }

  public Findings risking(RiskFinding risk) {
    return new Findings(
        fields,
        unchanged,
        secretsNotCompared,
        plus(risks, risk),
        notes,
        problems,
        followUp,
        isOpen,
        gaps);
  }

  public Findings noting(String note) {
    return new Findings(
        fields,
        unchanged,
        secretsNotCompared,
        risks,
        plus(notes, note),
        problems,
        followUp,
        isOpen,
        gaps);
  }

  /// With a note of what is not as it should be and stays so.
  public Findings leavingOpen(String note) {
    return new Findings(
        fields,
        unchanged,
        secretsNotCompared,
        risks,
        plus(notes, note),
        problems,
        followUp,
        true,
        gaps);
  }

  public Findings failing(Problem problem) {
    return new Findings(
        fields,
        unchanged,
        secretsNotCompared,
        risks,
        notes,
        plus(problems, problem),
        followUp,
        isOpen,
        gaps);
  }

  public Findings followedUp() {
    return new Findings(
        fields, unchanged, secretsNotCompared, risks, notes, problems, true, isOpen, gaps);
  }

  /// With what nothing holds.
  public Findings lacking(List<Gap> more) {
    return new Findings(
        fields, unchanged, secretsNotCompared, risks, notes, problems, followUp, isOpen, more);
  }

  /// The exclusions and hashings that nothing holds.
  public List<Gap> unprotected() {
    return gaps.stream().filter(Gap::isOfProtection).toList();
  }

  private static <T> List<T> plus(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
