package dev.ftctl.drift;

import dev.ftctl.model.Resource;
import dev.ftctl.model.problem.SourceLocation;
import java.util.List;
import java.util.function.Function;

/// Whom a document belongs to: `metadata.owners`, else what CODEOWNERS says of its file.
///
/// @param ofFile by the path that messages show
public record Owners(Function<String, List<String>> ofFile) {

  public static final Owners NOBODY = new Owners(file -> List.of());

  /// As they are written, in their order.
  public List<String> of(Resource resource) {
    List<String> own = resource.metadata().owners();
    return own.isEmpty() ? of(resource.place()) : own;
  }

  List<String> of(SourceLocation place) {
    return place.isKnown() ? ofFile.apply(place.file()) : List.of();
  }
}
