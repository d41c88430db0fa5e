package dev.ftctl.export.copy;

import dev.ftctl.model.Resource;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Where the secrets of a resource come from.
public final class Secrets {

  private final SequencedMap<FieldPath, Value.Secret> all = new LinkedHashMap<>();

  private Secrets() {}

  /// By path, in the order of the fields.
  public static SequencedMap<FieldPath, Value.Secret> of(Resource resource) {
    var secrets = new Secrets();
    secrets.collect(FieldPath.ROOT, resource.spec());
    return secrets.all;
  }

  private void collect(FieldPath path, Value value) {
    if (value instanceof Value.Secret secret) {
      all.put(path, secret);
    } else if (value instanceof Value.Mapping mapping) {
      mapping.entries().forEach((key, inside) -> collect(path.then(key), inside));
    } else if (value instanceof Value.Items items) {
      int number = 0;
      for (Value item : items.items()) {
        collect(path.then(Integer.toString(number++)), item);
      }
    }
  }
}
