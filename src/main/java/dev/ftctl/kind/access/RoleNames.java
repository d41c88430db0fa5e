package dev.ftctl.kind.access;

import dev.ftctl.fivetran.Account;
import dev.ftctl.fivetran.Pages;
import dev.ftctl.fivetran.api.RolesApi;
import dev.ftctl.kind.table.Field;
import dev.ftctl.kind.table.FieldTable;
import dev.ftctl.kind.table.RoleScope;
import dev.ftctl.kind.table.Shape;
import dev.ftctl.model.Resource;
import dev.ftctl.model.address.Near;
import dev.ftctl.model.problem.ApiException;
import dev.ftctl.model.problem.Problem;
import dev.ftctl.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether the account has the roles that documents give. Names that every account has cost no
/// call; for any other the account's list of roles is read, once.
public final class RoleNames {

  private final List<Value.Mapping> roles;

  private RoleNames(List<Value.Mapping> roles) {
    this.roles = roles;
  }

  /// One role in one document.
  private record Use(Resource wanted, RoleScope scope, Value role) {

    String name() {
      return role.asText();
    }
  }

  /// Each role that the account lacks, or has for something else.
  ///
  /// @param table the fields of a resource
  /// @return nothing where the key may not list roles, since the server checks them too
  /// @throws ApiException when the list can't be read for another reason
  public static List<Problem> check(
      Account account, List<Resource> wanted, Function<Resource, FieldTable> table) {
    List<Use> open =
        wanted.stream()
            .filter(one -> !one.metadata().isAbsent())
            .flatMap(one -> uses(one, table.apply(one)).stream())
            .filter(use -> !use.name().isEmpty() && !use.scope().hasEverywhere(use.name()))
            .toList();
    if (open.isEmpty()) {
      return List.of();
    }
    return list(account)
        .map(RoleNames::new)
        .map(names -> open.stream().map(names::judged).flatMap(Optional::stream).toList())
        .orElse(List.of());
  }

  private static Optional<List<Value.Mapping>> list(Account account) {
    try {
      return Optional.of(Pages.ofItems(account.api(RolesApi.class)::list));
    } catch (ApiException refused) {
      if (refused.failure().isDenied()) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static List<Use> uses(Resource wanted, FieldTable table) {
    var uses = new ArrayList<Use>();
    for (Field field : table.all()) {
      Value value = wanted.spec().get(field.name());
      if (field.shape() instanceof Shape.RoleName(RoleScope scope)) {
        uses.add(new Use(wanted, scope, value));
      } else if (field.shape() instanceof Shape.RoleMap roles
          && value instanceof Value.Mapping members) {
        members.entries().values().forEach(role -> uses.add(new Use(wanted, roles.scope(), role)));
      }
    }
    return uses;
  }

  private Optional<Problem> judged(Use use) {
    List<Value.Mapping> named = roles.stream().filter(role -> isCalled(role, use.name())).toList();
    if (named.stream().anyMatch(role -> isOf(role, use.scope()))) {
      return Optional.empty();
    }
    String what =
        named.isEmpty()
            ? "the account has no role '" + use.name() + "'"
            : "the role '" + use.name() + "' can't be given on " + use.scope().words();
    return Optional.of(
        Problem.error(
            use.role().origin().place(),
            "unknown-role",
            use.wanted().address().toString(),
            what,
            fix(use)));
  }

  /// By its name, or by that of what replaces it.
  private static boolean isCalled(Value.Mapping role, String name) {
    return role.text("name").equals(name) || role.text("replacement_role_name").equals(name);
  }

  private String fix(Use use) {
    List<String> possible =
        roles.stream()
            .filter(role -> isOf(role, use.scope()))
            .map(role -> role.text("name"))
            .toList();
    String hint = Near.hint(use.name(), possible);
    return hint.isEmpty() ? "write one of: " + Near.list(possible) : hint;
  }

  private static boolean isOf(Value.Mapping role, RoleScope scope) {
    return Shape.elements(role.get("scope")).stream()
        .anyMatch(each -> each.asText().equalsIgnoreCase(scope.name()));
  }
}
