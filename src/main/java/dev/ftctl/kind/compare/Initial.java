package dev.ftctl.kind.compare;

import dev.ftctl.model.Resource;
import dev.ftctl.model.value.Value;
import java.util.List;

/// Fields that a document sends at creation and leaves to others afterwards (`metadata.initial`).
public final class Initial {

  private Initial() {}

  /// The spec without them, as an object that exists is compared.
  public static Value.Mapping left(Resource wanted) {
    return without(wanted.spec(), wanted.metadata().initial());
  }

  /// @param fields with dots between the names of nested ones: `config.port`
  public static Value.Mapping without(Value.Mapping spec, List<String> fields) {
    Value.Mapping left = spec;
    for (String field : fields) {
      left = without(left, field.split("\\.", -1), 0);
    }
    return left;
  }

  private static Value.Mapping without(Value.Mapping mapping, String[] path, int at) {
    if (at == path.length - 1) {
      return mapping.without(path[at]);
    }
    return mapping.get(path[at]) instanceof Value.Mapping inner
        ? mapping.with(path[at], without(inner, path, at + 1))
        : mapping;
  }
}
