package dev.ftctl.impact;

import dev.ftctl.impact.DbtManifest.Source;
import dev.ftctl.kind.downstream.Landing;
import dev.ftctl.kind.downstream.Letters;
import dev.ftctl.kind.downstream.WarehouseName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables that dbt reads, found by what they are called in a source. A name that fits by the
/// rules comes first; where none does, one with the same letters and digits counts, so that nothing
/// is taken for unused because of an underscore.
final class SourceTables {

  private final List<Source> all;
  private final Map<String, List<Source>> bySchema;

  SourceTables(Collection<Source> sources) {
    this.all = List.copyOf(sources);
    this.bySchema =
        all.stream().collect(Collectors.groupingBy(source -> WarehouseName.key(source.schema())));
  }

  List<Source> all() {
    return all;
  }

  /// @param element schema; schema, table; or a column, which counts as its table
  List<Source> of(Landing landing, List<String> element, Letters letters) {
    String schema = element.getFirst();
    List<Source> near =
        switch (landing.form()) {
          case PREFIX -> under(landing.schema() + schema);
          case SCHEMA, TABLE, TABLE_GROUP -> under(landing.schema());
          case UNKNOWN -> both(under(landing.schema()), under(landing.schema() + schema));
        };
    List<Source> inSchema =
        surely(
            near,
            source -> landing.isSchemaOf(schema, source.schema(), letters),
            source -> isLower(source.schema(), letters));
    if (element.size() == 1) {
      return ofSchema(landing, inSchema, letters);
    }
    String table = element.get(1);
    List<Source> named = named(inSchema, table, letters);
    boolean isOnlyTable = landing.form() == Landing.Form.TABLE && named.isEmpty();
    return isOnlyTable ? named(inSchema, landing.second(), letters) : named;
  }

  private static List<Source> ofSchema(Landing landing, List<Source> all, Letters letters) {
    return landing.form() == Landing.Form.TABLE ? named(all, landing.second(), letters) : all;
  }

  private static List<Source> named(List<Source> all, String table, Letters letters) {
    String key = WarehouseName.key(table);
    List<Source> near =
        all.stream()
            .filter(source ->
                WarehouseName.key(source.table()).equals(key) || source.table().equals(table))
            .toList();
    return surely(
        near,
        source -> WarehouseName.isSurely(table, source.table(), letters),
        source -> isLower(source.table(), letters));
  }

  /// Whether a table of the warehouse may be the one of the source.
  static boolean isNamed(String table, String there, Letters letters) {
    return WarehouseName.isSurely(table, there, letters)
        || isLower(there, letters)
            && WarehouseName.key(table).equals(WarehouseName.key(there))
            && !WarehouseName.key(table).isEmpty();
  }

  private List<Source> under(String name) {
    return bySchema.getOrDefault(WarehouseName.key(name), List.of());
  }

  private static List<Source> both(List<Source> one, List<Source> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static List<Source> surely(
      List<Source> near, Predicate<Source> isSure, Predicate<Source> isPossible) {
    List<Source> sure = near.stream().filter(isSure).toList();
    return sure.isEmpty() ? near.stream().filter(isPossible).toList() : sure;
  }

  /// Where case counts, Fivetran's own names have no capitals.
  private static boolean isLower(String name, Letters letters) {
    return letters == Letters.FOLDED || name.chars().noneMatch(Character::isUpperCase);
  }
}
