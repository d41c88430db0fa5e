package dev.ftctl.export.terraform;

import dev.ftctl.model.Group;
import dev.ftctl.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Users, teams, and who may do what. A membership resource of a user or a team holds all of one
/// sort, as a block of a document does; that of a group only adds.
final class People {

  private static final String ADDITIVE = "membership";

  private People() {}

  static Optional<String> user(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty() || instance.first("email", "given_name", "family_name").isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    Simple.initial(into.object("user", id), instance)
        .take(
            instance,
            "email",
            "user_type",
            "given_name",
            "family_name",
            "role",
            "phone",
            "picture");
    return Optional.empty();
  }

  static Optional<String> team(Instance instance, Sketches into) {
    String id = instance.first("id");
    if (id.isEmpty() || instance.first("name").isEmpty()) {
      return Optional.of(Simple.UNFINISHED);
    }
    Simple.initial(into.object("team", id), instance).take(instance, "name", "description", "role");
    return Optional.empty();
  }

  static Optional<String> membership(Instance instance, Sketches into) {
    String owner = instance.type().startsWith("fivetran_user_") ? "user" : "team";
    String member =
        instance.type().substring(("fivetran_" + owner + "_").length()).replace("_membership", "");
    String slug = member.equals("connection") ? Sketch.CONNECTOR : member;
    List<Value.Mapping> members = StateFile.mappings(instance.values().get(member));
    for (Value.Mapping one : members) {
      String id = one.text(member + "_id");
      if (!into.isKnown(slug, id)) {
        return Optional.of(Simple.unnamed(slug, id));
      }
    }
    String id = instance.first(owner + "_id", "id");
    Optional<Sketch> sketch = into.owner(owner, id);
    if (sketch.isEmpty()) {
      return Optional.of(Simple.unnamed(owner, id));
    }
    String block = slug + "s";
    sketch.get().local.put("~" + block, Value.bool(true));
    // Without a role it is no membership: an account role lets them in.
    members.stream()
        .filter(one -> !one.text("role").isEmpty())
        .forEach(one -> sketch.get().add(block, one.text(member + "_id"), one.get("role")));
    return Optional.empty();
  }

  /// Others may be in the group, too, unless the user's own memberships say all.
  static Optional<String> groupUsers(Instance instance, Sketches into) {
    String group = instance.first("group_id", "id");
    if (!into.isKnown(Group.SLUG, group)) {
      return Optional.of(Simple.unnamed(Group.SLUG, group));
    }
    List<Value.Mapping> users =
        StateFile.mappings(instance.values().get("user")).stream()
            .filter(one -> !one.text("role").isEmpty())
            .toList();
    for (Value.Mapping one : users) {
      Optional<Sketch> user = into.owner("user", one.text("id"));
      if (user.isEmpty()) {
        return Optional.of(Simple.unnamed("user", one.text("id")));
      }
      user.get().add("groups", group, one.get("role"));
      if (!user.get().local.containsKey("~groups")) {
        user.get().local.put(ADDITIVE, Value.text("additive"));
      }
    }
    return Optional.empty();
  }
}
