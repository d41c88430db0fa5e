package dev.ftctl.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What is known of one field of a service's `config` or `auth`.
///
/// @param name the API's own name, without the path that leads to it
/// @param type the shape of the value; nothing is said about a field being required, since the API
///   document declares nothing
/// @param secret whether the API masks the value in its answers; on a list or an object it stands
///   for everything inside
/// @param readOnly whether only answers carry it; it is never sent, not even as null
/// @param login whether a change of the value means that the resource's secrets are sent again
/// @param enumValues the values allowed, sorted; empty unless the type is ENUM, or a TEXT_LIST
///   whose items are enumerated
/// @param aliases other texts that the API takes, each with the value that it answers instead
/// @param itemKeys the members that together tell a list's items apart; empty when the type isn't
///   OBJECT_LIST or no key is known
/// @param merged whether the API merges a list into the one it has, item by item, instead of
///   replacing it: only an item that is sent with nothing but its key is removed (fivetran-quirks
///   Q34)
/// @param fields the members of an object, or of each item of a list of objects, sorted by name
public record FieldFacts(
    String name,
    FieldType type,
    boolean secret,
    boolean readOnly,
    boolean login,
    List<String> enumValues,
    Map<String, String> aliases,
    List<String> itemKeys,
    boolean merged,
    SequencedMap<String, FieldFacts> fields) {

  public FieldFacts {
    enumValues = List.copyOf(enumValues);
    aliases = Map.copyOf(aliases);
    itemKeys = List.copyOf(itemKeys);
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }
}
