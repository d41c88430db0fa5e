package dev.ftctl.connectortype;

import dev.ftctl.catalog.FieldType;
import dev.ftctl.catalog.NamingFamily;
import dev.ftctl.connectortype.TypeField.Mark;
import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.MetadataApi;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.value.Value;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the account's metadata says of connector services: as the catalogue, and besides what is
/// required, nullable and immutable. It knows no destinations.
public final class LiveTypes {

  private static final Set<String> NAMING_KEYS =
      Arrays.stream(NamingFamily.values())
          .flatMap(family -> family.keys().stream())
          .collect(Collectors.toSet());

  private final MetadataApi api;

  public LiveTypes(Account account) {
    this.api = account.api(MetadataApi.class);
  }

  /// The names of all services, sorted.
  public List<String> services() {
    return Pages.all(api::list).stream().map(item -> item.text("id")).sorted().toList();
  }

  /// Empty when the account knows no such service.
  public Optional<ConnectorType> find(String service) {
    try {
      return Optional.of(type(service, api.details(service)));
    } catch (ApiException refused) {
      if (refused.failure().isNotFound()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static ConnectorType type(String service, Value.Mapping details) {
    Value.Mapping config = details.mapping("config");
    List<String> required = texts(config.get("required"));
    List<String> naming = required.stream().filter(NAMING_KEYS::contains).toList();
    return new ConnectorType(
        service, false, naming, fields(config, naming), fields(details.mapping("auth"), List.of()));
  }

  private static List<TypeField> fields(Value.Mapping tree, List<String> naming) {
    List<String> required = texts(tree.get("required"));
    return tree.mapping("properties").entries().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Value.Mapping)
        .map(entry -> {
          String name = entry.getKey();
          return field(name, (Value.Mapping) entry.getValue(), required, naming.contains(name));
        })
        .toList();
  }

  private static TypeField field(
      String name, Value.Mapping node, List<String> required, boolean isNaming) {
    var marks = EnumSet.noneOf(Mark.class);
    mark(marks, Mark.NAMING, isNaming);
    mark(marks, Mark.REQUIRED, required.contains(name));
    mark(marks, Mark.SECRET, node.text("format").equals("password"));
    mark(marks, Mark.IMMUTABLE, node.text("immutable").equals("true"));
    mark(marks, Mark.READ_ONLY, node.text("readonly").equals("true"));
    mark(marks, Mark.NULLABLE, node.text("nullable").equals("true"));
    Value.Mapping inside = node.get("items").isAbsent() ? node : node.mapping("items");
    return new TypeField(
        name, type(node, inside), marks, texts(inside.get("enum")), fields(inside, List.of()));
  }

  private static void mark(Set<Mark> marks, Mark mark, boolean isSet) {
    if (isSet) {
      marks.add(mark);
    }
  }

  private static FieldType type(Value.Mapping node, Value.Mapping inside) {
    return switch (node.text("type")) {
      case "integer" -> FieldType.INTEGER;
      case "number" -> FieldType.NUMBER;
      case "boolean" -> FieldType.BOOLEAN;
      case "array" ->
          switch (inside.text("type")) {
            case "object" -> FieldType.OBJECT_LIST;
            case "integer" -> FieldType.INTEGER_LIST;
            default -> FieldType.TEXT_LIST;
          };
      case "object" -> inside.mapping("properties").isBlank() ? FieldType.FREE : FieldType.OBJECT;
      default -> texts(node.get("enum")).isEmpty() ? FieldType.TEXT : FieldType.ENUM;
    };
  }

  private static List<String> texts(Value list) {
    return list instanceof Value.Items items
        ? items.items().stream().map(Value::asText).toList()
        : List.of();
  }
}
