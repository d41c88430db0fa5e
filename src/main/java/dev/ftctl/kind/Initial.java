package dev.ftctl.kind;

import dev.ftctl.model.Resource;
import dev.ftctl.model.Value;
import java.util.List;

/// Fields that a document sends at creation and leaves to others afterwards (`metadata.initial`).
public final class Initial {

  private Initial() {}

  /// The spec without them, as an object that exists is compared.
  public static Value.Mapping left(Resource wanted) {
    Value.Mapping spec = wanted.spec();
    for (String field : wanted.metadata().initial()) {
      spec = without(spec, List.of(field.split("\\.", -1)));
    }
    return spec;
  }

  private static Value.Mapping without(Value.Mapping mapping, List<String> path) {
    String first = path.getFirst();
    if (path.size() == 1) {
      return mapping.without(first);
    }
    return mapping.get(first) instanceof Value.Mapping inner
        ? mapping.with(first, without(inner, path.subList(1, path.size())))
        : mapping;
  }
}
