package dev.ftctl.kind.access;

import dev.ftctl.kind.finding.FieldChange;
import dev.ftctl.kind.finding.FieldChange.Effect;
import dev.ftctl.kind.finding.Findings;
import dev.ftctl.kind.finding.RiskFinding;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Ids;
import dev.ftctl.model.Live;
import dev.ftctl.model.Risk;
import dev.ftctl.model.address.Address;
import dev.ftctl.model.value.FieldPath;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the account role and the memberships of a user or a team.
public final class Access {

  /// Where a reader puts the id of the API key's own user, whose access is never taken away.
  public static final String OWNER = "~owner";

  /// What marks a live user as the last administrator of the account.
  public static final String LAST = "~last";

  /// The account role's field.
  public static final String ROLE = "role";

  private static final FieldPath ROLE_PATH = FieldPath.of(ROLE);

  private Access() {}

  /// `membership`: whether the blocks are complete, or only add.
  public static Field mode() {
    return Field.choice("membership", "complete", "additive").local();
  }

  /// The findings of the other fields, with the role compared by what it means, and the memberships
  /// added.
  ///
  /// @param live its fields hold, under the name of each block that the manifest names, a mapping
  ///   of remote id to role
  public static Findings compare(
      Findings fields, FieldTable table, Value.Mapping wanted, Live live, Ids ids) {
    Findings found = role(fields, wanted, live);
    boolean isAdditive = wanted.text("membership").equals("additive");
    for (Field block : blocks(table, wanted)) {
      found = new Block(block, live, ids, isAdditive).compare(found, wanted.mapping(block.name()));
    }
    return found;
  }

  /// The findings of a creation with the memberships that it adds.
  public static Findings creation(Findings fields, FieldTable table, Value.Mapping wanted) {
    var changes = new ArrayList<>(fields.fields());
    Findings found = granted(fields, "", "", wanted.text(ROLE));
    for (Field block : blocks(table, wanted)) {
      for (var member : wanted.mapping(block.name()).entries().entrySet()) {
        FieldChange added = added(block, member.getKey(), member.getValue());
        changes.add(added);
        found = granted(found, added.path().toString(), "", member.getValue().asText());
      }
    }
    return found.withFields(changes);
  }

  /// What a list of memberships says: remote id to role.
  ///
  /// Items with an empty role are left out. They are shadows, not memberships: Fivetran lists those
  /// whom an account role lets in, too (official provider's end-to-end suite, seen 2026-11), and
  /// such an item can't be removed.
  ///
  /// @param idKey `id`, or `user_id` in teams
  static Value.Mapping read(List<Value.Mapping> items, String idKey) {
    var roles = new LinkedHashMap<String, Value>();
    items.stream()
        .filter(item -> !item.text(ROLE).isBlank())
        .forEach(item -> roles.put(item.text(idKey), item.get(ROLE)));
    return Value.Mapping.of(roles);
  }

  /// Whether the change takes the account role away, which is a call of its own and no PATCH.
  public static boolean takesRole(FieldChange change) {
    return change.path().equals(ROLE_PATH) && change.effect() == Effect.CLEAR;
  }

  /// The body that adds a membership.
  static Value.Mapping body(String idKey, String id, String role) {
    return Value.Mapping.EMPTY.with(idKey, Value.text(id)).with(ROLE, Value.text(role));
  }

  /// The body that changes the role of one.
  static Value.Mapping body(String role) {
    return Value.Mapping.EMPTY.with(ROLE, Value.text(role));
  }

  static List<Field> blocks(FieldTable table, Value.Mapping wanted) {
    return table.all().stream()
        .filter(field -> field.shape() instanceof Shape.RoleMap)
        .filter(field -> !wanted.get(field.name()).isAbsent())
        .toList();
  }

  /// The target that a key of a block, or the last segment of a change's path, means.
  static Address target(Field block, String key) {
    var shape = (Shape.RoleMap) block.shape();
    String text = key.startsWith(shape.slug() + "/") ? key : shape.slug() + "/" + key;
    return Address.parse(text, slug -> shape.isFannedOut())
        .orElseThrow(() -> new IllegalStateException("no address: " + text));
  }

  static FieldChange added(Field block, String key, Value role) {
    FieldPath path = FieldPath.of(block.name(), target(block, key).label());
    return FieldChange.of(path, Value.ABSENT, role, Effect.ADD);
  }

  private static Findings role(Findings fields, Value.Mapping wanted, Live live) {
    String before = live.fields().text(ROLE);
    String after = wanted.text(ROLE);
    boolean isOwner = isOwner(live, live.kind(), live.id().value());
    var changes = new ArrayList<FieldChange>();
    Findings found = fields;
    for (FieldChange change : fields.fields()) {
      if (!change.path().equals(ROLE_PATH)) {
        changes.add(change);
      } else if (isOwner) {
        found = found.noting("role left alone: " + live.label() + " owns the API key");
      } else if (isLast(live) && Roles.isLowered(before, after)) {
        found = found.noting("role left alone: " + noOtherThan(live));
      } else if (!Roles.same(before, after)) {
        changes.add(change);
        found =
            Roles.isLowered(before, after) ? found.risking(lowered(ROLE, before, after)) : found;
        found = granted(found, "", before, after);
      }
    }
    int settled = fields.fields().size() - changes.size();
    return found.withFields(changes).plusUnchanged(settled);
  }

  /// Why a user is never deleted: the API key would go with its owner, and nobody could administer
  /// the account after its last administrator.
  ///
  /// @param live its fields hold [#OWNER], and [#LAST] where that is so
  public static Optional<String> lockOut(Live live) {
    if (isOwner(live, live.kind(), live.id().value())) {
      return Optional.of("left alone: " + live.label() + " owns the API key");
    }
    return isLast(live) ? Optional.of("left alone: " + noOtherThan(live)) : Optional.empty();
  }

  /// Whether a user with these fields may do everything in the account. One who was deactivated may
  /// not.
  public static boolean isAdministrator(Value.Mapping user) {
    return Roles.isAdministrator(user.text(ROLE)) && !user.text("active").equals("false");
  }

  private static boolean isLast(Live live) {
    return !live.fields().get(LAST).isAbsent();
  }

  private static String noOtherThan(Live live) {
    return "of today's Account Administrators this plan leaves none but " + live.label();
  }

  static boolean isOwner(Live live, String kind, String id) {
    return kind.equals("user") && !id.isEmpty() && id.equals(live.fields().text(OWNER));
  }

  /// With the risk `grant` where the change makes somebody one who manages others.
  ///
  /// @param where the membership, empty for the account role
  static Findings granted(Findings findings, String where, String before, String after) {
    return Roles.isGrant(before, after)
        ? findings.risking(
            new RiskFinding(
                Risk.GRANT, "becomes " + after + (where.isEmpty() ? "" : " (" + where + ")")))
        : findings;
  }

  static RiskFinding lowered(String what, String before, String after) {
    String to = after.isEmpty() ? "is taken away" : "becomes " + after;
    return new RiskFinding(Risk.REVOKE, what + ": " + before + " " + to);
  }

  /// One block of memberships of one live object.
  private record Block(Field field, Live live, Ids ids, boolean isAdditive) {

    Findings compare(Findings so, Value.Mapping wanted) {
      var there = new LinkedHashMap<>(live.fields().mapping(field.name()).entries());
      // These end with what they are of, and are made again with what takes its place.
      there.keySet().removeIf(this::isOfReplaced);
      Findings found = so;
      for (Map.Entry<String, Value> member : wanted.entries().entrySet()) {
        String id = ids.find(target(field, member.getKey())).map(Object::toString).orElse("");
        Value role = there.remove(id);
        found =
            role == null
                ? joined(found, added(field, member.getKey(), member.getValue()))
                : kept(found, id, member.getKey(), role, member.getValue());
      }
      for (Map.Entry<String, Value> other :
          isAdditive ? Map.<String, Value>of().entrySet() : there.entrySet()) {
        found = removed(found, other.getKey(), other.getValue());
      }
      return found;
    }

    private static Findings joined(Findings found, FieldChange added) {
      return granted(found.plusField(added), added.path().toString(), "", added.after().asText());
    }

    private boolean isOfReplaced(String id) {
      String slug = ((Shape.RoleMap) field.shape()).slug();
      return ids.nameOf(slug, id).filter(ids::isReplaced).isPresent();
    }

    private Findings kept(Findings found, String id, String key, Value before, Value after) {
      String from = before.asText();
      String to = after.asText();
      FieldPath path = FieldPath.of(field.name(), target(field, key).label());
      if (Roles.same(from, to)) {
        return found.plusUnchanged(1);
      }
      boolean isLowered = Roles.isLowered(from, to);
      if (isLowered && isGuarded(id)) {
        return found.noting(path + " left alone: the API key's own user is never lowered");
      }
      Findings changed = found.plusField(FieldChange.of(path, before, after, Effect.SET));
      return isLowered
          ? granted(changed.risking(lowered(path.toString(), from, to)), path.toString(), from, to)
          : granted(changed, path.toString(), from, to);
    }

    private Findings removed(Findings found, String id, Value role) {
      String slug = ((Shape.RoleMap) field.shape()).slug();
      String name = ids.nameOf(slug, id).map(Address::label).orElse(id);
      FieldPath path = FieldPath.of(field.name(), name);
      if (isGuarded(id)) {
        return found.noting(path + " left alone: the API key's own user is never removed");
      }
      return found
          .plusField(FieldChange.of(path, role, Value.ABSENT, Effect.REMOVE))
          .risking(lowered(path.toString(), role.asText(), ""));
    }

    /// Either side of the membership may be the key's own user: a user's groups, a team's users.
    private boolean isGuarded(String id) {
      String slug = ((Shape.RoleMap) field.shape()).slug();
      return isOwner(live, slug, id) || isOwner(live, live.kind(), live.id().value());
    }
  }
}
