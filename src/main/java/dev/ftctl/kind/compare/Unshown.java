package dev.ftctl.kind.compare;

import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.stream.Stream;

/// What of a manifest no answer shows once it was sent: secrets, and what is sent and never
/// answered. Of these nobody can say that they are as the manifest says.
public final class Unshown {

  private Unshown() {}

  /// The ways to them, in the order of the table.
  ///
  /// @param live the object as it was answered
  public static List<FieldPath> in(FieldTable table, Value.Mapping spec, Value.Mapping live) {
    return FieldWalk.named(table, spec).stream()
        .filter(field -> !field.is(Trait.LOCAL) && !field.is(Trait.READ_ONLY))
        .filter(field -> !field.is(Trait.IDENTITY))
        .flatMap(field -> in(field, spec.get(field.name()), live))
        .toList();
  }

  private static Stream<FieldPath> in(Field field, Value value, Value.Mapping live) {
    FieldPath path = FieldPath.of(field.name());
    boolean isSentOnly =
        (field.is(Trait.WRITE_ONLY) || field.is(Trait.CREATE_ONLY))
            && live.get(field.apiName()).isAbsent();
    return isSentOnly && !value.isBlank()
        ? Stream.of(path)
        : SecretsDue.in(field, path, value).stream().map(SecretsDue.Held::path);
  }
}
