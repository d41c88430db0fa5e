package dev.ftctl.catalog.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the API document leaves unsaid, kept by hand in `schemas/catalog/supplement.json`.
///
/// @param secretNames fields of these names are secret wherever they stand
/// @param secretFields by service, further secret fields of its config
/// @param loginNames fields of these names say where and as whom to log in
/// @param itemKeys by the name of a list of objects, the members that may be its items' key; the
///   first that the items have is it
/// @param mergedLists lists of objects of these names are merged by their items' key
/// @param namingAlternatives by service, keys taken as naming besides those of its family
/// @param valueAliases by the name of an enumeration, texts that the API takes besides its values,
///   each with the value that it answers instead
/// @param extraValues by service, values that its enumerations have beyond the document
/// @param readOnlyFields by service, fields of its config that only answers carry
public record Supplement(
    Set<String> secretNames,
    Map<String, Set<String>> secretFields,
    Set<String> loginNames,
    Map<String, List<String>> itemKeys,
    Set<String> mergedLists,
    Map<String, Set<String>> namingAlternatives,
    Map<String, Map<String, String>> valueAliases,
    Map<String, Map<String, Set<String>>> extraValues,
    Map<String, Set<String>> readOnlyFields) {

  public Supplement {
    secretNames = Set.copyOf(secretNames);
    secretFields = Map.copyOf(secretFields);
    loginNames = Set.copyOf(loginNames);
    itemKeys = Map.copyOf(itemKeys);
    mergedLists = Set.copyOf(mergedLists);
    namingAlternatives = Map.copyOf(namingAlternatives);
    valueAliases = Map.copyOf(valueAliases);
    extraValues = Map.copyOf(extraValues);
    readOnlyFields = Map.copyOf(readOnlyFields);
  }

  /// The supplement in the shape of its file: the components' names in snake case, all present.
  public static Supplement of(JsonNode file) {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .build()
        .convertValue(file, Supplement.class);
  }

  boolean isSecret(String service, String field) {
    return secretNames.contains(field)
        || secretFields.getOrDefault(service, Set.of()).contains(field);
  }

  Set<String> extraValues(String service, String field) {
    return extraValues.getOrDefault(service, Map.of()).getOrDefault(field, Set.of());
  }

  boolean isReadOnly(String service, String field) {
    return readOnlyFields.getOrDefault(service, Set.of()).contains(field);
  }
}
