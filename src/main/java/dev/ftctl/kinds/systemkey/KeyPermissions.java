package dev.ftctl.kinds.systemkey;

import static dev.ftctl.kind.table.Field.choice;
import static dev.ftctl.kind.table.Field.oneOf;
import static dev.ftctl.kind.table.Field.refs;

import dev.ftctl.kind.compare.LiveNames;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// `permissions`, a complete set that is sent whole. An API filter has `ids` of connections or of
/// destinations, whichever the resource type means; here these are two fields.
final class KeyPermissions {

  static final String FIELD = "permissions";
  static final String TYPE = "resource_type";
  static final String LEVEL = "access_level";
  static final String FILTER = "resource_filter";
  static final String CONNECTIONS = "connections";
  static final String DESTINATIONS = "destinations";
  static final String GROUPS = "groups";
  static final String CONNECTOR = "CONNECTOR";
  static final String DESTINATION = "DESTINATION";
  static final String TRANSFORMATION = "TRANSFORMATION";

  private static final String IDS = "ids";
  private static final String CONNECTION_IDS = "connection_ids";
  private static final String DESTINATION_IDS = "destination_ids";
  private static final String GROUP_IDS = "group_ids";

  private static final FieldTable FILTERS =
      FieldTable.of(
              refs(CONNECTIONS, CONNECTION_IDS, "connector", true),
              refs(DESTINATIONS, DESTINATION_IDS, "destination", false),
              refs(GROUPS, GROUP_IDS, "group", false))
          .ownedBy("resource_filter");

  /// The documentation knows two types that the API document lacks (fivetran-quirks 2.19).
  private static final FieldTable ITEM =
      FieldTable.of(
              oneOf(
                      TYPE,
                      "ACCOUNT",
                      "USER",
                      "WEBHOOK",
                      "TEAM",
                      "ROLES",
                      DESTINATION,
                      TRANSFORMATION,
                      "REMOTE_EXECUTION_AGENT",
                      CONNECTOR,
                      "PRIVATE_LINK",
                      "PROXY")
                  .required(),
              choice(LEVEL, "NONE", "READ", "MANAGE").required(),
              Field.of(FILTER, new Shape.Nested(FILTERS)))
          .ownedBy("permissions");

  private KeyPermissions() {}

  static Field field() {
    return Field.of(FIELD, new Shape.ItemsOf(ITEM, List.of(), false)).notClearable();
  }

  static List<Value.Mapping> of(Value.Mapping fields) {
    return Shape.elements(fields.get(FIELD)).stream()
        .filter(Value.Mapping.class::isInstance)
        .map(Value.Mapping.class::cast)
        .toList();
  }

  /// A live key with the two fields.
  static Value.Mapping told(Value.Mapping live) {
    return each(live, KeyPermissions::itemTold);
  }

  /// A body as the API takes it.
  static Value.Mapping sent(Value.Mapping body) {
    return each(body, KeyPermissions::itemSent);
  }

  private static Value.Mapping each(Value.Mapping fields, UnaryOperator<Value.Mapping> change) {
    return fields.get(FIELD).isBlank()
        ? fields
        : fields.with(
            FIELD,
            Value.items(of(fields).stream().map(item -> (Value) change.apply(item)).toList()));
  }

  private static Value.Mapping itemTold(Value.Mapping item) {
    Value.Mapping filter = item.mapping(FILTER);
    Value ids = filter.get(IDS);
    return ids.isAbsent() ? item : item.with(FILTER, filter.without(IDS).with(idsOf(item), ids));
  }

  private static Value.Mapping itemSent(Value.Mapping item) {
    Value.Mapping filter = item.mapping(FILTER);
    Value ids = filter.get(idsOf(item));
    return ids.isAbsent() ? item : item.with(FILTER, filter.without(idsOf(item)).with(IDS, ids));
  }

  private static String idsOf(Value.Mapping item) {
    return type(item).equals(DESTINATION) ? DESTINATION_IDS : CONNECTION_IDS;
  }

  static String type(Value.Mapping item) {
    return item.text(TYPE).toUpperCase(Locale.ROOT);
  }

  static String level(Value.Mapping item) {
    return item.text(LEVEL).toUpperCase(Locale.ROOT);
  }

  /// The set as it is compared: a permission without a filter is one over everything, and not one
  /// of which the filter is left to others.
  static Value.Mapping whole(Value.Mapping spec) {
    return each(spec, KeyPermissions::filtered);
  }

  private static Value.Mapping filtered(Value.Mapping item) {
    Value.Mapping filter = item.mapping(FILTER);
    for (Field field : FILTERS.all()) {
      if (filter.get(field.name()).isAbsent()) {
        filter = filter.with(field.name(), Value.nothing());
      }
    }
    return item.with(FILTER, filter);
  }

  /// What a filter of a manifest or of a live key means, by ids; what is not there yet by its name.
  static Set<String> meant(Value.Mapping item, Ids ids) {
    Value.Mapping filter = item.mapping(FILTER);
    return FILTERS.all().stream()
        .flatMap(field -> {
          Value said = filter.get(field.name());
          Value value = said.isBlank() ? filter.get(field.apiName()) : said;
          return Shape.elements(value).stream().map(one -> field.name() + " " + id(one, ids));
        })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// As people read them: `MANAGE CONNECTOR (groups finance), READ WEBHOOK`.
  static String shown(List<Value.Mapping> items, Ids ids) {
    return items.stream().map(item -> shown(item, ids)).collect(Collectors.joining(", "));
  }

  private static String shown(Value.Mapping item, Ids ids) {
    Value named = new LiveNames(ids).in(FILTERS, item.mapping(FILTER));
    Value.Mapping filter = named instanceof Value.Mapping told ? told : Value.Mapping.EMPTY;
    String parts =
        FILTERS.all().stream()
            .map(field -> {
              Value said = filter.get(field.name());
              String names =
                  Shape.elements(said.isBlank() ? filter.get(field.apiName()) : said).stream()
                      .map(LiveNames::label)
                      .sorted()
                      .collect(Collectors.joining(" "));
              return names.isEmpty() ? "" : field.name() + " " + names;
            })
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    return level(item) + " " + type(item) + (parts.isEmpty() ? "" : " (" + parts + ")");
  }

  private static String id(Value value, Ids ids) {
    return value instanceof Value.Reference reference
        ? ids.find(reference.target()).map(RemoteId::value).orElse(reference.target().toString())
        : value.asText();
  }
}
