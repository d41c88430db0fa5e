package dev.ftctl.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ftctl.endtoend.FieldPlaces.Place;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.Field.Trait;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a field says before and after: two values by its shape, or those of a table where a field
/// takes no others or stands only beside some.
final class FieldSamples {

  /// Stands in a path for the name of an element of a tree.
  static final String ELEMENT = "element";

  /// A value, and what else the spec has to say beside it.
  record Said(Object value, Map<String, Object> beside) {}

  private record Pair(Said before, Said after) {}

  private static final JsonMapper JSON = new JsonMapper();

  /// Of a field: what it says before and after, what is said beside it, and beside it afterwards
  /// where that is something else.
  private static final Map<String, Pair> ROWS =
      """
      connector service | 'postgres' | 'mysql' | {}
      destination service | 'snowflake' | 'mysql' | {}
      connector daily_sync_time | '14:00' | '15:00' | {'sync_frequency': 1440}
      connector schedule.interval | 60 | 120 | {'schedule': {'schedule_type': 'INTERVAL'}}
      connector schedule.time_of_day | '14:00' | '15:00' | {'schedule': {'schedule_type': 'TIME_OF_DAY'}}
      connector schedule.days_of_week | ['MONDAY'] | ['SUNDAY'] | {'schedule': {'schedule_type': 'TIME_OF_DAY', 'time_of_day': '14:00'}}
      connector schedule.cron | '0 1 * * *' | '0 2 * * *' | {'schedule': {'schedule_type': 'CRON'}}
      connector connect_card_config.hide_setup_guide | true | false | {'connect_card_config': {'redirect_uri': 'https://a.example.com'}}
      connector connect_card_config.all_fields | true | false | {'connect_card_config': {'redirect_uri': 'https://a.example.com'}}
      connector trusted.certificates | ['ONE_HASH'] | ['TWO_HASH'] | {}
      connector trusted.fingerprints | ['ONE_HASH'] | ['TWO_HASH'] | {}
      destination trusted.certificates | ['ONE_HASH'] | ['TWO_HASH'] | {}
      destination trusted.fingerprints | ['ONE_HASH'] | ['TWO_HASH'] | {}
      proxy-agent group_region | 'GCP_US_EAST4' | 'AWS_US_EAST_1' | {}
      schema-settings connector | 'TOKEN' | 'TOKENb' | {'schema_change_handling': 'BLOCK_ALL'}
      system-key permissions | [{'resource_type': 'WEBHOOK', 'access_level': 'READ'}] | [{'resource_type': 'WEBHOOK', 'access_level': 'MANAGE'}] | {}
      transformation schedule.schedule_type | 'INTERVAL' | 'INTEGRATED' | {'schedule': {'interval': 60}} | {}
      transformation schedule.interval | 60 | 120 | {'schedule': {'schedule_type': 'INTERVAL'}}
      transformation schedule.time_of_day | '14:00' | '15:00' | {'schedule': {'schedule_type': 'TIME_OF_DAY'}}
      transformation schedule.days_of_week | ['MONDAY'] | ['SUNDAY'] | {'schedule': {'schedule_type': 'TIME_OF_DAY', 'time_of_day': '14:00'}}
      transformation schedule.cron | ['0 1 * * *'] | ['0 2 * * *'] | {'schedule': {'schedule_type': 'CRON'}}
      transformation schedule.smart_syncing | true | false | {'schedule': {'schedule_type': 'INTERVAL', 'interval': 60}}
      transformation-project type | 'DBT_CORE' | 'DBT_GIT' | {}
      transformation-project project_config.environment_vars | {'DBT_A': 'one'} | {'DBT_A': 'two'} | {}
      """
          .replace("ONE_HASH", "ab".repeat(32))
          .replace("TWO_HASH", "cd".repeat(32))
          .lines()
          .map(line -> line.split(" \\| ", -1))
          .collect(Collectors.toMap(row -> row[0], FieldSamples::row));

  private FieldSamples() {}

  private static Pair row(String[] row) {
    TypeReference<Map<String, Object>> members = new TypeReference<>() {};
    TypeReference<Object> any = new TypeReference<>() {};
    return new Pair(
        new Said(read(row[1], any), read(row[3], members)),
        new Said(read(row[2], any), read(row[row.length - 1], members)));
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json.replace('\'', '"'), type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(json, malformed);
    }
  }

  /// The fields of the table.
  static java.util.Set<String> rows() {
    return ROWS.keySet();
  }

  static Said before(Place place, String token) {
    return pair(place, token).before();
  }

  static Said after(Place place, String token) {
    return pair(place, token).after();
  }

  private static Pair pair(Place place, String token) {
    if (place.field().name().equals("region") && place.kind().slug().equals("private-link")) {
      return plain(regions(place.variant()));
    }
    Pair row = ROWS.get(place.key());
    return row == null
        ? plain(of(place.field(), token))
        : new Pair(own(row.before(), token), own(row.after(), token));
  }

  private static Said own(Said said, String token) {
    return said.value() instanceof String text
        ? new Said(text.replace("TOKEN", token), said.beside())
        : said;
  }

  private static Pair plain(List<Object> values) {
    return new Pair(new Said(values.getFirst(), Map.of()), new Said(values.getLast(), Map.of()));
  }

  /// Two regions of the cloud that a service of private links is in.
  static List<Object> regions(String service) {
    if (service.contains("AWS")) {
      return List.of("AWS_US_EAST_1", "AWS_EU_WEST_1");
    }
    return service.contains("AZURE")
        ? List.of("AZURE_EASTUS2", "AZURE_WESTEUROPE")
        : List.of("GCP_US_EAST4", "GCP_EUROPE_WEST3");
  }

  private static List<Object> of(Field field, String token) {
    return of(field.shape(), field.name(), token);
  }

  private static List<Object> of(Shape shape, String name, String token) {
    return switch (shape) {
      case Shape.TextShape text -> texts(name, token);
      case Shape.RoleName role -> List.of("Account Analyst", "Account Billing");
      case Shape.IntegerShape integer -> List.of(17, 18);
      case Shape.NumberShape number -> List.of(1.5, 2.5);
      case Shape.BooleanShape bool -> List.of(true, false);
      case Shape.OneOf one -> List.copyOf(one.members());
      case Shape.OneOfNumbers numbers -> List.copyOf(numbers.members());
      case Shape.SetOf set -> of(set.item(), name, token).stream().<Object>map(List::of).toList();
      case Shape.Ref ref ->
          List.of(PlainDocuments.name(ref.slug()), FieldDocuments.name(ref.slug(), token + "x"));
      case Shape.RoleMap roles -> roles(roles);
      case Shape.Nested nested ->
          List.of(members(nested.table(), token, true), members(nested.table(), token, false));
      case Shape.ItemsOf items ->
          List.of(
              List.of(members(items.table(), token, true)),
              List.of(members(items.table(), token, false)));
      case Shape.Hoisted hoisted ->
          List.of(
              Map.of("schema_change_handling", "ALLOW_ALL"),
              Map.of("schema_change_handling", "BLOCK_ALL"));
      case Shape.Tree tree -> throw new IllegalArgumentException("has elements of its own");
      case Shape.Free free -> List.of(Map.of("name", "text"), Map.of("name", "other"));
    };
  }

  /// Long enough that no other text is taken for a secret of this one.
  private static List<Object> texts(String name, String token) {
    return List.of(name + "_" + token + "_before", name + "_" + token + "_after");
  }

  /// An object with one value of each member but those that name another object, and the way to the
  /// source, which follows from others.
  static Map<String, Object> members(FieldTable table, String token, boolean isBefore) {
    var members = new LinkedHashMap<String, Object>();
    for (Field field : table.all()) {
      boolean isNaming =
          field.shape() instanceof Shape.Ref || field.name().equals("connection_type");
      if (!field.is(Trait.READ_ONLY) && !field.is(Trait.LOCAL) && !isNaming) {
        List<Object> values = of(field, token);
        members.put(field.name(), isBefore ? values.getFirst() : values.getLast());
      }
    }
    return members;
  }

  private static List<Object> roles(Shape.RoleMap roles) {
    List<String> names =
        switch (roles.scope()) {
          case ACCOUNT -> List.of("Account Analyst", "Account Billing");
          case DESTINATION -> List.of("Edit Destination", "View Destination");
          case CONNECTOR -> List.of("Edit Connection", "View Connection");
          case TEAM -> List.of("Team Member", "Team Manager");
        };
    return names.stream()
        .<Object>map(role -> Map.of(PlainDocuments.name(roles.slug()), role))
        .toList();
  }
}
