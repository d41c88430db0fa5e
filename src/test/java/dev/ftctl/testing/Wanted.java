package dev.ftctl.testing;

import dev.ftctl.catalog.Catalog;
import dev.ftctl.kind.KindDefinition;
import dev.ftctl.kind.KindList;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.kinds.Kinds;
import dev.ftctl.model.Metadata;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.problem.SourceLocation;
import dev.ftctl.model.value.Origin;
import dev.ftctl.model.value.SecretSource;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Resources as the manifest reader would make them, written short.
public final class Wanted {

  public static final KindList KINDS = Kinds.all(Catalog.bundled());

  private Wanted() {}

  /// `connector/orders_db@prod` with a spec of plain Java values: texts for references are names,
  /// or `name@group`.
  public static Resource of(String address, Map<String, ?> spec) {
    Address parsed =
        Address.parse(address, slug -> slug.equals("connector") || slug.equals("schema-settings"))
            .orElseThrow();
    KindDefinition definition = KINDS.ofSlug(parsed.kind()).definition();
    var entries = new LinkedHashMap<String, Value>();
    spec.forEach((name, value) -> entries.put(name, value(definition, spec, name, value)));
    return new Resource(
        parsed,
        Metadata.named(parsed.name()),
        Value.Mapping.of(entries),
        SourceLocation.of("m.yaml", 1, 1));
  }

  public static Resource absent(Resource resource) {
    Metadata metadata =
        new Metadata(
            resource.metadata().name(), Map.of(), false, true, false, List.of(), 0, "", List.of());
    return new Resource(resource.address(), metadata, resource.spec(), resource.place());
  }

  public static Resource shielded(Resource resource) {
    Metadata metadata =
        new Metadata(
            resource.metadata().name(), Map.of(), true, false, false, List.of(), 0, "", List.of());
    return new Resource(resource.address(), metadata, resource.spec(), resource.place());
  }

  public static Value secret(String name, String text) {
    SecretSource source =
        new SecretSource() {
          @Override
          public String name() {
            return name;
          }

          @Override
          public Optional<String> reveal() {
            return Optional.of(text);
          }
        };
    return new Value.Secret(source, Origin.LIVE);
  }

  public static Value.Mapping mapping(Map<String, ?> map) {
    return (Value.Mapping) plain(map);
  }

  private static Value value(
      KindDefinition definition, Map<String, ?> spec, String name, Object value) {
    Value.Mapping rough =
        Value.Mapping.of(Map.of("service", Value.text(String.valueOf(spec.get("service")))));
    Field field = definition.fields(rough).field(name).orElse(null);
    if (field != null && field.shape() instanceof Shape.Ref ref) {
      Address target =
          Address.parse(ref.slug() + "/" + value, slug -> slug.equals("connector")).orElseThrow();
      return new Value.Reference(target, Origin.at(SourceLocation.of("m.yaml", 2, 1)));
    }
    return plain(value);
  }

  private static Value plain(Object value) {
    return switch (value) {
      case Value already -> already;
      case String text -> Value.text(text);
      case Boolean flag -> Value.bool(flag);
      case Number number -> new Value.Num(new BigDecimal(number.toString()), Origin.LIVE);
      case List<?> list -> {
        var items = new ArrayList<Value>();
        list.forEach(item -> items.add(plain(item)));
        yield Value.items(items);
      }
      case Map<?, ?> map -> {
        var entries = new LinkedHashMap<String, Value>();
        map.forEach((key, inner) -> entries.put(String.valueOf(key), plain(inner)));
        yield Value.Mapping.of(entries);
      }
      default -> throw new IllegalArgumentException("no value of " + value.getClass());
    };
  }
}
