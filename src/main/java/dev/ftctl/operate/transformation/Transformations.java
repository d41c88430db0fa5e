package dev.ftctl.operate.transformation;

import dev.ftctl.address.Named;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.TransformationsApi;
import dev.ftctl.model.Live;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.address.RemoteId;
import dev.ftctl.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The transformations of an account. One goes by its name, a Quickstart by that of its package;
/// where several have the same, their ids follow it: `transformation/stripe~warm_sun`.
public record Transformations(TransformationsApi api) {

  /// As addresses write the kind.
  public static final String SLUG = "transformation";

  /// @param group the id of the only group that is meant
  public List<Named> all(@Nullable String group) {
    List<Value.Mapping> listed = Pages.all((limit, cursor) -> api.list(group, limit, cursor));
    var seen = new HashSet<String>();
    var shared = new HashSet<String>();
    for (Value.Mapping each : listed) {
      if (!seen.add(name(each))) {
        shared.add(name(each));
      }
    }
    return listed.stream().map(each -> named(each, shared)).toList();
  }

  private static Named named(Value.Mapping fields, Set<String> shared) {
    String id = fields.text("id");
    String name = name(fields);
    var live = new Live(SLUG, new RemoteId(id), id, name, fields, true);
    Address address = Address.of(SLUG, shared.contains(name) ? name + "~" + id : name);
    return new Named(address, live, Map.of(), false, List.of(), Set.of());
  }

  private static String name(Value.Mapping fields) {
    Value.Mapping config = fields.mapping("transformation_config");
    String name = config.text("name");
    String either = name.isEmpty() ? config.text("package_name") : name;
    return either.isEmpty() ? fields.text("id") : either;
  }
}
