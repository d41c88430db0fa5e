package dev.ftctl.manifest;

import dev.ftctl.kind.table.UnknownName;
import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.problem.Severity;
import java.util.Collection;
import java.util.List;

/// Names in the manifests that the catalogue lacks and the account's metadata may know.
///
/// @param names in the order of the documents
/// @param isStrict whether what stays a warning is an error
public record OpenNames(List<Of> names, boolean isStrict) {

  public static final OpenNames NONE = new OpenNames(List.of(), false);

  /// @param subject the document, as `connector orders_db`
  public record Of(Resource resource, String subject, UnknownName name) {

    /// What is said where nobody is asked.
    public Problem offline() {
      return name.offline(subject);
    }
  }

  public OpenNames {
    names = List.copyOf(names);
  }

  /// The problems as this reading takes them, each once, sorted by place.
  public List<Problem> judged(Collection<Problem> found) {
    return found.stream().map(this::judged).distinct().sorted().toList();
  }

  private Problem judged(Problem problem) {
    return isStrict && problem.severity() == Severity.WARNING
        ? Problem.error(
            problem.place(), problem.rule(), problem.subject(), problem.message(), problem.fix())
        : problem;
  }
}
