package dev.ftctl.kind.table;

import dev.ftctl.catalog.FieldFacts;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.catalog.ServiceFacts;
import dev.ftctl.kind.table.Field.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tables of what a service's `config` and `auth` hold, from the catalogue. They are open: services
/// know more fields than it does.
public final class CatalogTables {

  private CatalogTables() {}

  /// `config`: the naming keys, which the API takes at creation and never gives back
  /// (fivetran-quirks Q41), then the catalogue's fields.
  public static FieldTable config(ServiceFacts facts) {
    var fields = new ArrayList<Field>();
    facts.namingKeys().forEach(key -> fields.add(Field.text(key).identity().createOnly()));
    for (Field field : fields(facts.config().values(), Set.of())) {
      fields.add(facts.immutableConfig().contains(field.name()) ? field.immutable() : field);
    }
    return FieldTable.of(fields)
        .open()
        .dropping(namesOfOthers(facts))
        .ownedBy("config of service '" + facts.service() + "'");
  }

  /// The naming keys of other families, which the API drops from a config that is named by its own
  /// (fivetran-quirks 2.4.1); each with the service's own.
  private static Map<String, String> namesOfOthers(ServiceFacts facts) {
    Set<String> own = facts.namingKeys();
    String right = String.join(" and ", facts.naming().keys());
    return Arrays.stream(NamingFamily.values())
        .flatMap(family -> family.keys().stream())
        .distinct()
        .filter(key -> !own.isEmpty() && !own.contains(key) && !facts.config().containsKey(key))
        .collect(Collectors.toMap(key -> key, key -> right));
  }

  /// `auth`: all of it secret, and none of it ever answered.
  public static FieldTable auth(ServiceFacts facts) {
    return FieldTable.of(fields(facts.auth().values(), Set.of(Trait.SECRET, Trait.WRITE_ONLY)))
        .open()
        .ownedBy("auth of service '" + facts.service() + "'");
  }

  private static List<Field> fields(Collection<FieldFacts> facts, Set<Trait> all) {
    return facts.stream().map(fact -> field(fact, all)).toList();
  }

  private static Field field(FieldFacts facts, Set<Trait> all) {
    Field field = Field.of(facts.name(), shape(facts, all));
    boolean isLeaf = facts.fields().isEmpty();
    for (Trait trait : isLeaf ? all : Set.<Trait>of()) {
      field = field.with(trait);
    }
    field = facts.secret() && isLeaf ? field.with(Trait.SECRET) : field;
    field = facts.readOnly() ? field.readOnly() : field;
    field = facts.login() ? field.login() : field;
    return isClearable(facts) ? field : field.notClearable();
  }

  private static Shape shape(FieldFacts facts, Set<Trait> all) {
    return switch (facts.type()) {
      case TEXT -> new Shape.TextShape();
      case INTEGER -> new Shape.IntegerShape();
      case NUMBER -> new Shape.NumberShape();
      case BOOLEAN -> new Shape.BooleanShape();
      case ENUM -> oneOf(facts);
      case TEXT_LIST ->
          new Shape.SetOf(facts.enumValues().isEmpty() ? new Shape.TextShape() : oneOf(facts));
      case INTEGER_LIST -> new Shape.SetOf(new Shape.IntegerShape());
      case OBJECT -> new Shape.Nested(inner(facts, all));
      case OBJECT_LIST -> new Shape.ItemsOf(inner(facts, all), facts.itemKeys(), facts.merged());
      case FREE -> new Shape.Free();
    };
  }

  private static Shape.OneOf oneOf(FieldFacts facts) {
    return new Shape.OneOf(facts.enumValues(), true, facts.aliases(), Map.of());
  }

  private static FieldTable inner(FieldFacts facts, Set<Trait> all) {
    Set<Trait> traits = facts.secret() && all.isEmpty() ? Set.of(Trait.SECRET) : all;
    return FieldTable.of(fields(facts.fields().values(), traits)).open().ownedBy(facts.name());
  }

  /// Fivetran clears texts and lists only (fivetran-quirks Q38).
  private static boolean isClearable(FieldFacts facts) {
    return switch (facts.type()) {
      case TEXT, TEXT_LIST, INTEGER_LIST, OBJECT, OBJECT_LIST, FREE -> true;
      case INTEGER, NUMBER, BOOLEAN, ENUM -> false;
    };
  }
}
