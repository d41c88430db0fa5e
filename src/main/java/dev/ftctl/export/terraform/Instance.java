package dev.ftctl.export.terraform;

import dev.ftctl.model.value.Value;
import java.util.List;

/// One instance of a resource, as a state holds it.
///
/// @param module that it is in, keys and all: `module.shop["berlin"]`; empty for the root
/// @param type `fivetran_connector`
/// @param name of the resource
/// @param key as addresses write it: `["berlin"]`, `[0]`; empty for none
/// @param provider which of the provider's configurations: an alias, behind the module that it is
///   in, `module.a.eu`; empty for the usual one
/// @param condition whether it is as it should be
/// @param values its attributes; texts that the state marks as sensitive are [Value.Secret]
/// @param ignored attributes that its configuration leaves to others
public record Instance(
    String module,
    String type,
    String name,
    String key,
    String provider,
    Condition condition,
    Value.Mapping values,
    List<String> ignored) {

  /// How Terraform sees an object.
  public enum Condition {
    FINE,
    /// It was not finished, and is to be made anew.
    TAINTED,
    /// Another has taken its place already, and it is to be destroyed.
    DEPOSED
  }

  static final String PROVIDER = "fivetran_";

  public Instance {
    ignored = List.copyOf(ignored);
  }

  /// `module.shop["berlin"].fivetran_connector.orders`, with the key.
  public String address() {
    return (module.isEmpty() ? "" : module + ".") + type + "." + name + key;
  }

  /// The resource that it is an instance of: no key is in it, not even of a module.
  public String resource() {
    String bare = withoutKeys(module);
    return (bare.isEmpty() ? "" : bare + ".") + type + "." + name;
  }

  /// A key is a text with escapes, or a number.
  private static String withoutKeys(String path) {
    return path.replaceAll("\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\"\\]]*)\\]", "");
  }

  Value.Mapping only(String attribute) {
    return values.get(attribute) instanceof Value.Items list
            && list.items().size() == 1
            && list.items().getFirst() instanceof Value.Mapping one
        ? one
        : values.mapping(attribute);
  }

  /// The first of several attributes that says something.
  String first(String... attributes) {
    for (String attribute : attributes) {
      if (!values.text(attribute).isEmpty()) {
        return values.text(attribute);
      }
    }
    return "";
  }
}
