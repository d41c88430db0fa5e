package dev.ftctl.address;

import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.facet.HandsOutOnce;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Refusal;
import dev.ftctl.model.RefusedException;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The fields that a user may ask a kind's objects for: those that they have, and those that their
/// tables know. A misspelt one would match nothing, and nobody would notice.
public record FieldNames(KindDefinition definition, List<Named> objects) {

  private static final String SERVICE = "service";

  /// @throws RefusedException when no object and no table has the field, or it holds a secret
  public void require(FieldPath path) {
    var near = new TreeSet<String>();
    definition.handsOutOnce().map(HandsOutOnce::expiry).ifPresent(near::add);
    boolean isKnown = near.contains(path.toString());
    isKnown |= objects.stream().anyMatch(each -> isIn(each.live().fields(), path, near));
    for (FieldTable table : tables()) {
      var field = find(table, path, "", near);
      if (field != null && field.is(Field.Trait.SECRET)) {
        throw new RefusedException(
            Refusal.USAGE, path + " is a secret, which nobody can read", "Leave it out.");
      }
      isKnown |= field != null;
    }
    if (!isKnown) {
      String hint = Near.hint(path.toString(), near);
      throw new RefusedException(
          Refusal.USAGE,
          "no " + definition.slug() + " has a field " + path,
          hint.isEmpty() ? "There are: " + Near.list(near) + "." : hint);
    }
  }

  /// Of each service that there is one of.
  private List<FieldTable> tables() {
    Set<String> services = new TreeSet<>();
    objects.forEach(each -> services.add(each.live().fields().text(SERVICE)));
    return services.stream()
        .map(service -> definition.fields(Value.Mapping.EMPTY.with(SERVICE, Value.text(service))))
        .toList();
  }

  private static boolean isIn(Value.Mapping fields, FieldPath path, Collection<String> near) {
    fields
        .entries()
        .forEach((name, value) -> {
          near.add(name);
          if (value instanceof Value.Mapping mapping) {
            mapping.entries().keySet().forEach(inner -> near.add(name + "." + inner));
          }
        });
    return !(fields.at(path) instanceof Value.Absent);
  }

  private static @Nullable Field find(
      FieldTable table, FieldPath path, String prefix, Collection<String> near) {
    table.all().forEach(field -> near.add(prefix + field.apiName()));
    String first = path.segments().getFirst();
    for (Field field : table.all()) {
      if (!field.apiName().equals(first) && !field.name().equals(first)) {
        continue;
      }
      if (path.segments().size() == 1) {
        return field;
      }
      var rest = new FieldPath(path.segments().subList(1, path.segments().size()));
      if (field.shape() instanceof Shape.Nested nested) {
        return find(nested.table(), rest, prefix + field.apiName() + ".", near);
      }
    }
    return null;
  }
}
