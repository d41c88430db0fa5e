package dev.ftctl.kind;

import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.List;

/// The facet of a kind that is a part of another: it has no id and no list of its own, is read and
/// written with its owner, and goes with it.
public interface PartOf {

  /// The slug of the kind that it is a part of.
  String owner();

  /// The schemas, tables and columns that a resource decides about, as it will leave them.
  ///
  /// @param live fields of the live part; empty where nothing is known of the account
  List<SourceElement> elements(Resource wanted, Value.Mapping live);

  /// Whether what a comparison found wrong concerns one element alone, which the writer leaves out,
  /// so that the rest of the resource can be set without it.
  boolean isOfOneElement(Problem problem);
}
